/** Steps of a demonstration case: each within its limit, save those that were slow on purpose. */
import {
  PROVISIONAL,
  addWorkdays,
  computeDeadline,
  workdaysBetween,
  type Suspension,
} from "../../../platform/domain/index.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { DemonstrationCase } from "../../demonstration.js";
import { toCaseLimit, type ClockFacts } from "../case-clock/case-clock.js";
import type { MatterContent, ProcessStep } from "../matter/matter.js";
import { TASK_TYPES } from "../matter/matter.codes.js";
import { TaskType } from "../matter/matter.enums.js";
import { SpecialProcedureKind } from "../service-case/service-case.enums.js";
import { PAUSING_KINDS, type RecordedStep } from "../service-case/service-case.js";
import { CaseState } from "../service-case/service-case.state.js";
import type { CaseLife } from "./case-life.js";

/** What the steps are made from. */
export interface StepSources {
  readonly facts: DemonstrationCase;
  readonly life: CaseLife;
  /** Content of the version that the case applied under. */
  readonly matter: MatterContent;
  readonly today: string;
  /** True where a step takes the time of all. */
  readonly slow: boolean;
}

/** A step before somebody is named for it. */
export type SeededStep = Omit<RecordedStep, "officerName">;

/** Steps of a matter: those of a promise of three working days or more have limits that add up to it, day of acceptance to day of decision. */
export const processSteps = (promised: TimeLimit | undefined): ProcessStep[] => {
  const days = promised?.unit === LimitUnit.WORKING_DAY && promised.amount >= 3 ? promised.amount : undefined;
  const decision = days === undefined ? undefined : Math.max(1, Math.floor((days - 1) / 3));
  const limited = (name: string, workingDays: number | undefined): ProcessStep =>
    workingDays === undefined ? { name } : { name, workingDays };
  return [
    limited("受理", days === undefined ? undefined : 1),
    limited("审核", days === undefined ? undefined : days - 1 - decision!),
    limited("审批", decision),
    { name: "办结" },
    { name: "送达" },
  ];
};

const after = (from: string, days: number, excluded?: (day: string) => boolean): string => {
  const day = addWorkdays(from, days, excluded === undefined ? {} : { excluded });
  return day === PROVISIONAL ? from : day;
};

const earlier = (one: string, other: string): string => (one < other ? one : other);

const pausesOf = ({ life }: StepSources): Suspension[] =>
  life.procedures.filter(({ kind }) => PAUSING_KINDS.includes(kind));

const extensionsOf = ({ life }: StepSources): { from: string; days: number }[] =>
  life.procedures.flatMap(({ kind, from, extensionDays }) =>
    kind === SpecialProcedureKind.EXTENSION ? [{ from, days: extensionDays ?? 0 }] : [],
  );

const step = (name: string, event: string, startedOn: string, endedOn?: string, opinion?: string): SeededStep => ({
  name,
  event,
  startedOn,
  ...(endedOn === undefined ? {} : { endedOn }),
  ...(opinion === undefined ? {} : { opinion }),
});

/** The steps, oldest first. */
export const seededSteps = (sources: StepSources): SeededStep[] => {
  const { facts, life } = sources;
  const { appliedOn, acceptedOn, completedOn } = facts;
  if (life.state === CaseState.SUBMITTED) return [];
  if (acceptedOn === undefined) {
    const opinion = life.state === CaseState.CORRECTION ? "材料不全，已一次性告知需补正的内容。" : undefined;
    return [step("收件", "收件登记", appliedOn, life.endedOn, opinion)];
  }
  return [
    ...acceptance(sources, acceptedOn),
    ...(completedOn === undefined ? running(sources, acceptedOn) : completed(sources, acceptedOn, completedOn)),
  ];
};

/** Acceptance takes the last working day before it, what came before was receipt; a slow one takes all. */
const acceptance = ({ facts: { appliedOn }, slow }: StepSources, acceptedOn: string): SeededStep[] => {
  const days = workdaysBetween(appliedOn, acceptedOn) ?? 0;
  const startedOn = slow || days <= 1 ? appliedOn : after(appliedOn, days - 1);
  return [
    ...(startedOn === appliedOn ? [] : [step("收件", "收件登记", appliedOn, startedOn)]),
    step("受理", "受理登记", startedOn, acceptedOn, "材料齐全，符合法定形式，予以受理。"),
  ];
};

const dueOf = (sources: StepSources, name: string, start: string): string | undefined => {
  const limit = sources.matter.steps.find((one) => one.name === name)?.workingDays;
  if (limit === undefined) return undefined;
  const extension = name === "审核" ? extensionsOf(sources).reduce((sum, { days }) => sum + days, 0) : 0;
  return computeDeadline({ start, unit: "WD", amount: limit + extension, suspensions: pausesOf(sources) }).dueOn;
};

const running = (sources: StepSources, acceptedOn: string): SeededStep[] => {
  const { life, today, slow } = sources;
  if (life.state === CaseState.ACCEPTED) return [];
  const started = earlier(after(acceptedOn, 1), life.endedOn ?? today);
  const reviewedOn = dueOf(sources, "审核", started);
  if (slow || life.endedOn !== undefined || reviewedOn === undefined || reviewedOn >= today)
    return [step("审核", "材料审查", started, life.endedOn)];
  const review = step("审核", "材料审查", started, reviewedOn, "经审查，符合条件，建议准予。");
  if (life.state !== CaseState.DECIDED) return [review, step("审批", "作出决定", reviewedOn)];
  const decidedOn = earlier(dueOf(sources, "审批", reviewedOn) ?? today, today);
  return [review, step("审批", "作出决定", reviewedOn, decidedOn, "同意。"), step("办结", "办结归档", decidedOn)];
};

const completed = (sources: StepSources, acceptedOn: string, completedOn: string): SeededStep[] => {
  const { facts, life, matter, slow } = sources;
  const pauses = pausesOf(sources);
  const excluded = (day: string): boolean => pauses.some(({ from, to }) => from <= day && day <= (to ?? day));
  const started = earlier(completedOn === acceptedOn ? acceptedOn : after(acceptedOn, 1), completedOn);
  const used = workdaysBetween(started, completedOn, { excluded }) ?? 0;
  const decision = matter.steps.find(({ name }) => name === "审批")?.workingDays ?? used;
  const reviewedOn = slow
    ? completedOn
    : after(started, Math.max(Math.ceil((used * 2) / 3), used - decision), excluded);
  const granted = facts.granted === true;
  return [
    step("审核", "材料审查", started, reviewedOn, granted ? "经审查，符合条件，建议准予。" : "经审查，不符合条件。"),
    step("审批", "作出决定", reviewedOn, completedOn, granted ? "同意。" : "不予许可。"),
    step("办结", "办结归档", completedOn, completedOn),
    ...(life.state === CaseState.COMPLETED ? [] : [step("送达", "送达", completedOn, completedOn)]),
  ];
};

/** What the clock of a demonstration case is computed from. */
export const seededClock = (sources: StepSources, matterVersion: number): ClockFacts => ({
  state: sources.life.state,
  acceptedOn: sources.facts.acceptedOn,
  completedOn: sources.facts.completedOn,
  endedOn: sources.life.endedOn,
  noticeOn: sources.life.noticeOn,
  promised: toCaseLimit(sources.matter.promised),
  statutory: toCaseLimit(sources.matter.statutory),
  pauses: pausesOf(sources),
  extensions: extensionsOf(sources),
  steps: seededSteps(sources),
  stepLimits: sources.matter.steps,
  matterVersion,
  taskType: TASK_TYPES.valueOf(sources.facts.taskType) ?? TaskType.OTHER_99,
});
