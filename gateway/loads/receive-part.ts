/** Takes a part of a file as it comes, to disk, and not a byte above the bounds. */
import { Transform, type TransformCallback } from "node:stream";
import type { IncomingMessage } from "node:http";
import { ServiceError } from "../../platform/errors/index.js";
import { LOAD_LIMITS, type LoadFolder, type LoadStore, type Upload } from "../../platform/loads/index.js";
import { headerOf } from "../request/http-request.js";
import { RequestRefusal } from "../request/request-refusal.js";

/** Parts that a gateway takes at the same time. */
export const MOST_PARTS = 8;

const tooLarge = (): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", "A part has at most 8 MiB, and a file at most 256 MiB.", { reason: "LOAD_SIZE" });

/** Throws LIMIT_EXCEEDED once more than so many bytes have come. */
const atMost = (bytes: number): Transform => {
  let come = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      come += chunk.length;
      if (come > bytes) done(tooLarge());
      else done(null, chunk);
    },
  });
};

const checkHeaders = (request: IncomingMessage): void => {
  const type = headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/octet-stream" || headerOf(request, "content-encoding") !== undefined)
    throw new RequestRefusal(
      "BAD_USER_INPUT",
      "A part is sent as application/octet-stream, as it is.",
      { reason: "LOAD_PART_TYPE" },
      { status: 415 },
    );
};

/** Receives parts. */
export type ReceivePart = (request: IncomingMessage, upload: Upload, from: number) => Promise<void>;

/** Creates it. It throws CONFLICT where another byte is the next one, and LIMIT_EXCEEDED above the bounds. */
export const createReceivePart = (store: Pick<LoadStore, "addPart">, folder: LoadFolder): ReceivePart => {
  let receiving = 0;
  return async (request, upload, from) => {
    checkHeaders(request);
    if (from !== upload.received || upload.complete) throw notNext();
    const most = Math.min(LOAD_LIMITS.partBytes, LOAD_LIMITS.fileBytes - from);
    if (Number(headerOf(request, "content-length") ?? 0) > most) throw tooLarge();
    if (receiving >= MOST_PARTS)
      throw new RequestRefusal(
        "SERVICE_UNAVAILABLE",
        "Many files arrive at the moment: try again.",
        { reason: "BUSY" },
        { headers: { "retry-after": "2" } },
      );
    receiving += 1;
    try {
      const limit = atMost(most);
      // What ends early ends the part: it is not kept.
      request.once("error", (error) => limit.destroy(error));
      request.once("aborted", () =>
        limit.destroy(new ServiceError("BAD_USER_INPUT", "The body ended early.", { reason: "BODY" })),
      );
      const part = await folder.receive(upload.id, from, request.pipe(limit));
      const added = await store.addPart(upload.id, { from, bytes: part.bytes }, part.keep);
      if (added) return;
      await part.drop();
      throw notNext();
    } finally {
      receiving -= 1;
    }
  };
};

const notNext = (): ServiceError =>
  new ServiceError("CONFLICT", "This is not the next part: ask for the upload, which says how much has arrived.", {
    reason: "LOAD_PART",
  });
