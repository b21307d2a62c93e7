/** What lists of penalties can be asked for. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, Max, Min } from "../../../platform/graphql/index.js";
import { Severity } from "./penalty.enums.js";

/** Filter of penalties. */
@InputType({ description: "Which penalties (行政处罚筛选)." })
export class PenaltyFilter {
  @Field(() => Severity, { nullable: true, description: "Of this severity (失信严重程度)." })
  severity?: Severity;

  @Field(() => ID, { nullable: true, description: "Decided by this organisation (处罚机关)." })
  authorityId?: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => Int, { nullable: true, description: "Decided in this year (年份)." })
  @Min(1949)
  @Max(9999)
  year?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "False for those in publicity alone, true for those whose publicity ended (是否已归档).",
  })
  archived?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those about the viewer, or about the enterprise the viewer acts for (仅本人或本企业).",
  })
  mine?: boolean;
}
