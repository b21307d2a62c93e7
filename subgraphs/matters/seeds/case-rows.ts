/** Rows of demonstration cases: one for each case of the world, and two drafts that only their writers know of. */
import type { CopyValue } from "../../../platform/database/index.js";
import type { DemonstrationCase, DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { toCaseLimit } from "../case-clock/case-clock.js";
import { TASK_TYPES } from "../matter/matter.codes.js";
import { ServerType, TaskType } from "../matter/matter.enums.js";
import { SpecialProcedureKind } from "../service-case/service-case.parts.js";
import { CaseState } from "../service-case/service-case.state.js";
import { ApplyChannel } from "../service-case/service-case.type.js";
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

/** Columns of service_cases, in the order of `caseRow`. */
export const CASE_COLUMNS = [
  "project_no",
  "matter_id",
  "matter_version",
  "task_type",
  "project_name",
  "state",
  "subject",
  "applicant_type",
  "applicant_name",
  "applicant_org_id",
  "applicant_id_tail",
  "contact_name",
  "contact_phone",
  "contact_address",
  "dept_id",
  "dept_uscc",
  "division_code",
  "apply_channel",
  "opened_on",
  "applied_on",
  "notice_on",
  "accepted_on",
  "acceptance_no",
  "promised_amount",
  "promised_unit",
  "statutory_amount",
  "statutory_unit",
  "completed_on",
  "granted",
  "ended_on",
  "content",
] as const;

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
      slow: slowStep || (!golden && Number(facts.projectNo.slice(6)) % SLOW_EACH === 0),
      matter: matters.get(facts.matterId)!,
      // A case keeps the version it applied under.
      version: all.findLast(({ validFrom }) => validFrom <= facts.appliedOn) ?? all[0]!,
      subject: facts.person?.hash ?? facts.organization!.uscc ?? facts.organization!.id,
      applicantName: facts.person?.name ?? facts.organization!.name,
      withoutReasons: facts.granted === false && !golden && random() < 0.03,
    };
  });
};

const applicantOf = (facts: DemonstrationCase, index: number): CopyValue[] => {
  const { person, organization } = facts;
  if (person) {
    return [
      ServerType.NATURAL_PERSON,
      person.name,
      null,
      person.idNumber.slice(-4),
      person.name,
      person.phone,
      person.address,
    ];
  }
  const tail = organization!.uscc?.slice(-4) ?? null;
  const phone = `1990002${String(1_000 + (index % 9_000))}`;
  return [ServerType.ENTERPRISE, organization!.name, organization!.id, tail, `演示联系人${index % 500}`, phone, null];
};

/** One row of service_cases. */
export const caseRow = (seeded: SeededCase, index: number, today: string, random: () => number): CopyValue[] => {
  const { facts, life, matter, version } = seeded;
  const promised = toCaseLimit(version.content.promised);
  const statutory = toCaseLimit(version.content.statutory);
  const content = caseContent({ ...seeded, matter: version.content, today, random });
  const channel = random();
  return [
    facts.projectNo,
    matter.id,
    version.version,
    TASK_TYPES.valueOf(matter.taskType) ?? TaskType.OTHER_99,
    `关于${matter.taskName}的申请`,
    life.state,
    seeded.subject,
    ...applicantOf(facts, index),
    facts.deptId,
    facts.deptUscc,
    facts.divisionCode,
    channel < 0.6 ? ApplyChannel.ONLINE : channel < 0.97 ? ApplyChannel.WINDOW : ApplyChannel.POST,
    facts.appliedOn,
    facts.appliedOn,
    life.noticeOn ?? null,
    facts.acceptedOn ?? null,
    facts.acceptedOn === undefined ? null : `SL${facts.projectNo}`,
    promised?.amount ?? null,
    promised?.unit ?? null,
    statutory?.amount ?? null,
    statutory?.unit ?? null,
    facts.completedOn ?? null,
    facts.granted ?? null,
    life.endedOn ?? null,
    JSON.stringify(content),
  ];
};

/** Rows of special_procedures. */
export const procedureRows = ({ facts, life }: SeededCase): CopyValue[][] =>
  life.procedures.map((procedure, index) => {
    const extension = procedure.kind === SpecialProcedureKind.EXTENSION;
    return [
      facts.projectNo,
      index + 1,
      procedure.kind,
      extension ? "延长审批" : "特别程序",
      extension ? "情况复杂，经批准延长" : "依法需要另行开展，所需时间已书面告知申请人",
      procedure.from,
      procedure.to ?? null,
      procedure.to === undefined ? null : "已完成",
      procedure.extensionDays ?? null,
      extension ? "本行政机关负责人" : null,
    ];
  });

/** Two drafts, of citizen-1 and of the enterprise of agent-1, made from their latest food licence cases. */
export const draftRows = (cases: readonly SeededCase[], today: string): CopyValue[][] =>
  [cases[2]!, cases[8]!].map((seeded, index) => {
    const facts = { ...seeded.facts, acceptedOn: undefined, completedOn: undefined, granted: undefined };
    const life: CaseLife = { state: CaseState.DRAFT, procedures: [] };
    const draft = caseRow({ ...seeded, facts, life }, index, today, () => 0);
    const set = (column: (typeof CASE_COLUMNS)[number], value: CopyValue): void => {
      draft[CASE_COLUMNS.indexOf(column)] = value;
    };
    set("project_no", `${facts.divisionCode}${today.replaceAll("-", "")}90000${index + 1}`);
    set("opened_on", today);
    set("applied_on", null);
    set("content", JSON.stringify({ steps: [], materials: [] }));
    return draft;
  });
