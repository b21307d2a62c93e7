/** What lists of matters can be asked for. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, describeEnum } from "../../../platform/graphql/index.js";
import { ServiceRecipient, TaskState, TaskType } from "./matter.enums.js";

/** Filter of matters. */
@InputType({ description: "Which matters (事项筛选)." })
export class ServiceMatterFilter {
  @Field(() => [TaskType], { nullable: true, description: "Of one of these types (事项类型)." })
  taskTypes?: TaskType[];

  @Field(() => [ServiceRecipient], { nullable: true, description: "Serving one of these (服务对象)." })
  serves?: ServiceRecipient[];

  @Field(() => [TaskState], { nullable: true, description: "In one of these states (事项状态)." })
  states?: TaskState[];

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => Boolean, { nullable: true, description: "Whether it can be handled online (是否网办)." })
  online?: boolean;

  @Field(() => Int, { nullable: true, description: "With at most so many visits (最多到现场次数)." })
  maxVisits?: number;

  @Field(() => Boolean, { nullable: true, description: "Whether there is a fee (是否收费)." })
  fee?: boolean;

  @Field(() => String, { nullable: true, description: "Of this theme, such as 社会救助 (主题)." })
  theme?: string;

  @Field(() => String, {
    nullable: true,
    description: "Asking for a licence of this type, such as BUSINESS_LICENCE (所需证照类型).",
  })
  licenceType?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether more time is promised than the law allows, an error in the data (承诺时限是否超过法定时限).",
  })
  promiseExceedsStatutory?: boolean;
}

/** Orders of matters; a search puts the best match first unless an order is asked for. */
export enum ServiceMatterOrder {
  RELEVANCE = "RELEVANCE",
  NAME = "NAME",
  RATING = "RATING",
}

describeEnum(ServiceMatterOrder, "ServiceMatterOrder", "Order of matters (排序).", {
  RELEVANCE: "Best match first, then by name (按相关度).",
  NAME: "By name (按名称).",
  RATING:
    "Worst average of ratings first, then by name; matters with fewer than five ratings are left out, because their average says little (按满意度由低到高).",
});
