/** SQL of bids. A sealed bid is left out for everybody but its bidder's agent, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { WHOSE_BID } from "./bid.policy.js";
import { BIDS, type BidRow } from "./bid.rows.js";
import type { Bid } from "./bid.type.js";

const shown = BIDS.to<Bid>()("projectNo");

/** Domain object of a row. */
export const toBid = (row: BidRow): Bid =>
  shown(row, { departmentUscc: row.department_uscc ?? undefined, divisionCode: row.division_code });

/** Bids that the viewer may know of on the day; the caller narrows them, and adds order and page. */
const knownBids = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder => {
  const projects = db("intermediary_procurements").select(
    "project_no",
    "department_uscc",
    "division_code",
    "opened_on",
  );
  const bids = db("bids as b")
    .join(projects.as("p"), "p.project_no", "b.project_no")
    .select(...BIDS.columns("b"), "p.department_uscc", "p.division_code");
  // Firm and state are columns of the bid alone, the day of opening of the project alone.
  return readableRows(bids, WHOSE_BID, { viewer, today });
};

/** Bids of a project; the caller adds order and page. */
export const bidsOfProject = (db: Knex, viewer: Viewer, today: string, parent: Knex.Raw): Knex.QueryBuilder =>
  db.select("*").from(knownBids(db, viewer, today).where("b.project_no", parent).as("bids"));

/** The firm's bid for a project; undefined where the viewer may know of none. */
export const findBidOf = async (
  db: Knex,
  { viewer, today }: { readonly viewer: Viewer; readonly today: string },
  { projectNo, firmUscc }: { readonly projectNo: string; readonly firmUscc: string },
): Promise<Bid | undefined> => {
  const rows = (await knownBids(db, viewer, today).where({
    "b.project_no": projectNo,
    "b.firm_uscc": firmUscc,
  })) as BidRow[];
  return rows.map(toBid)[0];
};

/** Bids with these keys (project, intermediary), in no order. */
export const findBids = async (
  db: Knex,
  { viewer, today }: { readonly viewer: Viewer; readonly today: string },
  keys: readonly (readonly [projectNo: string, intermediaryId: string])[],
): Promise<(Bid & { readonly projectNo: string })[]> => {
  const rows = (await knownBids(db, viewer, today).whereIn(
    ["b.project_no", "b.intermediary_id"],
    keys.map((key) => [...key]),
  )) as BidRow[];
  return rows.map((row) => ({ ...toBid(row), projectNo: row.project_no }));
};
