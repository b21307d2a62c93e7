/** What lists of findings can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { FindingSource } from "./inspection-finding.enums.js";

/** Filter of findings. */
@InputType({ description: "Which findings (问题筛选)." })
export class InspectionFindingFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: "Of units in this division or below it (行政区划)." })
  division?: string;

  @Field(() => FindingSource, { nullable: true, description: "Found by these (问题来源)." })
  source?: FindingSource;

  @Field(() => Boolean, {
    nullable: true,
    description: "Those that are or were put right late, or those that are not (是否逾期整改).",
  })
  late?: boolean;
}
