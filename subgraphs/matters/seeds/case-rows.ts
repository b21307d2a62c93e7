/** Rows of demonstration cases: one for each case of the world, and two drafts that only their writers know of. */
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationCase, DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { toCaseLimit } from "../case-clock/case-clock.js";
import { TASK_TYPES } from "../matter/matter.codes.js";
import { ServiceRecipient, TaskType } from "../matter/matter.enums.js";
import { ApplyChannel, SpecialProcedureKind } from "../service-case/service-case.enums.js";
import type { SERVICE_CASES, SPECIAL_PROCEDURES } from "../service-case/service-case.rows.js";
import { CaseState } from "../service-case/service-case.state.js";
import { STORED_CASE } from "../service-case/service-case.stored.js";
import { caseContent } from "./case-content.js";
import { lifeOf, type CaseLife } from "./case-life.js";
import type { SeededVersion } from "./versions.js";

/** A case with everything that was decided about it. */
export interface SeededCase {
  readonly facts: DemonstrationCase;
  readonly life: CaseLife;
  readonly matter: DemonstrationMatter;
  readonly version: SeededVersion;
  readonly subject: string;
  readonly applicantName: string;
  readonly withoutReasons: boolean;
  /** True where a step takes the time of all. */
  readonly slow: boolean;
  readonly golden: boolean;
}

/** How many cases at the beginning of the world are golden ones of infra/local/cases.ts; the last case is one too. */
const GOLDEN_CASES = 9;

/** Every so many cases have a slow step. */
const SLOW_EACH = 29;

/** Decides the life of every case of the world. */
export const seededCases = (
  world: DemonstrationWorld,
  versions: ReadonlyMap<string, readonly SeededVersion[]>,
): SeededCase[] => {
  const random = world.random("matters.cases");
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  return world.cases.map((facts, index) => {
    const slowStep = index === world.cases.length - 1;
    const golden = index < GOLDEN_CASES || slowStep;
    const life = lifeOf(facts, world.today, random, golden);
    const all = versions.get(facts.matterId)!;
    return {
      facts,
      life,
      golden,
      slow: slowStep || (!golden && Number(facts.caseNo.slice(6)) % SLOW_EACH === 0),
      matter: matters.get(facts.matterId)!,
      // A case keeps the version it applied under.
      version: all.findLast(({ validFrom }) => validFrom <= facts.appliedOn) ?? all[0]!,
      subject: facts.person?.hash ?? facts.organization!.uscc ?? facts.organization!.id,
      applicantName: facts.person?.name ?? facts.organization!.name,
      withoutReasons: facts.granted === false && !golden && random() < 0.03,
    };
  });
};

type NewCase = NewOf<typeof SERVICE_CASES>;

const applicantOf = (facts: DemonstrationCase, index: number) => {
  const { person, organization } = facts;
  if (person)
    return {
      applicantType: ServiceRecipient.NATURAL_PERSON,
      applicantName: person.name,
      applicantOrgId: undefined,
      applicantIdTail: person.idNumber.slice(-4),
      contactName: person.name,
      contactPhone: person.phone,
      contactAddress: person.address,
    };
  return {
    applicantType: ServiceRecipient.ENTERPRISE,
    applicantName: organization!.name,
    applicantOrgId: organization!.id,
    applicantIdTail: organization!.uscc?.slice(-4),
    contactName: `演示联系人${index % 500}`,
    contactPhone: `1990002${String(1_000 + (index % 9_000))}`,
    contactAddress: undefined,
  };
};

/** A case as it is written. */
export const caseRecord = (seeded: SeededCase, index: number, today: string, random: () => number): NewCase => {
  const { facts, life, matter, version } = seeded;
  const promised = toCaseLimit(version.content.promised);
  const statutory = toCaseLimit(version.content.statutory);
  const content = caseContent({ ...seeded, matter: version.content, today, random });
  const channel = random();
  return {
    caseNo: facts.caseNo,
    matterId: matter.id,
    matterVersion: version.version,
    taskType: TASK_TYPES.valueOf(matter.taskType) ?? TaskType.OTHER_99,
    projectName: `关于${matter.taskName}的申请`,
    state: life.state,
    subject: seeded.subject,
    ...applicantOf(facts, index),
    deptId: facts.deptId,
    deptUscc: facts.deptUscc,
    divisionCode: facts.divisionCode,
    applyChannel: channel < 0.6 ? ApplyChannel.ONLINE : channel < 0.97 ? ApplyChannel.WINDOW : ApplyChannel.POST,
    openedOn: facts.appliedOn,
    appliedOn: facts.appliedOn,
    noticeOn: life.noticeOn,
    acceptedOn: facts.acceptedOn,
    acceptanceNo: facts.acceptedOn === undefined ? undefined : `SL${facts.caseNo}`,
    promisedAmount: promised?.amount,
    promisedUnit: promised?.unit,
    statutoryAmount: statutory?.amount,
    statutoryUnit: statutory?.unit,
    completedOn: facts.completedOn,
    granted: facts.granted,
    endedOn: life.endedOn,
    content: STORED_CASE.write(content),
  };
};

/** Special procedures of a case as they are written. */
export const procedureRecords = ({ facts, life }: SeededCase): NewOf<typeof SPECIAL_PROCEDURES>[] =>
  life.procedures.map((procedure, index) => {
    const extension = procedure.kind === SpecialProcedureKind.EXTENSION;
    return {
      caseNo: facts.caseNo,
      number: index + 1,
      kind: procedure.kind,
      name: extension ? "延长审批" : "特别程序",
      reason: extension ? "情况复杂，经批准延长" : "依法需要另行开展，所需时间已书面告知申请人",
      from: procedure.from,
      to: procedure.to,
      result: procedure.to === undefined ? undefined : "已完成",
      extensionDays: procedure.extensionDays,
      approver: extension ? "本行政机关负责人" : undefined,
    };
  });

/** Two drafts, of citizen-1 and of the enterprise of agent-1, made from their latest food licence cases. */
export const draftRecords = (cases: readonly SeededCase[], today: string): NewCase[] =>
  [cases[2]!, cases[8]!].map((seeded, index) => {
    const facts = { ...seeded.facts, acceptedOn: undefined, completedOn: undefined, granted: undefined };
    const life: CaseLife = { state: CaseState.DRAFT, procedures: [] };
    return {
      ...caseRecord({ ...seeded, facts, life }, index, today, () => 0),
      caseNo: `${facts.divisionCode}${today.replaceAll("-", "")}90000${index + 1}`,
      openedOn: today,
      appliedOn: undefined,
      content: STORED_CASE.write({ steps: [], materials: [] }),
    };
  });
