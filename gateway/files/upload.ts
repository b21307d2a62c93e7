/** Takes a file: who sends it, how much, of which type; it is kept, and its receipt is answered. */
import type { ServerResponse } from "node:http";
import {
  RECEIPT_MS,
  otherBytes,
  signReceipt,
  tooLarge,
  type FileStore,
  type KeptFile,
} from "../../platform/files/index.js";
import type { TextSigner, Viewer } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { headerOf, type GatewayRequest } from "../request/http-request.js";
import { RequestRefusal } from "../request/request-refusal.js";
import type { ChargedUpload } from "./day-quota.js";

/** Longest time without a byte, in milliseconds (docs/limits.md). */
export const STALLED_MS = 15_000;

/** Longest time of an upload, in milliseconds (docs/limits.md). */
export const UPLOAD_MS = 15 * 60 * 1_000;

/** A refused body is read and thrown away for so long, in milliseconds, so that its sender reads the answer. */
const LINGER_MS = 1_000;

/** How it is kept. */
export interface UploadOptions {
  readonly store: FileStore;
  readonly signer: TextSigner;
  readonly mostBytes: number;
}

/** What is answered; the id is good for the sender alone, until it ends or an object holds the file. */
export interface UploadAnswer extends KeptFile {
  readonly fileId: string;
  /** ISO 8601. */
  readonly endsAt: string;
}

/** Refuses what needs no byte of the file to be refused. Returns the SHA-256 that the sender says. */
export const checkUpload = (request: GatewayRequest, mostBytes: number): string | undefined => {
  const type = headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== undefined && /^(multipart\/|text\/|application\/(json|x-www-form-urlencoded)$)/.test(type))
    throw unsupported("The body is the file itself, as application/octet-stream.");
  if ((headerOf(request, "content-encoding") ?? "identity") !== "identity")
    throw unsupported("The file is sent as it is, without an encoding.");
  if (Number(headerOf(request, "content-length") ?? 0) > mostBytes) throw asHttp(tooLarge(mostBytes));
  return sha256Of(headerOf(request, "content-digest") ?? "");
};

/** The SHA-256 of a Content-Digest (RFC 9530 section 2), hexadecimal; other digests are not looked at. Throws FILE_DIGEST where it is none. */
const sha256Of = (digest: string): string | undefined => {
  if (!/\bsha-256\s*=/i.test(digest)) return undefined;
  const [, sha256] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(digest) ?? [];
  if (sha256 === undefined) throw otherBytes();
  return Buffer.from(sha256, "base64").toString("hex");
};

/** Takes the body of a request. */
export const takeUpload = async (
  request: GatewayRequest,
  {
    viewer,
    charged,
    sha256,
  }: { readonly viewer: Viewer; readonly charged: ChargedUpload; readonly sha256: string | undefined },
  { store, signer, mostBytes }: UploadOptions,
): Promise<UploadAnswer> => {
  // Node destroys a connection that stalls.
  request.socket.setTimeout(STALLED_MS);
  // Leaving the iteration must not destroy the connection before the refusal is sent.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    const file = await store.put(ended(body, request), { mostBytes, sha256, onBytes: charged.onBytes });
    const endsAt = Date.now() + RECEIPT_MS;
    const fileId = await signReceipt(file, { viewer, endsAt }, signer);
    return { fileId, ...file, endsAt: new Date(endsAt).toISOString() };
  } catch (error) {
    throw asHttp(error);
  } finally {
    request.socket.setTimeout(0);
  }
};

/** What the body gives; from its end on, nobody waits for the sender. */
async function* ended(body: AsyncIterable<Buffer>, request: GatewayRequest): AsyncGenerator<Buffer> {
  yield* body;
  request.socket.setTimeout(0);
}

/** Reads on for a moment, so that a sender who reads no answer before the end of the body gets it. */
export const linger = (request: GatewayRequest): Promise<void> =>
  new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    const timer = setTimeout(resolve, LINGER_MS);
    request.once("close", () => resolve());
    request.once("end", () => resolve());
    request.once("error", () => resolve());
    request.resume();
    timer.unref();
  });

/** Writes the answer to an upload. */
export const sendUpload = (response: ServerResponse, answer: UploadAnswer): void => {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(201, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    location: `/files/${answer.fileId}`,
  });
  response.end(body);
};

const unsupported = (message: string): RequestRefusal =>
  new RequestRefusal("BAD_USER_INPUT", message, { reason: "FILE_BODY" }, { status: 415 });

/** Statuses that say more than those of the codes (RFC 9110 sections 15.5.14 and 15.5.16). */
const STATUSES: Readonly<Record<string, number>> = { FILE_SIZE: 413, FILE_TYPE: 415 };

/** A refusal of a file with its status. */
export const asHttp = (error: unknown): unknown => {
  if (!(error instanceof ServiceError) || error instanceof RequestRefusal) return error;
  const status = STATUSES[error.details.reason ?? ""];
  return status === undefined ? error : new RequestRefusal(error.code, error.message, error.details, { status });
};
