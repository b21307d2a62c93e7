/** The two ends of a request without a framework: its body in memory, no more of it than is allowed, and its answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { encodeText } from "./encode-text.js";

/** Path of a request's URL, without its query. */
export const pathOf = ({ url = "/" }: IncomingMessage): string => {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
};

/** A body that is longer than allowed, encoded, or that ended before it was whole. */
export class BodyRefused extends Error {
  override readonly name = "BodyRefused";
}

/** The bytes of the body. Throws BodyRefused above `mostBytes`, for an encoded body, and where the sender stops. */
export const readBody = (request: IncomingMessage, mostBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const refuse = (reason: string): void => {
      request.removeAllListeners("data");
      // What still comes is thrown away, so that the answer is read.
      request.resume();
      reject(new BodyRefused(reason));
    };
    const { "content-encoding": encoding, "content-length": announced } = request.headers;
    if (encoding !== undefined && encoding !== "identity") return refuse("encoded");
    if (Number(announced ?? 0) > mostBytes) return refuse("longer than allowed");
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > mostBytes) refuse("longer than allowed");
      else pieces.push(piece);
    });
    request.on("end", () => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, bytes)));
    request.on("error", () => reject(new BodyRefused("not whole")));
    request.on("close", () => {
      if (!request.complete) reject(new BodyRefused("not whole"));
    });
  });

const JSON_TYPE = "application/json; charset=utf-8";

/** Answers with JSON that is written already. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  text: string,
  contentType: string = JSON_TYPE,
): void => {
  const body = encodeText(text);
  response.writeHead(status, { "content-type": contentType, "content-length": body.length }).end(body);
};
