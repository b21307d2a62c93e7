/** Attaches an upload to a case about a record, in the write that opens it. */
import { ServiceError } from "../../../platform/errors/index.js";
import { isReceipt } from "../../../platform/files/index.js";
import { attachFile, type AttachContext } from "../../../platform/files/attached/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";

/** An upload and the name that readers see. */
export interface NamedUpload {
  readonly fileId: string;
  readonly fileName: string;
}

/** A kind of case that holds files, as its noun declares it, and its number. */
export interface CaseOfFiles {
  readonly kind: "RepairCase" | "Objection";
  readonly no: string;
}

/** Attaches it; gives its SHA-256. Throws what `attachFile` throws; NOT_FOUND for what is no receipt of an upload. */
export const attachUpload = async (
  trx: WriteTransaction,
  { kind, no }: CaseOfFiles,
  { fileId, fileName }: NamedUpload,
  context: AttachContext,
): Promise<string> => {
  if (!isReceipt(fileId))
    throw new ServiceError("NOT_FOUND", "There is no such upload of yours.", { reason: "FILE_UPLOAD" });
  const { sha256 } = await attachFile(trx, { fileId, name: fileName, holder: { kind, key: no } }, context);
  return sha256;
};
