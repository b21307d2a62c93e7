/** SQL of list entries. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { orWhereEntitled } from "../counterparty/counterparty.js";
import type { ListEntry, ListKind } from "./list-entry.type.js";

/** A row of list_entries. */
export interface ListEntryRow {
  id: string;
  list: string;
  kind: ListKind;
  decision_doc_no: string;
  basis_law: string | null;
  reason: string | null;
  listed_on: string;
  expires_on: string | null;
  removed_on: string | null;
  counterparty_id: string;
  counterparty_uscc: string | null;
  authority_uscc: string;
  division_code: string;
}

/** Domain object of a row. */
export const toListEntry = (row: ListEntryRow): ListEntry => ({
  id: row.id,
  list: row.list,
  kind: row.kind,
  decisionDocNo: row.decision_doc_no,
  basisLaw: row.basis_law ?? undefined,
  reason: row.reason ?? undefined,
  listedOn: row.listed_on,
  expiresOn: row.expires_on ?? undefined,
  removedOn: row.removed_on ?? undefined,
  subject: row.counterparty_uscc ?? undefined,
  subjectId: row.counterparty_id,
  authorityUscc: row.authority_uscc,
  divisionCode: row.division_code,
});

/** Entries with these ids, in no order; access is decided by the service. */
export const findListEntries = async (db: Knex, ids: readonly string[]): Promise<ListEntry[]> =>
  ((await db("list_entries").whereIn("id", [...ids])) as ListEntryRow[]).map(toListEntry);

/** Entries that the viewer may know of: those that stand, and those the viewer is entitled to. */
export const listEntriesQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  kind: ListKind | undefined,
): Knex.QueryBuilder => {
  const query = db("list_entries").select("*");
  query.where((readable) => {
    readable.where((standing) =>
      standing
        .where("listed_on", "<=", today)
        .where((open) => open.whereNull("expires_on").orWhere("expires_on", ">=", today))
        .where((open) => open.whereNull("removed_on").orWhere("removed_on", ">", today)),
    );
    if (viewer.kind !== "anonymous") orWhereEntitled(readable, withoutPerson(viewer));
  });
  if (kind) query.where("kind", kind);
  return query;
};

/** Lists hold bodies alone: there is no column for persons to compare with. */
const withoutPerson = (viewer: Viewer): Viewer => ({ ...viewer, subjectHash: undefined });
