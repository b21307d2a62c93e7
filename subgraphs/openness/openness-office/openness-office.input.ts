/** What the directory of openness offices can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** Filter of offices. */
@InputType({ description: "Which openness offices (工作机构筛选)." })
export class OpennessOfficeFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of agencies in this division or below it (行政区划).",
  })
  division?: string;
}
