/** Evidence of statutory steps, as the demonstration's files hold it. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { StatutoryStep } from "../decision/decision.enums.js";
import type { PlannedDecision } from "./planned-decision.js";

type PlannedStep = PlannedDecision["steps"][number];

const DOCUMENTS: Readonly<Record<StatutoryStep, readonly [document: string, outcome: string]>> = {
  PUBLIC_PARTICIPATION: ["公众意见采纳情况说明", "已公开征求意见，并公布采纳情况。"],
  EXPERT_ARGUMENT: ["专家论证意见", "与会专家认为草案必要、可行。"],
  RISK_ASSESSMENT: ["社会稳定风险评估报告", "风险可控，等级为低。"],
  LEGALITY_REVIEW: ["合法性审查意见", "草案内容和程序合法。"],
  COLLECTIVE_DISCUSSION: ["常务会议纪要", "会议讨论通过。"],
};

/** Evidence that a step was taken on the day. */
export const taken = (step: StatutoryStep, takenOn: LocalDate): PlannedStep => {
  const [documentTitle, outcome] = DOCUMENTS[step];
  return { step, takenOn, documentTitle, outcome, notNeededBecause: undefined };
};

/** A step that is not asked of the decision. */
export const notNeeded = (step: StatutoryStep, notNeededBecause: string): PlannedStep => ({
  ...{ step, takenOn: undefined, documentTitle: undefined, outcome: undefined, notNeededBecause },
});
