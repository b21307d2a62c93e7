/** Columns of bids, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, moment, type RowOf, text, truth } from "../../../platform/database/index.js";
import type { BidRefusal, CreditCheck } from "./bid.enums.js";
import type { BidState } from "./bid.machine.js";

/** Bids (报价). The database makes `id` of project and firm, and refuses a price in what is sealed. */
export const BIDS = defineTable("bids", {
  id: text("id").byDefault(),
  projectNo: text("project_no"),
  intermediaryId: text("intermediary_id"),
  firmUscc: text("firm_uscc"),
  state: text("state").of<BidState>().byDefault(),
  version: integer("version").byDefault(),
  // SHA-256 of what was sealed, in hex; none where bids name no price.
  commitment: text("commitment").nullable(),
  // SHA-256 of the offer's file, in hex; told with the price.
  contentHash: text("content_hash").nullable(),
  price: fen("price_fen").nullable(),
  submittedAt: day("submitted_on"),
  // The moment of the last sealing: of equal prices the earlier one wins.
  sealedAt: moment("sealed_at").nullable().unread("the order of selection"),
  accepted: truth("accepted"),
  refusal: text("refusal").of<BidRefusal>().nullable(),
  creditCheck: text("credit_check").of<CreditCheck>(),
});

/** A row of bids with what its project says of whose it is. */
export interface BidRow extends RowOf<typeof BIDS> {
  readonly department_uscc: string | null;
  readonly division_code: string;
}
