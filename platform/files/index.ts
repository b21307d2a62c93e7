/** Files: kept once under their SHA-256, known by receipts; what objects hold of them is in `attached`, which needs a database. */
export { createFileStore, type FileStore, type FileStoreOptions, type KeptFile, type PutLimits } from "./file-store.js";
export { printFileId, readFileId, type FileId } from "./file-id.js";
export { FILE_TYPES, isNameOf } from "./file-types.js";
export { createLocalShelf } from "./local-shelf.js";
export { createScanner, parseScannerAddress, SCAN_SILENCE_MS, type Scanner } from "./scanner.js";
export { otherBytes, tooLarge } from "./refusals.js";
export type { ByteRange, KeptEntry, Shelf } from "./shelf.js";
export {
  createReceiptReader,
  isReceipt,
  RECEIPT_MS,
  signReceipt,
  uploaderOf,
  type ReadReceipt,
  type Upload,
} from "./upload-receipt.js";
