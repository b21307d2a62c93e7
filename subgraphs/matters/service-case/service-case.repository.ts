/** SQL of cases; rows become domain objects here. Rows that a viewer may not know of are left out in SQL. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import type { CaseLimit } from "../case-clock/case-clock.js";
import type { ServerType, TaskType } from "../matter/matter.enums.js";
import { VERSION_STEPS_SQL, stepsOfStored } from "../matter/matter.stored.js";
import {
  PAUSING_KINDS,
  type CaseMaterial,
  type CaseResult,
  type SpecialProcedure,
  type SpecialProcedureKind,
  type StoredStep,
} from "./service-case.parts.js";
import { OF_APPLICANT, WHOSE_CASE } from "./service-case.policy.js";
import type { CaseState } from "./service-case.state.js";
import type { ApplyChannel, ServiceCase } from "./service-case.type.js";

/** What of a case is kept as one JSON document: shown whole, never searched. */
export interface CaseContent {
  readonly steps: readonly StoredStep[];
  readonly materials: CaseMaterial[];
  readonly result?: CaseResult;
}

/** A procedure as it is stored. */
type StoredProcedure = {
  readonly [Field in keyof Omit<SpecialProcedure, "pausesClock">]: SpecialProcedure[Field] | null;
};

/** A row of service_cases with its procedures. */
export interface CaseRow {
  project_no: string;
  matter_id: string;
  matter_version: number;
  task_type: TaskType;
  project_name: string;
  state: CaseState;
  subject: string;
  applicant_type: ServerType;
  applicant_name: string;
  applicant_org_id: string | null;
  applicant_id_tail: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  contact_address: string | null;
  dept_id: string;
  dept_uscc: string;
  division_code: string;
  apply_channel: ApplyChannel | null;
  opened_on: string;
  applied_on: string | null;
  notice_on: string | null;
  accepted_on: string | null;
  acceptance_no: string | null;
  promised_amount: number | null;
  promised_unit: CaseLimit["unit"] | null;
  statutory_amount: number | null;
  statutory_unit: CaseLimit["unit"] | null;
  completed_on: string | null;
  ended_on: string | null;
  content: CaseContent;
  procedures: StoredProcedure[];
  step_limits: Parameters<typeof stepsOfStored>[0];
}

/** SQL of a case's procedures as one JSON value; needs `service_cases as c`. */
export const PROCEDURES_SQL = `(select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'name', p.name, 'reason', p.reason, 'from', p.from_on, 'to', p.to_on,
  'result', p.result, 'extensionDays', p.extension_days, 'approver', p.approver) order by p.number), '[]') from special_procedures p where p.project_no = c.project_no) as procedures`;

/** SQL of the steps of the version that a case applied under, with their limits; needs `service_cases as c`. */
const STEP_LIMITS_SQL = `(select ${VERSION_STEPS_SQL} from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version) as step_limits`;

const limitOf = (amount: number | null, unit: CaseLimit["unit"] | null): CaseLimit | undefined =>
  amount === null || unit === null ? undefined : { amount, unit };

const withoutNulls = <Value extends object>(value: Value): { [Key in keyof Value]: NonNullable<Value[Key]> } =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null)) as never;

const toProcedure = (stored: StoredProcedure): SpecialProcedure => ({
  ...(withoutNulls(stored) as unknown as Omit<SpecialProcedure, "pausesClock">),
  pausesClock: PAUSING_KINDS.includes(stored.kind as SpecialProcedureKind),
});

/** Domain object of a row. */
export const toCase = (row: CaseRow): ServiceCase => ({
  projectNo: row.project_no,
  projectName: row.project_name,
  state: row.state,
  matterId: row.matter_id,
  matterVersion: row.matter_version,
  taskType: row.task_type,
  applicantName: row.applicant_name,
  applicantType: row.applicant_type,
  applicantIdTail: row.applicant_id_tail ?? undefined,
  applicantOrgId: row.applicant_org_id ?? undefined,
  contactName: row.contact_name ?? undefined,
  contactPhone: row.contact_phone ?? undefined,
  contactAddress: row.contact_address ?? undefined,
  applyChannel: row.apply_channel ?? undefined,
  appliedOn: row.applied_on ?? undefined,
  noticeOn: row.notice_on ?? undefined,
  acceptedOn: row.accepted_on ?? undefined,
  acceptanceNo: row.acceptance_no ?? undefined,
  completedOn: row.completed_on ?? undefined,
  endedOn: row.ended_on ?? undefined,
  promised: limitOf(row.promised_amount, row.promised_unit),
  statutory: limitOf(row.statutory_amount, row.statutory_unit),
  procedures: row.procedures.map(toProcedure),
  storedSteps: row.content.steps,
  stepLimits: stepsOfStored(row.step_limits),
  materials: row.content.materials,
  result: row.content.result,
  subject: row.subject,
  deptId: row.dept_id,
  deptUscc: row.dept_uscc,
  divisionCode: row.division_code,
});

const selectCases = (db: Knex): Knex.QueryBuilder =>
  db("service_cases as c").select("c.*", db.raw(PROCEDURES_SQL), db.raw(STEP_LIMITS_SQL));

/** Cases with these numbers, in no order; access is decided by the service. */
export const findCases = async (db: Knex, numbers: readonly string[]): Promise<CaseRow[]> =>
  (await selectCases(db).whereIn("c.project_no", [...numbers])) as CaseRow[];

/** Cases that the viewer may know of, in these states; the caller adds parent, order and page. */
export const casesQuery = (db: Knex, viewer: Viewer, states: readonly CaseState[] | undefined): Knex.QueryBuilder => {
  const query = readableRows(selectCases(db), WHOSE_CASE, { viewer, table: "c" });
  if (states) query.whereIn("c.state", [...states]);
  return query;
};

/** Those that the viewer, or the body that the viewer acts for, applied for. */
export const ownCasesQuery = (db: Knex, viewer: Viewer, states: readonly CaseState[] | undefined): Knex.QueryBuilder =>
  readableRows(casesQuery(db, viewer, states), OF_APPLICANT, { viewer, table: "c" });
