/** SQL of penalties. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { RECORD_COLUMNS, factsOf, orWhereEntitled, shownName, type RecordRow } from "../counterparty/counterparty.js";
import type { PenaltyFilter } from "./penalty.input.js";
import { PUBLICITY_MONTHS, isLate, publicityUntil, repairEligibleOn, stateOn } from "./penalty.status.js";
import { PublicityState, Severity, type AdministrativePenalty, type PenaltyKind } from "./penalty.type.js";

/** A row of penalties. */
export interface PenaltyRow extends RecordRow {
  id: string;
  doc_no: string;
  violation_type: string;
  facts: string | null;
  basis: string | null;
  kinds: PenaltyKind[];
  content: string;
  fine_fen: bigint | null;
  confiscated_fen: bigint | null;
  severity: Severity;
  decision_date: string;
  published_on: string | null;
  publicity_until: string | null;
  publicity_state: PublicityState;
}

const COLUMNS = [
  ...RECORD_COLUMNS,
  "id",
  "doc_no",
  "violation_type",
  "facts",
  "basis",
  "kinds",
  "content",
  "fine_fen",
  "confiscated_fen",
  "severity",
  "decision_date",
  "published_on",
  "publicity_until",
  "publicity_state",
];

/** Domain object of a row as the viewer sees it on the day. */
export const toPenalty = (row: PenaltyRow, viewer: Viewer, today: string): AdministrativePenalty => {
  const until = publicityUntil(row.severity, row.decision_date, row.publicity_until ?? undefined);
  return {
    id: row.id,
    docNo: row.doc_no,
    counterpartyName: shownName(viewer, row),
    counterpartyType: row.counterparty_type,
    violationType: row.violation_type,
    facts: row.facts ?? undefined,
    basis: row.basis ?? undefined,
    kinds: row.kinds,
    content: row.content,
    fine: row.fine_fen ?? undefined,
    confiscated: row.confiscated_fen ?? undefined,
    severity: row.severity,
    decisionDate: row.decision_date,
    publishedOn: row.published_on ?? undefined,
    publishedLate: isLate(row.decision_date, row.published_on ?? undefined, today),
    publicityUntil: until,
    repairEligibleOn: repairEligibleOn(row.severity, row.decision_date),
    publicityState: stateOn(row.publicity_state, until, today),
    subject: factsOf(row).subject,
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    counterpartyId: row.counterparty_id ?? undefined,
    divisionCode: row.division_code,
  };
};

/** Penalties with these ids, in no order; access is decided by the service. */
export const findPenalties = async (db: Knex, ids: readonly string[]): Promise<PenaltyRow[]> =>
  (await db("penalties")
    .select(COLUMNS)
    .whereIn("id", [...ids])) as PenaltyRow[];

/** The rows of `canRead` (penalty.policy.ts), said in SQL. */
const whereReadable = (query: Knex.QueryBuilder, viewer: Viewer, today: string): void => {
  query.where((readable) => {
    readable.where((inPublicity) =>
      inPublicity
        .where("publicity_state", PublicityState.PUBLISHED)
        .whereRaw(
          `coalesce(publicity_until, (decision_date + case severity when ? then ?::int when ? then ?::int else ?::int end * interval '1 month')::date) >= ?::date`,
          [
            Severity.MINOR,
            PUBLICITY_MONTHS.MINOR,
            Severity.GENERAL,
            PUBLICITY_MONTHS.GENERAL,
            PUBLICITY_MONTHS.SERIOUS,
            today,
          ],
        ),
    );
    orWhereEntitled(readable, viewer);
  });
};

/** Penalties that the viewer may know of and that fit; the caller adds parent, order and page. */
export const penaltiesQuery = (db: Knex, viewer: Viewer, today: string, filter: PenaltyFilter): Knex.QueryBuilder => {
  const query = db("penalties").select(COLUMNS);
  whereReadable(query, viewer, today);
  if (filter.severity) query.where("severity", filter.severity);
  if (filter.authorityId) query.where("authority_id", filter.authorityId);
  if (filter.division) query.whereLike("division_code", `${divisionPrefix(filter.division)}%`);
  if (filter.year != null) query.whereBetween("decision_date", [`${filter.year}-01-01`, `${filter.year}-12-31`]);
  return query;
};
