/** What a demonstration case shows whole: steps, materials, result. All names and opinions are invented. */
import { daysBetween, addDays } from "../../../platform/domain/index.js";
import type { DemonstrationCase } from "../../../platform/subgraph/index.js";
import { MaterialNeed } from "../matter/matter.enums.js";
import type { MatterContent } from "../matter/matter.repository.js";
import { CaseOutcome, MaterialDelivery, type CaseResult } from "../service-case/service-case.parts.js";
import type { CaseContent, StoredStep } from "../service-case/service-case.repository.js";
import { CaseState } from "../service-case/service-case.status.js";
import type { CaseLife } from "./case-life.js";

const REMEDY = "可自收到本决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";
const REASONS = "提交的材料不足以证明符合法定条件。";

/** What the content is made from. */
export interface ContentSources {
  readonly facts: DemonstrationCase;
  readonly life: CaseLife;
  readonly matter: MatterContent;
  readonly today: string;
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

const stepsOf = ({ facts, life, today, random }: ContentSources): StoredStep[] => {
  const step = (name: string, event: string, startedOn: string, endedOn?: string, opinion?: string): StoredStep => ({
    name,
    event,
    startedOn,
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(opinion === undefined ? {} : { opinion }),
    officerName: officer(random),
  });
  const { appliedOn, acceptedOn, completedOn } = facts;
  if (life.state === CaseState.SUBMITTED) return [];
  if (acceptedOn === undefined) {
    const opinion = life.state === CaseState.CORRECTION ? "材料不全，已一次性告知需补正的内容。" : undefined;
    return [step("受理", "收件登记", appliedOn, life.endedOn, opinion)];
  }
  const end = completedOn ?? life.endedOn;
  const middle = addDays(acceptedOn, Math.floor(daysBetween(acceptedOn, end ?? today) / 2));
  const steps = [step("受理", "受理登记", appliedOn, acceptedOn, "材料齐全，符合法定形式，予以受理。")];
  if (completedOn === undefined) {
    if (life.state !== CaseState.ACCEPTED) steps.push(step("审核", "材料审查", acceptedOn, life.endedOn));
    return steps;
  }
  const granted = facts.granted === true;
  steps.push(
    step("审核", "材料审查", acceptedOn, middle, granted ? "经审查，符合条件，建议准予。" : "经审查，不符合条件。"),
    step("审批", "作出决定", middle, completedOn, granted ? "同意。" : "不予许可。"),
    step("办结", "办结归档", completedOn, completedOn),
  );
  if (life.state !== CaseState.COMPLETED) steps.push(step("送达", "送达", completedOn, completedOn));
  return steps;
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
