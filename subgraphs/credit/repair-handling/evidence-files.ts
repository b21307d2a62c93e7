/** Takes evidence in with its files: an upload is attached to the case, and a document knows its file by the SHA-256. */
import { ServiceError } from "../../../platform/errors/index.js";
import { isReceipt } from "../../../platform/files/index.js";
import { attachFile, type AttachContext } from "../../../platform/files/attached/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { STORED_EVIDENCE } from "../repair-case/repair-case.stored.js";
import type { EvidenceInput } from "./repair-handling.input.js";

/** Kind of what holds the files of a repair case, as its noun declares it. */
export const HOLDER = "RepairCase";

/** SHA-256 of the file of a document, now attached to the case; undefined where it has none. */
const attached = async (
  trx: WriteTransaction,
  no: string,
  { fileId, fileName }: EvidenceInput,
  context: AttachContext,
): Promise<string | undefined> => {
  if (fileId == null || fileName == null) return undefined;
  if (!isReceipt(fileId))
    throw new ServiceError("NOT_FOUND", "There is no such upload of yours.", { reason: "FILE_UPLOAD" });
  const { sha256 } = await attachFile(trx, { fileId, name: fileName, holder: { kind: HOLDER, key: no } }, context);
  return sha256;
};

/** The evidence as it is kept of a new case. Throws what `attachFile` throws; NOT_FOUND for what is no receipt of an upload. */
export const takeInEvidence = async (
  trx: WriteTransaction,
  no: string,
  evidence: readonly EvidenceInput[],
  context: AttachContext,
): Promise<object[]> => {
  const taken: object[] = [];
  for (const document of evidence) {
    const { kind, title } = document;
    const sha256 = await attached(trx, no, document, context);
    taken.push(STORED_EVIDENCE.write({ kind, title, ...(sha256 === undefined ? {} : { sha256 }) }));
  }
  return taken;
};
