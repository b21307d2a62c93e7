/** What lists of commitments can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { CommitmentType } from "./commitment.enums.js";
import { Fulfilment } from "./commitment.machine.js";

/** Filter of commitments. */
@InputType({ description: "Which commitments (信用承诺筛选)." })
export class CommitmentFilter {
  @Field(() => CommitmentType, { nullable: true, description: "Of this type (承诺类型)." })
  type?: CommitmentType;

  @Field(() => Fulfilment, { nullable: true, description: "In this state (履行状态)." })
  fulfilment?: Fulfilment;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those of the viewer, or of the enterprise the viewer acts for (仅本人或本企业).",
  })
  mine?: boolean;
}
