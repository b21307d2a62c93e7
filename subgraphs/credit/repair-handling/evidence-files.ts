/** Takes evidence of a repair in with its files: an upload is attached to the case, and a document knows its file by the SHA-256. */
import type { AttachContext } from "../../../platform/files/attached/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { attachUpload } from "../record/attach-upload.js";
import { STORED_EVIDENCE } from "../repair-case/repair-case.stored.js";
import type { EvidenceInput } from "./repair-handling.input.js";

/** The evidence as it is kept of a new case. Throws what `attachUpload` throws. */
export const takeInEvidence = async (
  trx: WriteTransaction,
  no: string,
  evidence: readonly EvidenceInput[],
  context: AttachContext,
): Promise<object[]> => {
  const taken: object[] = [];
  for (const { kind, title, fileId, fileName } of evidence) {
    const upload = fileId == null || fileName == null ? undefined : { fileId, fileName };
    const sha256 = upload && (await attachUpload(trx, { kind: "RepairCase", no }, upload, context));
    taken.push(STORED_EVIDENCE.write({ kind, title, ...(sha256 === undefined ? {} : { sha256 }) }));
  }
  return taken;
};
