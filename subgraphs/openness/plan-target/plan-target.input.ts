/** What lists of targets can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { PlanKind } from "./plan-target.enums.js";

/** Filter of targets. */
@InputType({ description: "Which targets (目标筛选)." })
export class PlanTargetFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of responsible bodies in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => PlanKind, { nullable: true, description: "Of such plans (规划类别)." })
  kind?: PlanKind;
}
