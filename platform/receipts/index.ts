/** Receipts: what the gateway signs of an answer for who asks for it, and how it is verified later (docs/receipts.md). */
export { jsonHash } from "./json-hash.js";
export { answerHash, RECEIPT_KIND, signReceipt, variablesHash, type Receipt, type ReceiptedAnswer } from "./receipt.js";
export {
  readReceiptKeys,
  RECEIPT_KEYS_PATH,
  receiptKeySet,
  type ReceiptKey,
  type ReceiptKeySet,
} from "./receipt-keys.js";
export { verifyReceipt } from "./verify-receipt.js";
