/** SQL of list entries. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, type Viewer } from "../../../platform/auth/viewer.js";
import { readableRows, unreadableRows, type RowOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { WHOSE_LIST_ENTRY } from "./list-entry.policy.js";
import { LIST_ENTRIES } from "./list-entry.rows.js";
import { ListKind } from "./list-entry.enums.js";
import { ListEntryState } from "./list-entry.machine.js";
import { entryRepairableOn, listEntryStateOn } from "./list-entry.status.js";
import type { ListEntry } from "./list-entry.type.js";

/** A row of list_entries, with what is computed of it in SQL. */
export interface ListEntryRow extends RowOf<typeof LIST_ENTRIES> {
  readonly objection_pending: boolean;
}

const shown = LIST_ENTRIES.to<ListEntry>()(
  "measureCodes",
  "version",
  "removedOn",
  "relistedOn",
  "revokedOn",
  "revocationNo",
);

/** Day on which it left the list, where it is not on it on the day but for time. */
const removedOn = (row: ListEntryRow, state: ListEntryState): string | undefined => {
  if (state === ListEntryState.REVOKED) return row.revoked_on ?? undefined;
  return state === ListEntryState.REMOVED ? (row.removed_on ?? undefined) : undefined;
};

/** Domain object of a row on the day. */
export const toListEntry = (row: ListEntryRow, today: string): ListEntry => {
  const archived = !canRead(WHOSE_LIST_ENTRY, { viewer: ANONYMOUS, today }, row);
  const state = listEntryStateOn(row, today);
  return shown(row, {
    state,
    removedOn: removedOn(row, state),
    repairEligibleOn: entryRepairableOn(row),
    archived,
    // Measures are lifted with the entry.
    measureCodes: archived ? [] : row.measure_codes,
    objectionPending: row.objection_pending,
  });
};

/** Every entry, whoever asks; a table expression named list_entries. */
export const allEntries = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("list_entries as e")
      .select(
        ...LIST_ENTRIES.columns("e"),
        db.raw(
          "exists (select 1 from objections o where o.record_id = e.id and o.state = 'INVESTIGATING') as objection_pending",
        ),
      )
      .as("list_entries"),
  );

/** Entries with these ids, in no order; access is decided by the service. */
export const findListEntries = async (db: Knex, ids: readonly string[]): Promise<ListEntryRow[]> =>
  (await allEntries(db).whereIn("id", [...ids])) as ListEntryRow[];

/** Which entries. */
export interface ListEntryFilter {
  readonly kind?: ListKind;
  readonly kinds?: readonly ListKind[];
  readonly archived?: boolean;
  /** First and last day on which the entry may end, both included. */
  readonly expiresFrom?: string;
  readonly expiresUntil?: string;
}

/** Entries that the viewer may know of: those that stand, and those the viewer is entitled to. */
export const listEntriesQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  filter: ListEntryFilter,
): Knex.QueryBuilder => {
  const query = readableRows(allEntries(db), WHOSE_LIST_ENTRY, { viewer, today });
  if (filter.kinds) query.whereIn("kind", [...filter.kinds]);
  if (filter.kind) query.where("kind", filter.kind);
  if (filter.expiresFrom) query.where("expires_on", ">=", filter.expiresFrom);
  if (filter.expiresUntil) query.where("expires_on", "<=", filter.expiresUntil);
  if (filter.archived != null)
    (filter.archived ? unreadableRows : readableRows)(query, WHOSE_LIST_ENTRY, { viewer: ANONYMOUS, today });
  return query;
};

/** Those of these organisations about which a serious entry stands on the day, and the first day of the oldest that does. */
export const findSeriouslyListed = async (
  db: Knex,
  organizationIds: readonly string[],
  today: string,
): Promise<{ subjectId: string; since: string }[]> =>
  readableRows(
    db("list_entries")
      .select("counterparty_id as subjectId")
      .min("listed_on as since")
      .groupBy("counterparty_id")
      .whereIn("counterparty_id", [...organizationIds])
      .where("kind", ListKind.SERIOUS),
    WHOSE_LIST_ENTRY,
    { viewer: ANONYMOUS, today },
  );

/** Those about a body. */
export const subjectEntriesQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  filter: ListEntryFilter,
  organizationId: Knex.Raw,
): Knex.QueryBuilder => listEntriesQuery(db, viewer, today, filter).where("counterparty_id", organizationId);
