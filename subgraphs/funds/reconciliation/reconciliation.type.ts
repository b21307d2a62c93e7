/** Reconciliation: what was issued against where it is now, rule by rule (资金核对). */
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateScalar, ListSize, MoneyScalar, describeEnum } from "../../../platform/graphql/index.js";

/** Rules of conservation that are checked on every answer (domain.md §5.3). */
export enum ReconciliationRule {
  B1 = "B1",
  B2 = "B2",
  B3 = "B3",
  B4 = "B4",
  B5 = "B5",
  B6 = "B6",
  B7 = "B7",
  B8 = "B8",
  B9 = "B9",
}

describeEnum(ReconciliationRule, "ReconciliationRule", "Rule of conservation (核对规则).", {
  B1: "No account of the money is overdrawn (各节点余额不为负).",
  B2: "What was sent down was received, within 30 days (上级下达等于下级收到).",
  B3: "What was assigned to a project was paid or is held, and no contract is overpaid (项目资金收支与合同相符).",
  B4: "The lines of a batch make up its payment, each quantity times standard (明细合计等于支付总额).",
  B5: "Payments, balances and what was taken back make up the original issue (总额守恒).",
  B6: "Function and economic codes exist in that year's table (科目编码当年有效).",
  B7: "A person is paid once for a policy and a period (同一人同一政策同一周期只发一次).",
  B8: "Nothing is paid before the village's notice has ended (公示期满方可发放).",
  B9: "What was published is what the book says (公示金额等于账面金额).",
});

/** Outcome of one rule. */
@ObjectType({ description: "Outcome of one rule (规则结果)." })
export class RuleResult {
  @Field(() => ReconciliationRule, { description: "The rule (规则)." })
  id: ReconciliationRule;

  @Field(() => Boolean, { description: "True if the money keeps the rule (是否符合)." })
  ok: boolean;

  @Field(() => MoneyScalar, { description: "Amount by which the rule is broken (差额)." })
  difference: bigint;

  @Field(() => String, { description: "What was compared, and the allocations that differ (说明)." })
  description: string;
}

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

/** Reconciliation of an indicator or of a policy's year: issued = paid + balance + inTransit + reclaimed + carriedOver + difference. */
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
