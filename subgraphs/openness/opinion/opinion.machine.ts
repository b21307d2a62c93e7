/** The machine of an opinion on a draft: given, and answered once, with a reason where it is not adopted in whole. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";
import { OpinionOutcome } from "./opinion.enums.js";

/** What happens to it. */
export type OpinionEvent = "ADOPT" | "ADOPT_PARTLY" | "REJECT";

/** What its guards look at. */
export interface OpinionGuardFacts {
  readonly reasons?: string;
}

const { PENDING, ADOPTED, PARTLY_ADOPTED, NOT_ADOPTED } = OpinionOutcome;

const ANSWER = {
  from: [PENDING],
  actors: ["OFFICER"],
  sets: ["answeredOn"],
  basis: basisOfProcedure("DECISION-OPINIONS"),
} as const;

/** Life of an opinion. */
export const OPINION = defineMachine<OpinionOutcome, OpinionEvent, OpinionGuardFacts>({
  name: "OpinionOutcome",
  title: "Opinion on a draft 公众意见",
  states: {
    PENDING: { zh: "待研究", en: "Not answered yet" },
    ADOPTED: { zh: "采纳", en: "Adopted", terminal: true },
    PARTLY_ADOPTED: { zh: "部分采纳", en: "Adopted in part", terminal: true },
    NOT_ADOPTED: { zh: "未采纳", en: "Not adopted, for a reason that is stated", terminal: true },
  },
  initial: PENDING,
  transitions: [
    { ...ANSWER, event: "ADOPT", to: ADOPTED },
    { ...ANSWER, event: "ADOPT_PARTLY", to: PARTLY_ADOPTED, guards: [REASONS_TOLD] },
    { ...ANSWER, event: "REJECT", to: NOT_ADOPTED, guards: [REASONS_TOLD] },
  ],
});

describeEnum(
  OpinionOutcome,
  OPINION.name,
  "What the organiser did with an opinion (意见采纳情况).",
  describedStates(OPINION),
);
