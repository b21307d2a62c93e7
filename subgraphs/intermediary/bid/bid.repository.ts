/** SQL of bids. A sealed bid is left out for everybody but its bidder's agent, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { WHOSE_BID } from "./bid.policy.js";
import type { BidRefusal, CreditCheck } from "./bid.enums.js";
import type { Bid } from "./bid.type.js";

/** A row of bids. */
export interface BidRow {
  project_no: string;
  agency_id: string;
  price_fen: bigint | null;
  submitted_on: string;
  accepted: boolean;
  refusal: BidRefusal | null;
  credit_check: CreditCheck;
  firm_uscc: string;
  department_uscc: string | null;
  division_code: string;
}

/** Domain object of a row. */
export const toBid = (row: BidRow): Bid => ({
  agencyId: row.agency_id,
  price: row.price_fen ?? undefined,
  submittedAt: row.submitted_on,
  accepted: row.accepted,
  refusal: row.refusal ?? undefined,
  creditCheck: row.credit_check,
  firmUscc: row.firm_uscc,
  departmentUscc: row.department_uscc ?? undefined,
  divisionCode: row.division_code,
});

/** Bids that the viewer may know of on the day; the caller narrows them, and adds order and page. */
const knownBids = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder => {
  const bids = db("bids as b")
    .join("market_projects as p", "p.project_no", "b.project_no")
    .select(
      "b.project_no",
      "b.agency_id",
      "b.price_fen",
      "b.submitted_on",
      "b.accepted",
      "b.refusal",
      "b.credit_check",
      "b.firm_uscc",
      "p.department_uscc",
      "p.division_code",
    );
  // The firm is a column of the bid alone, the day of opening of the project alone.
  return readableRows(bids, WHOSE_BID, { viewer, today });
};

/** Bids of a project; the caller adds order and page. */
export const bidsOfProject = (db: Knex, viewer: Viewer, today: string, parent: Knex.Raw): Knex.QueryBuilder =>
  db.select("*").from(knownBids(db, viewer, today).where("b.project_no", parent).as("bids"));

/** Bids with these keys (project, agency), in no order. */
export const findBids = async (
  db: Knex,
  { viewer, today }: { readonly viewer: Viewer; readonly today: string },
  keys: readonly (readonly [projectNo: string, agencyId: string])[],
): Promise<(Bid & { readonly projectNo: string })[]> => {
  const rows = (await knownBids(db, viewer, today).whereIn(
    ["b.project_no", "b.agency_id"],
    keys.map((key) => [...key]),
  )) as BidRow[];
  return rows.map((row) => ({ ...toBid(row), projectNo: row.project_no }));
};
