/** Reconciliation: what was issued against where it is now, rule by rule (资金核对). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, MoneyScalar } from "../../../platform/graphql/index.js";
import { RuleResult } from "./rule-result.type.js";

/** Money on its way. */
@ObjectType({ description: "Money sent down and not yet received (在途资金)." })
export class InTransitItem {
  @Field(() => ID, { description: "Allocation that sent it (分配编号)." })
  allocationId: string;

  @Field(() => MoneyScalar, { description: "Amount on its way (在途金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day on which it was sent (下达日期)." })
  since: string;

  @Field(() => Int, { description: "Days since then (在途天数)." })
  days: number;

  @Field(() => Boolean, { description: "True after 30 days (是否超期)." })
  overdue: boolean;
}

/** Reconciliation of an allotment or of a policy's year: issued = paid + balance + inTransit + reclaimed + carriedOver + difference. */
@ObjectType({
  description:
    "What was issued against where it is: issued = paid + balance + inTransit + reclaimed + carriedOver + difference (资金核对).",
})
export class Reconciliation {
  @Field(() => DateScalar, { description: "Day up to which movements count (截至日期)." })
  asOf: string;

  @Field(() => MoneyScalar, { description: "Originally issued (下达金额)." })
  issued: bigint;

  @Field(() => MoneyScalar, { description: "Paid, returned payments taken off (已支付)." })
  paid: bigint;

  @Field(() => MoneyScalar, { description: "Held by divisions and organisations (结余)." })
  balance: bigint;

  @Field(() => MoneyScalar, { description: "Sent down and not yet received (在途)." })
  inTransit: bigint;

  @Field(() => MoneyScalar, { description: "Taken back by the issuer (收回)." })
  reclaimed: bigint;

  @Field(() => MoneyScalar, { description: "Carried over to the next year (结转)." })
  carriedOver: bigint;

  @Field(() => MoneyScalar, { description: "What cannot be accounted for; zero where the money adds up (差额)." })
  difference: bigint;

  @Field(() => [RuleResult], { description: "The rules one by one (规则结果)." })
  rules: RuleResult[];

  @ListSize(100)
  @Field(() => [InTransitItem], { description: "Money on its way, oldest first, at most 100 (在途明细)." })
  transit: InTransitItem[];
}
