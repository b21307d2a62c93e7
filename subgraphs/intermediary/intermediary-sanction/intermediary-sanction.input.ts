/** What lists of sanctions can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { SanctionLevel } from "./intermediary-sanction.machine.js";

/** Filter of sanctions. */
@InputType({ description: "Which sanctions (惩戒筛选)." })
export class IntermediarySanctionFilter {
  @Field(() => [SanctionLevel], { nullable: true, description: "Of one of these levels (惩戒等级)." })
  levels?: SanctionLevel[];

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those in force on the day of the request, false for the others (是否生效).",
  })
  inForce?: boolean;
}
