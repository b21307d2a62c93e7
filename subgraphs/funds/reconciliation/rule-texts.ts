/** What a reader is told of a rule's outcome in words, made from the structured result alone. Pure. */
import type { Language, Text } from "../../../platform/disclosure/vocabulary/index.js";
import { yuanFromFen } from "../../../platform/domain/index.js";
import { ReconciliationRule, RuleBreach, RuleOutcome } from "./rule-result.enums.js";
import type { RuleOffender, RuleResult } from "./rule-result.type.js";

const KEPT: Readonly<Record<ReconciliationRule, (checked: number) => Text>> = {
  B1: (n) => ({ en: `None of ${n} accounts is overdrawn.`, zh: `${n}个账户余额均不为负。` }),
  B2: (n) => ({
    en: `What was sent by ${n} allocations was received, or is on the way for no more than 30 days.`,
    zh: `${n}笔下达资金均已收到，或在途未超过30天。`,
  }),
  B3: (n) => ({
    en: `What was assigned to ${n} projects was paid or is held; no contract is overpaid.`,
    zh: `${n}个项目收支与账户相符，支付未超过合同。`,
  }),
  B4: (n) => ({ en: `The lines of ${n} batches make up their totals.`, zh: `${n}个批次的明细与总额相符。` }),
  B5: () => ({
    en: "Payments, balances, transit and what was taken back or carried over make up the issue.",
    zh: "支付、结余、在途、收回与结转之和等于下达金额。",
  }),
  B6: (n) => ({
    en: `All codes of ${n} allotments are in the table of their year.`,
    zh: `${n}个指标的科目编码当年均有效。`,
  }),
  B7: (n) => ({
    en: `In ${n} batches nobody was paid twice for one policy and period.`,
    zh: `${n}个批次中，同一人同一政策同一周期均只发放一次。`,
  }),
  B8: (n) => ({
    en: `None of ${n} batches was paid before its publicity of at least seven working days had ended.`,
    zh: `${n}个批次均在公示期满（至少7个工作日）后发放。`,
  }),
  B9: (n) => ({ en: `${n} published amounts are those of the book.`, zh: `${n}项公示金额与账面相符。` }),
};

const NOT_SHOWN: Text = {
  en: "What is about fewer than five persons is not shown, whether it keeps the rule or not.",
  zh: "涉及不足五人的内容，无论是否符合，均不予显示。",
};

const yuan = (fen: bigint | undefined): string => yuanFromFen(fen ?? 0n);

/** What each offender is called: the id that it has. */
const nameOf = ({ batchNo, allocationId, allotmentNo, projectCode, publicationId, paymentNo }: RuleOffender): string =>
  batchNo ?? allocationId ?? allotmentNo ?? projectCode ?? publicationId ?? paymentNo ?? "";

const BREACHES: Readonly<Record<RuleBreach, (offender: RuleOffender) => Text>> = {
  OVERDRAWN: (o) => ({
    en: `${nameOf(o)} is overdrawn by ${yuan(o.difference)}`,
    zh: `${nameOf(o)}透支${yuan(o.difference)}元`,
  }),
  UNLIKE_RECEIVED: (o) => ({
    en: `${nameOf(o)} sent ${yuan(o.expected)} and received ${yuan(o.actual)}, difference ${yuan(o.difference)}`,
    zh: `${nameOf(o)}下达${yuan(o.expected)}元，收到${yuan(o.actual)}元，相差${yuan(o.difference)}元`,
  }),
  LONG_ON_THE_WAY: (o) => ({
    en: `${nameOf(o)} has ${yuan(o.difference)} on the way for ${o.days} days`,
    zh: `${nameOf(o)}有${yuan(o.difference)}元在途${o.days}天`,
  }),
  UNLIKE_ACCOUNT: (o) => ({
    en: `${nameOf(o)} differs from its account by ${yuan(o.difference)}`,
    zh: `${nameOf(o)}与其账户相差${yuan(o.difference)}元`,
  }),
  ABOVE_CONTRACT: (o) => ({
    en: `${nameOf(o)} was paid ${yuan(o.difference)} above its contract`,
    zh: `${nameOf(o)}支付超过合同${yuan(o.difference)}元`,
  }),
  LINES_UNLIKE_TOTAL: (o) => ({
    en: `${nameOf(o)} is of ${yuan(o.expected)} and its lines of ${yuan(o.actual)}, difference ${yuan(o.difference)}`,
    zh: `${nameOf(o)}总额${yuan(o.expected)}元，明细合计${yuan(o.actual)}元，相差${yuan(o.difference)}元`,
  }),
  LINES_UNLIKE_STANDARD: (o) => ({
    en: `lines of ${o.persons} persons of ${nameOf(o)} differ from quantity × standard by ${yuan(o.difference)}`,
    zh: `${nameOf(o)}有${o.persons}人的明细与数量乘标准相差${yuan(o.difference)}元`,
  }),
  UNACCOUNTED: (o) => ({
    en: `${yuan(o.difference)} of ${yuan(o.expected)} cannot be accounted for`,
    zh: `${yuan(o.expected)}元中有${yuan(o.difference)}元去向不明`,
  }),
  UNKNOWN_CODE: (o) => ({
    en: `${nameOf(o)}: ${o.codes?.join(", ")} not in the table of ${o.year}`,
    zh: `${nameOf(o)}：${o.codes?.join("、")}不在${o.year}年科目表中`,
  }),
  UNCONFIRMED_CODE: (o) => ({
    en: `${nameOf(o)}: ${o.codes?.join(", ")} cannot be confirmed for ${o.year}`,
    zh: `${nameOf(o)}：${o.codes?.join("、")}在${o.year}年科目表中待核实`,
  }),
  PAID_TWICE: (o) => ({
    en: `${nameOf(o)}: ${o.persons} paid more than once for its policy and period, ${yuan(o.difference)} too much`,
    zh: `${nameOf(o)}有${o.persons}人就同一政策同一周期重复领取，多发${yuan(o.difference)}元`,
  }),
  PAID_DURING_PUBLICITY: (o) => ({
    en: `${nameOf(o)} was paid on ${o.paidOn}, its publicity ends on ${o.publicityEndsOn}`,
    zh: `${nameOf(o)}于${o.paidOn}发放，公示期至${o.publicityEndsOn}`,
  }),
  PUBLISHED_UNLIKE_BOOK: (o) => ({
    en: `${nameOf(o)} says ${yuan(o.actual)} and the book ${yuan(o.expected)}`,
    zh: `${nameOf(o)}公示${yuan(o.actual)}元，账面${yuan(o.expected)}元`,
  }),
};

/** What is wrong about an offender, as part of a sentence. */
export const offenderText = (offender: RuleOffender, language: Language): string =>
  BREACHES[offender.breach](offender)[language];

/** The outcome in words: what keeps the rule or what breaks it, and whether a part is not shown. */
export const ruleText = (result: RuleResult, language: Language): string =>
  [toldText(result, language), ...(result.notShown === undefined ? [] : [NOT_SHOWN[language]])].join(
    language === "zh" ? "" : " ",
  );

const toldText = (result: RuleResult, language: Language): string => {
  switch (result.outcome) {
    case RuleOutcome.KEPT:
      return KEPT[result.id](result.checked)[language];
    case RuleOutcome.BROKEN:
      return brokenText(result, language);
    case RuleOutcome.NOT_SHOWN:
      return language === "zh"
        ? `核对${result.checked}项，已显示的内容未见不符。`
        : `Of ${result.checked} compared, nothing that is shown breaks the rule.`;
  }
};

const brokenText = ({ offenders, offenderCount }: RuleResult, language: Language): string => {
  const more = offenderCount - offenders.length;
  const told = offenders.map((offender) => offenderText(offender, language));
  if (more > 0) told.push(language === "zh" ? `另有${more}项` : `${more} more`);
  return language === "zh" ? `${told.join("；")}。` : `${told.join("; ")}.`;
};
