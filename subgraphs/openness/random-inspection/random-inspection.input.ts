/** What random inspections can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { RegulatoryArea } from "../regulatory-notice/regulatory-area.js";

/** Filter of inspections. */
@InputType({ description: "Which random inspections (抽查筛选)." })
export class RandomInspectionFilter {
  @Field(() => RegulatoryArea, { nullable: true, description: "Of this area (监管领域)." })
  area?: RegulatoryArea;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "By bodies in this division or below it (行政区划).",
  })
  division?: string;
}
