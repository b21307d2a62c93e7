/** Major administrative decisions, as the domain knows them: the five statutory steps and which of them are missing. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { StatutoryStep, StepState } from "./decision.enums.js";

/** Evidence of a step: the day on which it was taken and what shows it, or why it is not asked of this decision. */
export interface StepEvidence {
  readonly step: StatutoryStep;
  readonly takenOn?: LocalDate | undefined;
  readonly documentTitle?: string | undefined;
  readonly outcome?: string | undefined;
  readonly notNeededBecause?: string | undefined;
}

/** A step with what became of it; no evidence where it is missing. */
export interface JudgedStep extends StepEvidence {
  readonly state: StepState;
}

/** The steps in the order of the law. */
export const STATUTORY_STEPS: readonly StatutoryStep[] = Object.values(StatutoryStep);

/**
 * Steps that every decision takes. Participation is left out where openness is forbidden, experts and risks where the matter asks for neither
 * (国令第713号 第十四条, 第十九条, 第二十二条); review and discussion never (第二十五条, 第三十条).
 */
export const ALWAYS_NEEDED: readonly StatutoryStep[] = [
  StatutoryStep.LEGALITY_REVIEW,
  StatutoryStep.COLLECTIVE_DISCUSSION,
];

const stateOf = ({ step, takenOn, notNeededBecause }: StepEvidence, day: LocalDate): StepState => {
  if (takenOn !== undefined && takenOn <= day) return StepState.DONE;
  const isLeftOut = takenOn === undefined && notNeededBecause !== undefined && !ALWAYS_NEEDED.includes(step);
  return isLeftOut ? StepState.NOT_NEEDED : StepState.MISSING;
};

/** All five steps on the day, each with its evidence or as a gap; what is planned for a later day is a gap still. */
export const stepsOn = (evidence: readonly StepEvidence[], day: LocalDate): JudgedStep[] =>
  STATUTORY_STEPS.map((step) => {
    const found = evidence.find((one) => one.step === step);
    const state = found === undefined ? StepState.MISSING : stateOf(found, day);
    return state === StepState.MISSING ? { step, state } : { ...found, step, state };
  });

/** Steps without which the decision may not be published. */
export const missingSteps = (evidence: readonly StepEvidence[], day: LocalDate): StatutoryStep[] =>
  stepsOn(evidence, day)
    .filter(({ state }) => state === StepState.MISSING)
    .map(({ step }) => step);
