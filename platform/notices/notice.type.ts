/** Notices as a service gives them to the gateway, which makes one list of those of all services; no client sees these types. */
import { Directive, Field, ID, Int, ObjectType } from "../graphql/classes/index.js";
import { DateScalar, DateTimeScalar, ListSize } from "../graphql/index.js";

/** One notice. */
@Directive("@shareable")
@Directive("@inaccessible")
@ObjectType({ description: "What happened to a record, for one of its sides (本服务消息)." })
export class ServiceNotice {
  @Field(() => ID, { description: "Number within the service (消息编号)." })
  id: string;

  @Field(() => String, { description: "Type of the record (记录类型)." })
  kind: string;

  @Field(() => ID, { description: "Key of the record (记录编号)." })
  key: string;

  @Field(() => String, { description: "What was done (动作)." })
  event: string;

  @Field(() => String, { description: "State after (新状态)." })
  state: string;

  @Field(() => String, { description: "The same in words (消息内容)." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When (时间)." })
  at: Date;

  @Field(() => String, { description: "Law and article, or document (依据)." })
  basis: string;

  @Field(() => Boolean, { description: "True if it was read (是否已读)." })
  isRead: boolean;

  @Field(() => Boolean, { description: "True if something is to be done (是否待办)." })
  isDue: boolean;

  @Field(() => DateScalar, { nullable: true, description: "By when (办理期限)." })
  dueOn?: string;
}

/** Some of them. */
@Directive("@shareable")
@Directive("@inaccessible")
@ObjectType({ description: "Notices of a service (本服务消息列表)." })
export class ServiceNotices {
  @ListSize(51)
  @Field(() => [ServiceNotice], { description: "Newest first, at most 51 (消息)." })
  items: ServiceNotice[];

  @Field(() => Int, { description: "Unread ones, counted up to 100 (未读数)." })
  unreadCount: number;
}
