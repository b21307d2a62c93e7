/** DecidedFine: of a public decision of a fine, what other services compare (罚款决定). */
import { Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar } from "../../../platform/graphql/index.js";

/** A fine that an authority decided. */
@ObjectType({ description: "A fine that an authority decided, in publicity (公示中的罚款决定)." })
export class DecidedFine {
  @Field(() => ID, {
    nullable: true,
    description: "Id of the penalty; `administrativePenalty` gives it (行政处罚记录编号).",
  })
  penaltyId: string;

  @Field(() => String, { nullable: true, description: "Kind of breach (违法行为类型, CF_WFXW)." })
  violation: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期, CF_JDRQ)." })
  decidedOn: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Fine in yuan (罚款金额, CF_NR_FK)." })
  fine: bigint;
}
