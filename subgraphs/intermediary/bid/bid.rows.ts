/** Columns of bids, once: row, select list and mapping come from here. */
import { day, defineTable, fen, type RowOf, text, truth } from "../../../platform/database/index.js";
import type { BidRefusal, CreditCheck } from "./bid.enums.js";

/** Bids (报价). */
export const BIDS = defineTable("bids", {
  projectNo: text("project_no"),
  intermediaryId: text("intermediary_id"),
  firmUscc: text("firm_uscc"),
  price: fen("price_fen").nullable(),
  submittedAt: day("submitted_on"),
  accepted: truth("accepted"),
  refusal: text("refusal").of<BidRefusal>().nullable(),
  creditCheck: text("credit_check").of<CreditCheck>(),
});

/** A row of bids with what its project says of whose it is. */
export interface BidRow extends RowOf<typeof BIDS> {
  readonly department_uscc: string | null;
  readonly division_code: string;
}
