/** The machine of a major administrative decision (国令第713号): taken up, drafted, put to the public, reviewed, decided, published, evaluated. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, isStated, type Guard } from "../../../platform/machine/index.js";
import { COMMENT_LIMIT } from "../decision-consultation/decision-consultation.js";
import { DecisionStage, type StatutoryStep } from "./decision.enums.js";

/** What happens to it. */
export type DecisionEvent = "DRAFT" | "CONSULT" | "SUMMARISE" | "REVIEW" | "DECIDE" | "PUBLISH" | "EVALUATE";

/** What its guards look at. */
export interface DecisionGuardFacts {
  /** Statutory steps that are neither taken nor left out for a reason that the law allows. */
  readonly missing: readonly StatutoryStep[];
  /** Index number of the published document. */
  readonly document?: string;
}

const { PROPOSED, DRAFTED, CONSULTING, SUMMARISED, REVIEWED, DECIDED, PUBLISHED, EVALUATED } = DecisionStage;
const START = basisOfProcedure("DECISION-START");
const REVIEW = basisOfProcedure("DECISION-REVIEW");

const ALL_STEPS: Guard<DecisionGuardFacts> = {
  reason: "STEPS_MISSING",
  en: "every statutory step is taken",
  holds: ({ missing }) => missing.length === 0,
  missing: ({ missing }) => missing,
};

const DOCUMENT: Guard<DecisionGuardFacts> = {
  reason: "DOCUMENT_NEEDED",
  en: "the document that publishes it is public",
  holds: ({ document }) => isStated(document),
};

const OFFICER = ["OFFICER"] as const;

/** Life of a decision. */
export const DECISION = defineMachine<DecisionStage, DecisionEvent, DecisionGuardFacts>({
  name: "DecisionStage",
  title: "Major administrative decision 重大行政决策",
  states: {
    PROPOSED: { zh: "决策启动", en: "Taken up" },
    DRAFTED: { zh: "形成草案", en: "A draft is written" },
    CONSULTING: { zh: "征求意见", en: "The public is asked" },
    SUMMARISED: { zh: "公布采纳情况", en: "It is told what was adopted of the opinions" },
    REVIEWED: { zh: "合法性审查", en: "Reviewed for legality" },
    DECIDED: { zh: "集体讨论决定", en: "Decided in collective discussion" },
    PUBLISHED: { zh: "决策公布", en: "The decision is published" },
    EVALUATED: { zh: "决策后评估", en: "Evaluated after its execution", terminal: true },
  },
  initial: PROPOSED,
  transitions: [
    { event: "DRAFT", from: [PROPOSED], to: DRAFTED, actors: OFFICER, basis: START },
    {
      ...{ event: "CONSULT", from: [DRAFTED], to: CONSULTING, actors: OFFICER, basis: basisOfLimit(COMMENT_LIMIT) },
      ...{ limit: COMMENT_LIMIT, sets: ["openedOn"] },
    },
    {
      ...{ event: "SUMMARISE", from: [CONSULTING], to: SUMMARISED, actors: OFFICER },
      basis: basisOfProcedure("DECISION-OPINIONS"),
    },
    { event: "REVIEW", from: [SUMMARISED], to: REVIEWED, actors: OFFICER, basis: REVIEW },
    {
      ...{ event: "DECIDE", from: [REVIEWED], to: DECIDED, actors: OFFICER, sets: ["decidedOn"] },
      basis: basisOfProcedure("DECISION-DISCUSSION"),
    },
    {
      ...{ event: "PUBLISH", from: [DECIDED], to: PUBLISHED, actors: OFFICER, guards: [ALL_STEPS, DOCUMENT] },
      ...{ basis: basisOfProcedure("DECISION-PUBLICATION"), sets: ["publishedOn", "adoptedIndexNo"] },
    },
    {
      ...{ event: "EVALUATE", from: [PUBLISHED], to: EVALUATED, actors: OFFICER },
      basis: basisOfProcedure("DECISION-EVALUATION"),
    },
  ],
});

describeEnum(
  DecisionStage,
  DECISION.name,
  "How far a major decision has come (重大行政决策所处阶段).",
  describedStates(DECISION),
);
