/** What a demonstration case shows whole: steps, materials, result. All names and opinions are invented. */
import { MaterialNeed } from "../matter/material.enums.js";
import { CaseOutcome, MaterialDelivery } from "../service-case/service-case.enums.js";
import type { CaseContent, CaseResult, RecordedStep } from "../service-case/service-case.js";
import { CaseState } from "../service-case/service-case.state.js";
import { seededSteps, type StepSources } from "./case-steps.js";

const REMEDY = "可自收到本决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";
const REASONS = "提交的材料不足以证明符合法定条件。";

/** What the content is made from. */
export interface ContentSources extends StepSources {
  readonly random: () => number;
  /** True for a refusal that tells no reasons: an error on purpose, which monitoring finds. */
  readonly withoutReasons: boolean;
}

/** The content of a case. */
export const caseContent = (sources: ContentSources): CaseContent => ({
  steps: stepsOf(sources),
  materials: sources.matter.materials
    .filter(({ need, situationIds }) => need === MaterialNeed.REQUIRED && !situationIds.includes("CHANGE"))
    .map(({ name, copies, licenceType }) => ({
      name,
      copies: copies ?? 1,
      delivery:
        licenceType !== undefined
          ? MaterialDelivery.LICENCE_SHARED
          : sources.random() < 0.7
            ? MaterialDelivery.ELECTRONIC
            : MaterialDelivery.PAPER,
    })),
  ...(resultOf(sources) === undefined ? {} : { result: resultOf(sources) }),
});

const officer = (random: () => number): string => `演示办理员${1 + Math.floor(random() * 30)}`;

/** Whoever handles a step also did what came before acceptance, and finishes what still runs. */
const stepsOf = (sources: ContentSources): RecordedStep[] => {
  let officerName: string | undefined;
  const running = sources.facts.completedOn === undefined && sources.facts.acceptedOn !== undefined;
  return seededSteps(sources).map((step) => {
    if (officerName === undefined || step.name === "审核" || !running) officerName = officer(sources.random);
    return { ...step, officerName };
  });
};

const resultOf = ({ facts, life, matter, withoutReasons }: ContentSources): CaseResult | undefined => {
  if (life.state === CaseState.NOT_ACCEPTED) {
    return { outcome: CaseOutcome.NOT_ACCEPTED, decidedOn: life.endedOn, reasons: REASONS, remedy: REMEDY };
  }
  const { completedOn, granted } = facts;
  if (completedOn === undefined) return undefined;
  const delivered = life.state === CaseState.COMPLETED ? {} : { deliveredOn: completedOn };
  if (granted !== true) {
    const reasons = withoutReasons ? {} : { reasons: REASONS };
    return { outcome: CaseOutcome.REFUSED, decidedOn: completedOn, ...reasons, remedy: REMEDY, ...delivered };
  }
  return { outcome: CaseOutcome.GRANTED, decidedOn: completedOn, resultName: matter.result?.name, ...delivered };
};
