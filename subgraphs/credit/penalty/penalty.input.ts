/** What lists of penalties can be asked for. */
import { Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { Severity } from "./penalty.type.js";

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
}
