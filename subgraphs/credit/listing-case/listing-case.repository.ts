/** SQL of cases of listing. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import type { ListingState } from "./listing-case.machine.js";
import { WHOSE_LISTING_CASE } from "./listing-case.policy.js";
import { LISTING_CASES, type ListingCaseRow } from "./listing-case.rows.js";
import { defenceDeadline } from "./listing-case.status.js";
import type { ListingCase } from "./listing-case.type.js";

const shown = LISTING_CASES.to<ListingCase>()();

/** Domain object of a row on the day. */
export const toListingCase = (row: ListingCaseRow, today: string): ListingCase =>
  shown(row, {
    get defenceDeadline() {
      return defenceDeadline({ priorNoticeOn: row.prior_notice_on, statedOn: row.stated_on ?? undefined }, today);
    },
  });

/** Cases with these numbers, in no order; access is decided by the service. */
export const findListingCases = async (db: Knex, numbers: readonly string[]): Promise<ListingCaseRow[]> =>
  (await db(LISTING_CASES.name)
    .select(LISTING_CASES.columns())
    .whereIn("no", [...numbers])) as ListingCaseRow[];

/** Cases that the viewer may know of. */
export const listingCasesQuery = (db: Knex, viewer: Viewer, state: ListingState | undefined): Knex.QueryBuilder => {
  const query = readableRows(db(LISTING_CASES.name).select(LISTING_CASES.columns()), WHOSE_LISTING_CASE, { viewer });
  return state === undefined ? query : query.where("state", state);
};
