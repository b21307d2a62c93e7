/** Receipts of uploads: what the gateway signs of a file that it keeps, and by which a service knows that it is there and whose it is. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { subjectOf, verifyText, type SignerKeys, type TextSigner, type Viewer } from "../auth/index.js";
import { ServiceError } from "../errors/index.js";
import type { KeptFile } from "./file-store.js";

/** How long an upload waits for an object that holds it, in milliseconds: a day. */
export const RECEIPT_MS = 24 * 60 * 60 * 1_000;

/** Header `typ` of a receipt: nothing else that is signed is taken for one. */
const KIND = "govgraph-upload";

/** Longest receipt, in characters. */
const MOST_LENGTH = 1_000;

const RECEIPT = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  mediaType: z.string(),
  /** Whose it is. */
  by: z.string(),
  /** Milliseconds since 1970. */
  endsAt: z.int(),
});

/** An upload as its receipt tells it. */
export interface Upload extends KeptFile {
  /** Who sent it, as SHA-256. */
  readonly uploadedBy: string;
}

/** Who a signed-in viewer is for uploads: the person, at whichever client, or the client; undefined for who has no name. */
export const uploaderOf = (viewer: Viewer): string | undefined => {
  if (viewer.kind === "anonymous") return undefined;
  const subject = subjectOf(viewer);
  return subject && createHash("sha256").update(`govgraph uploader ${subject}`).digest("base64url");
};

/** True where it may be a receipt: a compact JWS has three parts. */
export const isReceipt = (text: string): boolean => text.length <= MOST_LENGTH && text.split(".").length === 3;

/** Signs the receipt of an upload. Throws where the viewer has no name. */
export const signReceipt = async (
  { sha256, bytes, mediaType }: KeptFile,
  { viewer, endsAt }: { readonly viewer: Viewer; readonly endsAt: number },
  signer: TextSigner,
): Promise<string> => {
  const by = uploaderOf(viewer);
  if (by === undefined) throw new ServiceError("UNAUTHENTICATED");
  const receipt: z.infer<typeof RECEIPT> = { sha256, bytes, mediaType, by, endsAt };
  return signer.sign(JSON.stringify(receipt), KIND);
};

/** Reads receipts of one's own uploads. */
export type ReadReceipt = (receipt: string, viewer: Viewer) => Promise<Upload>;

/** Creates what reads them. It throws NOT_FOUND for every receipt that is not good, not the viewer's, or over. */
export const createReceiptReader =
  (keys: SignerKeys, now: () => number = Date.now): ReadReceipt =>
  async (receipt, viewer) => {
    const known = isReceipt(receipt) ? await readSigned(receipt, keys) : undefined;
    const uploader = uploaderOf(viewer);
    if (!known || uploader === undefined || known.by !== uploader || known.endsAt <= now())
      throw new ServiceError("NOT_FOUND", "There is no such upload of yours: a file waits a day to be used.", {
        reason: "FILE_UPLOAD",
      });
    const { sha256, bytes, mediaType } = known;
    return { sha256, bytes, mediaType, uploadedBy: uploader };
  };

const readSigned = async (receipt: string, keys: SignerKeys): Promise<z.infer<typeof RECEIPT> | undefined> => {
  try {
    return RECEIPT.parse(JSON.parse(await verifyText(receipt, KIND, keys)));
  } catch {
    return undefined;
  }
};
