/** Enumerations of rules of reconciliation and of what they give (对账规则). */
import { describeEnum } from "../../../platform/graphql/enum.js";

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
  B8: "Nothing is paid before publicity in the village has ended (公示期满方可发放).",
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
  UNCONFIRMED_CODE = "UNCONFIRMED_CODE",
  PAID_TWICE = "PAID_TWICE",
  PAID_DURING_PUBLICITY = "PAID_DURING_PUBLICITY",
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
  UNCONFIRMED_CODE:
    "B6: the table of the year has not appeared, or the years of a code could not be confirmed (科目编码待核实).",
  PAID_TWICE: "B7: persons were paid more than once (重复发放).",
  PAID_DURING_PUBLICITY: "B8: paid before publicity had ended (公示期内发放).",
  PUBLISHED_UNLIKE_BOOK: "B9: published and booked amounts differ (公示与账面不符).",
});
