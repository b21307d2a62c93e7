/** Columns of the book, once. */
import { bigInteger, day, defineTable, fen, text } from "../../../platform/database/index.js";
import type { MovementKind } from "./ledger.js";

/** Legs of movements: a credit of the giver and a debit of the receiver; a leg is never changed. */
export const POSTINGS = defineTable("postings", {
  movementId: bigInteger("movement_id"),
  direction: text("direction").of<"DEBIT" | "CREDIT">(),
  account: text("account"),
  lineage: text("lineage"),
  allocationId: text("allocation_id"),
  amount: fen("amount_fen"),
  kind: text("kind").of<MovementKind>(),
  occurredOn: day("occurred_on"),
});
