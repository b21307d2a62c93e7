/** What lists of consultations can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ConsultationState } from "./consultation.machine.js";

/** Filter of consultations. */
@InputType({ description: "Which consultations (咨询筛选)." })
export class ConsultationFilter {
  @Field(() => ID, { nullable: true, description: "About this matter (事项, id)." })
  matterId?: string;

  @Field(() => ConsultationState, { nullable: true, description: "In this state (咨询状态)." })
  state?: ConsultationState;

  @MaxLength(50)
  @Field(() => String, {
    nullable: true,
    description: "Published ones whose question or answer holds this text (关键词).",
  })
  text?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those that you, or the body that you act for, asked (仅本人或本企业).",
  })
  mine?: boolean;
}
