/** SQL of drafts of matters. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import type { MatterDraftFilter } from "./matter-draft.input.js";
import type { MatterDraft } from "./matter-draft.js";
import { WHOSE_DRAFT } from "./matter-draft.policy.js";
import { MATTER_DRAFTS, type MatterDraftRow } from "./matter-draft.rows.js";

const shown = MATTER_DRAFTS.to<MatterDraft>()("content");

/** Domain object of a row. */
export const toDraft = (row: MatterDraftRow): MatterDraft => shown(row, { content: STORED_MATTER.read(row.content) });

/** Drafts with these ids, in no order; access is decided by the service. */
export const findDrafts = async (db: Knex, ids: readonly string[]): Promise<MatterDraftRow[]> =>
  (await db(MATTER_DRAFTS.name)
    .select(MATTER_DRAFTS.columns())
    .whereIn("id", [...ids])) as MatterDraftRow[];

/** Drafts that the viewer may know of and that fit; the caller adds order and page. */
export const draftsQuery = (db: Knex, viewer: Viewer, { matterId, states }: MatterDraftFilter): Knex.QueryBuilder => {
  const query = readableRows(db(MATTER_DRAFTS.name).select(MATTER_DRAFTS.columns()), WHOSE_DRAFT, { viewer });
  if (matterId != null) query.where("matter_id", matterId);
  if (states != null) query.whereIn("state", states);
  return query;
};
