/** Attaches an upload to an object, in the transaction of the write that does so. */
import { isWellFormed } from "../../domain/index.js";
import type { Viewer } from "../../auth/index.js";
import { badInput, ServiceError } from "../../errors/index.js";
import { isNameOf } from "../file-types.js";
import type { ReadReceipt } from "../upload-receipt.js";
import {
  countAttached,
  insertAttached,
  type AttachedFile,
  type FilesTransaction,
  type Holder,
} from "./attached-files.repository.js";

/** Longest name, in characters. */
const MOST_NAME = 120;

/** Most files of one object, where the write does not say fewer (docs/limits.md). */
export const MOST_FILES = 50;

/** What names have not: separators of folders, control characters, and marks that turn the direction of writing. */
const UNFIT = /[\\/\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What is attached, as a mutation's input says it. */
export interface AttachInput {
  /** Receipt of the upload. */
  readonly fileId: string;
  /** What readers see, with an ending that fits the content. */
  readonly name: string;
  readonly holder: Holder;
  /** Most files of the object. @default MOST_FILES */
  readonly most?: number;
}

/** By whom and when. */
export interface AttachContext {
  readonly viewer: Viewer;
  readonly asOf: Date;
  /** Reads receipts (`ServiceDependencies.readReceipt`). */
  readonly readReceipt: ReadReceipt;
}

/**
 * Attaches it. Whether the viewer may do so with this object is the write's own rule. Throws NOT_FOUND for an upload that is not the
 * viewer's or is over, BAD_USER_INPUT for a name that its content has not, RULE_VIOLATION where the object holds the same bytes (FILE_TWICE)
 * or as many files as it may (FILE_COUNT); two writes at once have to lock the object first, or may both find a last place.
 */
export const attachFile = async (
  trx: FilesTransaction,
  { fileId, name, holder, most = MOST_FILES }: AttachInput,
  { viewer, asOf, readReceipt }: AttachContext,
): Promise<AttachedFile> => {
  const { bytes, ...upload } = await readReceipt(fileId, viewer);
  checkName(name, upload.mediaType);
  if ((await countAttached(trx, holder)) >= most)
    throw new ServiceError("RULE_VIOLATION", `No more than ${most} files are attached here.`, { reason: "FILE_COUNT" });
  const attached = await insertAttached(trx, {
    ...upload,
    bytes: BigInt(bytes),
    name,
    holderKind: holder.kind,
    holderKey: holder.key,
    attachedAt: asOf,
  });
  if (!attached)
    throw new ServiceError("RULE_VIOLATION", "The same file is attached here already.", { reason: "FILE_TWICE" });
  return attached;
};

const checkName = (name: string, mediaType: string): void => {
  if (name.length > MOST_NAME || UNFIT.test(name) || !isWellFormed(name) || name.trim() !== name)
    throw badInput(
      "name",
      "FILE_NAME",
      `A name has at most ${MOST_NAME} characters, and none that are unfit for files.`,
    );
  if (!isNameOf(mediaType, name))
    throw badInput("name", "FILE_NAME", "The ending of the name is not one of this type of file.");
};
