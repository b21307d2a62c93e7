/** SQL of bids. A sealed bid is left out for everybody but its bidder's agent, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { ownBidder } from "../market-project/market-project.policy.js";
import type { Bid, BidRefusal, CreditCheck } from "./bid.type.js";

/** A row of bids. */
export interface BidRow {
  project_no: string;
  agency_id: string;
  price_fen: bigint | null;
  submitted_on: string;
  accepted: boolean;
  refusal: BidRefusal | null;
  credit_check: CreditCheck;
}

/** Domain object of a row. */
export const toBid = (row: BidRow): Bid => ({
  agencyId: row.agency_id,
  price: row.price_fen ?? undefined,
  submittedAt: row.submitted_on,
  accepted: row.accepted,
  refusal: row.refusal ?? undefined,
  creditCheck: row.credit_check,
});

/** Bids of a project that the viewer may know of on the day; the caller adds order and page. */
export const bidsOfProject = (db: Knex, viewer: Viewer, today: string, parent: Knex.Raw): Knex.QueryBuilder => {
  const bidder = ownBidder(viewer);
  return db.select("*").from(
    db("bids as b")
      .join("market_projects as p", "p.project_no", "b.project_no")
      .select(
        "b.project_no",
        "b.agency_id",
        "b.price_fen",
        "b.submitted_on",
        "b.accepted",
        "b.refusal",
        "b.credit_check",
      )
      .where("b.project_no", parent)
      .where((known) => {
        known.where("p.opened_on", "<=", today);
        if (bidder !== undefined) known.orWhere("b.agency_uscc", bidder);
      })
      .as("bids"),
  );
};
