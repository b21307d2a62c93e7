/** RuleResult: the outcome of one rule of conservation, and what breaks it, with links (规则结果). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, MoneyScalar, describeEnum } from "../../../platform/graphql/index.js";

/** Rules of conservation that are checked on every answer (docs/reference/rules.md#money). */
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

/** Whether a rule is kept, as far as the reader may be told. */
export enum RuleOutcome {
  KEPT = "KEPT",
  BROKEN = "BROKEN",
  NOT_SHOWN = "NOT_SHOWN",
}

describeEnum(RuleOutcome, "RuleOutcome", "Whether a rule is kept, as far as the reader may be told (核对结论).", {
  KEPT: "Everything keeps it (符合).",
  BROKEN: "Something that is shown breaks it (不符合).",
  NOT_SHOWN:
    "What is shown keeps it; the rest is not shown, whether it keeps it or not (已显示部分符合，其余不予显示).",
});

/** Why a part of what a rule checks is not shown. */
export enum NotShownReason {
  FEWER_THAN_FIVE = "FEWER_THAN_FIVE",
}

describeEnum(NotShownReason, "NotShownReason", "Why a part is not shown (不予显示的原因).", {
  FEWER_THAN_FIVE:
    "It is about fewer than five persons; their agency, supervisors, finance auditors and the one person are told (涉及不足五人).",
});

/** What is wrong about an offender. */
export enum RuleBreach {
  OVERDRAWN = "OVERDRAWN",
  UNLIKE_RECEIVED = "UNLIKE_RECEIVED",
  LONG_ON_THE_WAY = "LONG_ON_THE_WAY",
  UNLIKE_ACCOUNT = "UNLIKE_ACCOUNT",
  ABOVE_CONTRACT = "ABOVE_CONTRACT",
  LINES_UNLIKE_TOTAL = "LINES_UNLIKE_TOTAL",
  LINES_UNLIKE_STANDARD = "LINES_UNLIKE_STANDARD",
  UNACCOUNTED = "UNACCOUNTED",
  UNKNOWN_CODE = "UNKNOWN_CODE",
  PAID_TWICE = "PAID_TWICE",
  PAID_DURING_NOTICE = "PAID_DURING_NOTICE",
  PUBLISHED_UNLIKE_BOOK = "PUBLISHED_UNLIKE_BOOK",
}

describeEnum(RuleBreach, "RuleBreach", "What is wrong (不符情形).", {
  OVERDRAWN: "B1: the balance is below zero (余额为负).",
  UNLIKE_RECEIVED: "B2: sent and received differ (下达与收到不符).",
  LONG_ON_THE_WAY: "B2: on the way for more than 30 days (在途超过30天).",
  UNLIKE_ACCOUNT: "B3: assigned differs from paid and held (收支与账户不符).",
  ABOVE_CONTRACT: "B3: more was paid than the contract says (支付超过合同).",
  LINES_UNLIKE_TOTAL: "B4: the lines do not make up the total (明细与总额不符).",
  LINES_UNLIKE_STANDARD: "B4: lines differ from quantity times standard (明细与标准不符).",
  UNACCOUNTED: "B5: money cannot be accounted for (去向不明).",
  UNKNOWN_CODE: "B6: a code is not in the table of its year (科目编码无效).",
  PAID_TWICE: "B7: persons were paid more than once (重复发放).",
  PAID_DURING_NOTICE: "B8: paid before the notice had ended (公示期内发放).",
  PUBLISHED_UNLIKE_BOOK: "B9: published and booked amounts differ (公示与账面不符).",
});

/** What breaks a rule; links are resolved from ids that the schema does not show. */
@ObjectType({ description: "Something that breaks a rule, with a link to it (不符对象)." })
export class RuleOffender {
  @Field(() => RuleBreach, { description: "What is wrong (不符情形)." })
  breach: RuleBreach;

  @Field(() => MoneyScalar, { nullable: true, description: "What it should be (应有金额)." })
  expected?: bigint;

  @Field(() => MoneyScalar, { nullable: true, description: "What it is (实有金额)." })
  actual?: bigint;

  @Field(() => MoneyScalar, { description: "Amount by which it breaks the rule (差额)." })
  difference: bigint;

  @Field(() => Int, { nullable: true, description: "Persons it is about, where it is about persons (涉及人数)." })
  persons?: number;

  @Field(() => ID, { nullable: true, description: "Batch (批次号)." })
  batchNo?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of payment (发放日期)." })
  paidOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of the notice (公示截止日期)." })
  noticeEndsOn?: string;

  @Field(() => Int, { nullable: true, description: "Days on the way (在途天数)." })
  days?: number;

  @Field(() => Int, { nullable: true, description: "Year of the table of codes (科目年度)." })
  year?: number;

  @Field(() => [String], { nullable: true, description: "Codes that the table does not have (无效编码)." })
  codes?: string[];

  allocationId?: string;
  indicatorNo?: string;
  projectCode?: string;
  paymentNo?: string;
  announcementId?: string;
}

/** Outcome of one rule for the reader. */
@ObjectType({ description: "Outcome of one rule, as far as the reader may be told (规则结果)." })
export class RuleResult {
  @Field(() => ReconciliationRule, { description: "The rule (规则)." })
  id: ReconciliationRule;

  @Field(() => String, { nullable: true, description: "Law, article or standard, where one says it (依据)." })
  basis?: string;

  @Field(() => RuleOutcome, { description: "Whether it is kept (核对结论)." })
  outcome: RuleOutcome;

  @Field(() => Boolean, {
    nullable: true,
    description: "True if the money keeps the rule, null where that is not shown (是否符合).",
  })
  ok?: boolean;

  @Field(() => Int, { description: "How much was compared of what the reader may know of (核对数量)." })
  checked: number;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Amount by which what is shown breaks the rule, null where that is not shown (差额).",
  })
  difference?: bigint;

  @Field(() => Int, { description: "Number of offenders that are shown (不符数量)." })
  offenderCount: number;

  @ListSize(20)
  @Field(() => [RuleOffender], { description: "What breaks it, as far as it is shown, at most 20 (不符对象)." })
  offenders: RuleOffender[];

  @Field(() => NotShownReason, {
    nullable: true,
    description: "Why a part of what the rule checks is not shown to the reader (不予显示的原因).",
  })
  notShown?: NotShownReason;
}
