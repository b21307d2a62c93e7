/** Sends a file: whole or a range, and never as something that a browser opens on its own. */
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { FileStore } from "../../platform/files/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { RequestRefusal } from "../request/request-refusal.js";

/** Longest time in which the reader takes no byte, in milliseconds (docs/limits.md). */
export const UNREAD_MS = 30_000;

/** A file as it is sent. */
export interface SentFile {
  readonly sha256: string;
  readonly mediaType: string;
  /** @default the SHA-256 */
  readonly name?: string;
}

/** Sends it; resolves with the bytes that were sent when the last one is. Throws SERVICE_UNAVAILABLE where the store lacks the file, BAD_USER_INPUT (416) for a range beyond it. */
export const sendFile = async (
  request: Request,
  response: Response,
  { file, store }: { readonly file: SentFile; readonly store: FileStore },
): Promise<number> => {
  const { sha256 } = file;
  const kept = await store.find(sha256);
  if (!kept) throw lost(sha256);
  const tag = `"${sha256}"`;
  describe(response, file);
  if (request.headers["if-none-match"] === tag) {
    response.status(304).end();
    return 0;
  }
  const range = rangeOf(request, tag, kept.bytes);
  const bytes = range ? range.end - range.start + 1 : kept.bytes;
  response.status(range ? 206 : 200);
  response.setHeader("content-length", bytes);
  if (range) response.setHeader("content-range", `bytes ${range.start}-${range.end}/${kept.bytes}`);
  if (request.method === "HEAD") {
    response.end();
    return 0;
  }
  const content = await store.open(sha256, range);
  if (!content) throw lost(sha256);
  // Node destroys a connection of which nothing is read.
  response.setTimeout(UNREAD_MS);
  await pipeline(content, response);
  return bytes;
};

const lost = (sha256: string): ServiceError =>
  new ServiceError(
    "SERVICE_UNAVAILABLE",
    "The file can not be read at the moment.",
    { reason: "FILE_STORE" },
    {
      cause: new Error(`The store has no ${sha256}.`),
    },
  );

/** What a file is said to be: bytes to save, whatever a browser would make of them. */
const describe = (response: Response, { sha256, mediaType, name = sha256 }: SentFile): void => {
  response.attachment(name);
  response.setHeader("content-type", mediaType);
  response.setHeader("content-security-policy", "sandbox; default-src 'none'");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("cache-control", "private, no-store, no-transform");
  response.setHeader("accept-ranges", "bytes");
  response.setHeader("etag", `"${sha256}"`);
  // Of the whole, also where a range is sent (RFC 9530 section 3).
  response.setHeader("repr-digest", `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`);
};

/** The one range that is asked for; undefined for the whole: for none, several, and those of another file (RFC 9110 section 14.2). */
const rangeOf = (
  request: Request,
  tag: string,
  bytes: number,
): { readonly start: number; readonly end: number } | undefined => {
  const condition = request.headers["if-range"];
  if (condition !== undefined && condition !== tag) return undefined;
  const ranges = request.range(bytes);
  if (ranges === -1)
    throw new RequestRefusal(
      "BAD_USER_INPUT",
      "The range is beyond the end of the file.",
      { reason: "REQUEST" },
      { status: 416, headers: { "content-range": `bytes */${bytes}` } },
    );
  return Array.isArray(ranges) && ranges.type === "bytes" && ranges.length === 1 ? ranges[0] : undefined;
};
