/** What lists of inquiries can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { InquiryKind } from "./inquiry.enums.js";
import { InquiryState } from "./inquiry.machine.js";

/** Filter of inquiries. */
@InputType({ description: "Which inquiries (诉求筛选)." })
export class InquiryFilter {
  @Field(() => InquiryKind, { nullable: true, description: "Of this kind (诉求类型)." })
  kind?: InquiryKind;

  @Field(() => InquiryState, { nullable: true, description: "In this state (状态)." })
  state?: InquiryState;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => ID, { nullable: true, description: "Handled by this body (承办单位)." })
  assignedTo?: string;

  @Field(() => DateScalar, { nullable: true, description: "Received on this day or later (受理日期起)." })
  receivedFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Received on this day or earlier (受理日期止)." })
  receivedTo?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those that you, or the body that you act for, made (仅本人或本单位).",
  })
  mine?: boolean;
}
