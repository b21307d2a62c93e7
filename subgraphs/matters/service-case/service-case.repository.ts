/** SQL of cases; rows become domain objects here. Rows that a viewer may not know of are left out in SQL. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows, type RowOf } from "../../../platform/database/index.js";
import type { CaseLimit } from "../case-clock/case-clock.js";
import { VERSION_STEPS_SQL, stepsOfStored } from "../matter/matter.stored.js";
import { OF_APPLICANT, WHOSE_CASE } from "./service-case.policy.js";
import { PAUSING_KINDS, type ServiceCase, type SpecialProcedure } from "./service-case.js";
import { SERVICE_CASES, SPECIAL_PROCEDURES, type ProcedureRow } from "./service-case.rows.js";
import type { CaseState } from "./service-case.state.js";
import { STORED_CASE } from "./service-case.stored.js";

/** A row of service_cases with its procedures and the steps of its version. */
export interface CaseRow extends RowOf<typeof SERVICE_CASES> {
  readonly procedures: readonly ProcedureRow[];
  readonly step_limits: Parameters<typeof stepsOfStored>[0];
}

/** SQL of a case's procedures as one JSON value; needs `service_cases as c`. */
const PROCEDURES_SQL = `(select coalesce(jsonb_agg(jsonb_build_object(${SPECIAL_PROCEDURES.columns()
  .map((column) => `'${column}', p.${column}`)
  .join(", ")}) order by p.number), '[]') from special_procedures p where p.case_no = c.case_no) as procedures`;

/** SQL of the steps of the version that a case applied under, with their limits; needs `service_cases as c`. */
const STEP_LIMITS_SQL = `(select ${VERSION_STEPS_SQL} from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version) as step_limits`;

const limitOf = (amount: number | null, unit: CaseLimit["unit"] | null): CaseLimit | undefined =>
  amount === null || unit === null ? undefined : { amount, unit };

const shown = SERVICE_CASES.to<ServiceCase>()(
  "openedOn",
  "promisedAmount",
  "promisedUnit",
  "statutoryAmount",
  "statutoryUnit",
  "content",
);
const shownProcedure = SPECIAL_PROCEDURES.to<SpecialProcedure>()();

/** Domain object of a row. */
export const toCase = (row: CaseRow): ServiceCase => {
  const { steps, materials, result, situationIds, promisedMaterials, commitment } = STORED_CASE.read(row.content);
  return shown(row, {
    promised: limitOf(row.promised_amount, row.promised_unit),
    statutory: limitOf(row.statutory_amount, row.statutory_unit),
    procedures: row.procedures.map((procedure) =>
      shownProcedure(procedure, { pausesClock: PAUSING_KINDS.includes(procedure.kind) }),
    ),
    recordedSteps: steps,
    stepLimits: stepsOfStored(row.step_limits),
    materials,
    result,
    situationIds,
    promisedMaterials,
    commitment,
  });
};

const selectCases = (db: Knex): Knex.QueryBuilder =>
  db("service_cases as c").select(...SERVICE_CASES.columns("c"), db.raw(PROCEDURES_SQL), db.raw(STEP_LIMITS_SQL));

/** Cases with these numbers, in no order; access is decided by the service. */
export const findCases = async (db: Knex, numbers: readonly string[]): Promise<CaseRow[]> =>
  (await selectCases(db).whereIn("c.case_no", [...numbers])) as CaseRow[];

/** Cases that the viewer may know of, in these states; the caller adds parent, order and page. */
export const casesQuery = (db: Knex, viewer: Viewer, states: readonly CaseState[] | undefined): Knex.QueryBuilder => {
  const query = readableRows(selectCases(db), WHOSE_CASE, { viewer, table: "c" });
  if (states) query.whereIn("c.state", [...states]);
  return query;
};

/** Narrows to those that an organisation handles, applied for, or either. */
export const ofOrganizationAs = (
  query: Knex.QueryBuilder,
  organizationId: Knex.Raw,
  { handler, applicant }: { readonly handler: boolean; readonly applicant: boolean },
): Knex.QueryBuilder =>
  query.where((related) => {
    if (handler) related.orWhere("c.dept_id", organizationId);
    if (applicant) related.orWhere("c.applicant_org_id", organizationId);
  });

/** Those that the viewer, or the body that the viewer acts for, applied for. */
export const ownCasesQuery = (db: Knex, viewer: Viewer, states: readonly CaseState[] | undefined): Knex.QueryBuilder =>
  readableRows(casesQuery(db, viewer, states), OF_APPLICANT, { viewer, table: "c" });
