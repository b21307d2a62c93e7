/** Takes materials in with their files: an upload is attached to the case, a file that it holds already stays, one that it no longer names goes. */
import { badInput } from "../../../platform/errors/index.js";
import { isReceipt, readFileId } from "../../../platform/files/index.js";
import { attachFile, detachFile, type AttachContext } from "../../../platform/files/attached/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { MaterialDelivery } from "../service-case/service-case.enums.js";
import type { CaseMaterial } from "../service-case/service-case.js";
import type { CaseMaterialInput } from "./case-handling.input.js";
import { noSuchFile } from "./case-materials.js";

/** Materials that are handed in for a case. */
export interface GivenMaterials {
  readonly caseNo: string;
  readonly given: readonly CaseMaterialInput[];
  /** Those that it has, whose files may be named again. */
  readonly held: readonly CaseMaterial[];
}

/** What holds the files of a case, as its noun declares it. */
const holderOf = (caseNo: string) => ({ kind: "ServiceCase", key: caseNo });

/** Throws BAD_USER_INPUT where a material says half of a file, or says one and comes another way. */
const checkFile = ({ fileId, fileName, delivery }: CaseMaterialInput): void => {
  const isUpload = fileId != null && readFileId(fileId) === undefined;
  if (isUpload !== (fileName != null) || (fileId != null && delivery !== MaterialDelivery.ELECTRONIC))
    throw badInput(
      "materials",
      "MATERIAL_FILE",
      "An upload has fileId and fileName, a file that the case holds fileId alone; both come as ELECTRONIC.",
    );
};

/** Id of the attached file of a material that the case holds already. Throws NOT_FOUND where it does not. */
const heldId = (fileId: string, held: readonly CaseMaterial[]): string => {
  const file = readFileId(fileId);
  if (file?.service !== "matters" || !held.some(({ attachedId }) => attachedId === file.id)) throw noSuchFile();
  return file.id;
};

/**
 * The materials as they are kept, one copy where the input says no number; files of uploads are attached to the case, whose row is
 * locked or was just inserted. Throws what `attachFile` throws, BAD_USER_INPUT for half a file, NOT_FOUND for a file that is not there.
 */
export const takeIn = async (
  trx: WriteTransaction,
  { caseNo, given, held }: GivenMaterials,
  context: AttachContext,
): Promise<CaseMaterial[]> => {
  const taken: CaseMaterial[] = [];
  for (const material of given) {
    checkFile(material);
    const { name, delivery, copies, fileId, fileName } = material;
    const kept = { name, delivery, copies: copies ?? 1 };
    if (fileId == null) taken.push(kept);
    else if (!isReceipt(fileId)) taken.push({ ...kept, attachedId: heldId(fileId, held) });
    else {
      const { id } = await attachFile(trx, { fileId, name: fileName!, holder: holderOf(caseNo) }, context);
      taken.push({ ...kept, attachedId: id });
    }
  }
  return taken;
};

/** Takes the files from the case that what is given no longer names. */
export const dropFiles = async (trx: WriteTransaction, { caseNo, given, held }: GivenMaterials): Promise<void> => {
  const named = given.map(({ fileId }) => (fileId == null ? undefined : readFileId(fileId)?.id));
  for (const { attachedId } of held)
    if (attachedId !== undefined && !named.includes(attachedId)) await detachFile(trx, holderOf(caseNo), attachedId);
};
