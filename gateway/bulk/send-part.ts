/** Writes a part of a bulk export: its bytes, and in headers what a manifest says of it. */
import type { ServerResponse } from "node:http";
import { createHash } from "node:crypto";
import { ERROR_CODES, type ErrorCode } from "../../platform/errors/index.js";
import { languageOf } from "../request/access.js";
import { headerOf, type GatewayRequest } from "../request/http-request.js";
import { sendAnswer } from "../request/send-answer.js";
import type { ServerAnswer } from "../request/server-answer.js";
import type { BulkFormat, BulkPart } from "./make-part.js";

/** Rules of which a part says how much was withheld: more would not fit into a header. */
const TOLD_RULES = 40;

/** What is said beside the bytes. */
export interface PartSaid {
  readonly format: BulkFormat;
  readonly asOf: Date;
  /** Where the next part begins. @default it was the last */
  readonly next: string | undefined;
}

/** Sends it; `repr-digest` is the SHA-256 of the bytes (RFC 9530, section 3). */
export const sendPart = (response: ServerResponse, part: BulkPart, { format, asOf, next }: PartSaid): void => {
  const withheld = [...part.withheld].slice(0, TOLD_RULES).map(([rule, count]) => `"${rule}";n=${count}`);
  response.writeHead(200, {
    "content-type": "application/gzip",
    "content-length": part.bytes.length,
    "content-disposition": `attachment; filename="part.${format}.gz"`,
    "repr-digest": `sha-256=:${createHash("sha256").update(part.bytes).digest("base64")}:`,
    "govgraph-rows": part.rows,
    "govgraph-as-of": asOf.toISOString(),
    ...(next === undefined ? {} : { "govgraph-next": next }),
    ...(withheld.length === 0 ? {} : { "govgraph-withheld": withheld.join(", ") }),
    "cache-control": "no-store, no-transform",
  });
  response.end(part.bytes);
};

/** Sends what GraphQL said of a page that failed, and nothing of its rows. */
export const sendFailure = (request: GatewayRequest, response: ServerResponse, answer: ServerAnswer): void => {
  const { errors = [] } = answer.body;
  const code = errors[0]?.extensions?.["code"];
  const known =
    typeof code === "string" && code in ERROR_CODES
      ? ERROR_CODES[code as ErrorCode].httpStatus
      : (answer.status ?? 500);
  sendAnswer(
    response,
    { body: { errors }, status: known, headers: Object.fromEntries(answer.headers) },
    { mediaType: "application/json", language: languageOf(headerOf(request, "accept-language")) },
  );
};
