/** Reads the JSON body of a request: UTF-8, at most 256 KiB as sent and as inflated, and not a byte after a refusal (threat A15). */
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { IncomingMessage } from "node:http";
import { ServiceError } from "../../platform/errors/index.js";
import { headerOf } from "./http-request.js";

/** Largest body, before and after inflating (docs/limits.md). */
export const MAX_BODY_BYTES = 256 * 1024;

const DECODERS: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  identity: async (body) => body,
  gzip: (body) => promisify(gunzip)(body, { maxOutputLength: MAX_BODY_BYTES }),
  deflate: (body) => promisify(inflate)(body, { maxOutputLength: MAX_BODY_BYTES }),
  br: (body) => promisify(brotliDecompress)(body, { maxOutputLength: MAX_BODY_BYTES }),
};

const tooLarge = (): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", "The body is larger than 256 KiB.", { reason: "BODY" });

const malformed = (message: string): ServiceError => new ServiceError("BAD_USER_INPUT", message, { reason: "BODY" });

/** The body of a POST of JSON; other media types are refused before, and what a GET asks stands in its URL. */
export const readJsonBody = async (request: IncomingMessage): Promise<unknown> => {
  const [type, ...parameters] = (headerOf(request, "content-type") ?? "").toLowerCase().split(";");
  if (request.method !== "POST" || type?.trim() !== "application/json") return undefined;
  if (parameters.some((parameter) => /^\s*charset\s*=(?!\s*"?utf-?8"?\s*$)/.test(parameter)))
    throw malformed("The body is not UTF-8.");
  const decoder = Object.entries(DECODERS).find(
    ([name]) => name === (headerOf(request, "content-encoding") ?? "identity").trim().toLowerCase(),
  );
  if (!decoder) throw malformed("The body has an unknown encoding.");
  const body = await decoder[1](await readLimited(request)).catch((error: unknown) => {
    throw (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : asRefusal(error);
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)) as unknown;
  } catch {
    throw malformed("The body is not JSON.");
  }
};

const asRefusal = (error: unknown): ServiceError =>
  error instanceof ServiceError ? error : malformed("The body is not what its encoding says.");

/** Listens instead of iterating: leaving an iteration would destroy the socket before the refusal is sent. */
const readLimited = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (Number(headerOf(request, "content-length") ?? 0) > MAX_BODY_BYTES) return reject(tooLarge());
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size > MAX_BODY_BYTES) {
        request.pause();
        request.removeAllListeners("data");
        return reject(tooLarge());
      }
      parts.push(part);
    });
    request.once("end", () => resolve(Buffer.concat(parts)));
    request.once("error", () => reject(malformed("The body ended early.")));
  });
