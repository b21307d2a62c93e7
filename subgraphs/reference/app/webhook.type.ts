/** AppWebhook: where changes are pushed for an app, how far that has come, and what was set aside (变更推送). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateTimeScalar } from "../../../platform/graphql/index.js";

/** A piece that was not taken. */
@ObjectType({ description: "Changes that an app's address did not take (未送达的变更)." })
export class WebhookSetAside {
  @Field(() => String, {
    description: "Cursor before them: give it to setAppWebhook to have them pushed again (起始游标).",
  })
  since: string;

  @Field(() => String, { description: "Cursor after them (截止游标)." })
  cursor: string;

  @Field(() => Int, { description: "How many (数量)." })
  changes: number;

  @Field(() => Int, { description: "How often they were tried (尝试次数)." })
  tries: number;

  @Field(() => String, { description: "Why the last try failed: a stable code (原因)." })
  failure: string;

  @Field(() => DateTimeScalar, { description: "When they were set aside (搁置时间)." })
  setAsideAt: Date;
}

/** Where changes are pushed. */
@ObjectType({ description: "Where changes are pushed for an app, and how that stands (变更推送)." })
export class AppWebhook {
  @Field(() => [String], { description: "Kinds of record; none is all (记录类型)." })
  kinds: readonly string[];

  @Field(() => String, { description: "Cursor of `changes` up to which they were pushed (游标)." })
  cursor: string;

  @Field(() => Int, { description: "Tries of the next piece so far (尝试次数)." })
  tries: number;

  @Field(() => String, { nullable: true, description: "Why the last try failed: a stable code (原因)." })
  failure?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when tries fail (失败起始时间)." })
  failingSince?: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it is looked at again; null where it waits for setAppWebhook (下次尝试时间).",
  })
  nextTryAt?: Date;

  clientId: string;
  address: string;
}
