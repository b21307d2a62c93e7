/** What lists of requests for information can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { DisclosureState } from "./disclosure-request.machine.js";

/** Filter of requests. */
@InputType({ description: "Which requests for information (政府信息公开申请筛选)." })
export class DisclosureRequestFilter {
  @Field(() => DisclosureState, { nullable: true, description: "In this state (状态)." })
  state?: DisclosureState;

  @Field(() => ID, { nullable: true, description: "To this agency (受理机关)." })
  agency?: string;

  @Field(() => DateScalar, { nullable: true, description: "Received on this day or later (收到日期起)." })
  receivedFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Received on this day or earlier (收到日期止)." })
  receivedTo?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those that you, or the body that you act for, made (仅本人或本单位).",
  })
  mine?: boolean;
}
