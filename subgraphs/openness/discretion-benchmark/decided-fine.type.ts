/** Stub of DecidedFine, owned by credit; findings of benchmarks read it. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar } from "../../../platform/graphql/index.js";

/** A fine, as credit tells it. */
@ObjectType({ description: "A fine that an authority decided, in publicity (公示中的罚款决定)." })
export class DecidedFine {
  @Directive("@external")
  @Field(() => ID, {
    nullable: true,
    description: "Id of the penalty; `administrativePenalty` gives it (行政处罚记录编号).",
  })
  penaltyId: string;

  @Directive("@external")
  @Field(() => String, { nullable: true, description: "Kind of breach (违法行为类型, CF_WFXW)." })
  violation: string;

  @Directive("@external")
  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期, CF_JDRQ)." })
  decidedOn: string;

  @Directive("@external")
  @Field(() => MoneyScalar, { nullable: true, description: "Fine in yuan (罚款金额, CF_NR_FK)." })
  fine: bigint;
}
