/** SQL of repair cases. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { repairSystemOf } from "../../../platform/domain/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { subjectOf } from "../counterparty/counterparty.js";
import { repairRulesOf } from "../repair-rules/repair-rules.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import type { RepairState } from "./repair-case.machine.js";
import { repairDeadline } from "./repair-case.status.js";
import { WHOSE_REPAIR_CASE } from "./repair-case.policy.js";
import { REPAIR_CASES, type RepairCaseRow } from "./repair-case.rows.js";
import { STORED_EVIDENCE } from "./repair-case.stored.js";
import type { RepairCase } from "./repair-case.type.js";

const shown = REPAIR_CASES.to<RepairCase>()("counterpartyUscc", "counterpartyHash", "evidence");

/** Whose measures govern the record: its authority's, or those of whoever keeps the list. */
const systemOf = ({ repair_system, list }: RepairCaseRow): string | undefined =>
  repair_system ?? repairSystemOf({ list: list ?? undefined });

/** Domain object of a row on the day. */
export const toRepairCase = (row: RepairCaseRow, today: string): RepairCase => {
  return shown(row, {
    get deadline() {
      return repairDeadline(
        {
          state: row.state,
          appliedOn: row.applied_on,
          acceptedOn: row.accepted_on ?? undefined,
          feedbackOn: row.feedback_on ?? undefined,
          extended: row.extended,
          repairSystem: systemOf(row),
        },
        today,
      );
    },
    get repairRules() {
      return repairRulesOf(systemOf(row), row.applied_on);
    },
    evidence: row.evidence.map((document) => ({ ...STORED_EVIDENCE.read(document), no: row.no })),
    subject: subjectOf(row),
  });
};

/** Every case with what its record says of the measures that govern it. */
const repairCasesOf = (db: Knex): Knex.QueryBuilder =>
  proceedingsOf(db, "repair_cases").select(
    db.raw("(select p.repair_system from penalties p where p.id = record_id) as repair_system"),
    db.raw("(select l.list from list_entries l where l.id = record_id) as list"),
  );

/** Cases with these numbers, in no order; access is decided by the service. */
export const findRepairCases = async (db: Knex, numbers: readonly string[]): Promise<RepairCaseRow[]> =>
  (await repairCasesOf(db).whereIn("no", [...numbers])) as RepairCaseRow[];

/** Cases that the viewer may know of. */
export const repairCasesQuery = (db: Knex, viewer: Viewer, state: RepairState | undefined): Knex.QueryBuilder => {
  const query = readableRows(repairCasesOf(db), WHOSE_REPAIR_CASE, { viewer });
  if (state) query.where("state", state);
  return query;
};

/** Those of a body, or about a record. */
export const repairCasesBy = (
  column: "counterparty_id" | "record_id",
  db: Knex,
  viewer: Viewer,
  parent: Knex.Raw,
): Knex.QueryBuilder => repairCasesQuery(db, viewer, undefined).where(column, parent);
