/** What rounds of clean-up can be asked for. */
import { ArgsType, Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, PageArgs } from "../../../platform/graphql/index.js";
import { CleanupOutcomeKind } from "./cleanup-round.enums.js";

/** Filter of rounds. */
@InputType({ description: "Which rounds of clean-up (清理筛选)." })
export class CleanupRoundFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "By bodies in this division or below it (行政区划).",
  })
  division?: string;
}

/** Arguments of outcomes. */
@ArgsType()
export class CleanupOutcomesArgs extends PageArgs {
  @Field(() => CleanupOutcomeKind, { nullable: true, description: "Of this kind (清理结果)." })
  kind?: CleanupOutcomeKind;
}
