/** Which pages of other origins may read what the gateway answers (Fetch standard, CORS protocol). */
import cors from "cors";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER, TRACEPARENT_HEADER } from "./trace.js";

/** Origins of front ends, or any. */
export type Origins = "*" | readonly string[];

/** Headers of an answer that a page may read beside the few that it always may. */
const EXPOSED = [
  REQUEST_ID_HEADER,
  TRACEPARENT_HEADER,
  "retry-after",
  "deprecation",
  "sunset",
  "ratelimit",
  "ratelimit-policy",
  "www-authenticate",
  "content-language",
  "content-disposition",
  "content-range",
  "repr-digest",
  "govgraph-rows",
  "govgraph-as-of",
  "govgraph-next",
  "govgraph-withheld",
];
/** How long a browser may keep the answer of a preflight, in seconds. */
const PREFLIGHT_SECONDS = 600;

/**
 * Answers preflights with 204 and marks every answer, refusals too. Credentials are never allowed: the gateway has no cookie,
 * and a token is a header that the page sets itself.
 */
export const allowOrigins = (
  origins: Origins,
): ((request: IncomingMessage, response: ServerResponse, next: () => void) => void) =>
  cors({
    origin: origins === "*" ? "*" : [...origins],
    methods: ["GET", "POST"],
    exposedHeaders: EXPOSED,
    maxAge: PREFLIGHT_SECONDS,
    optionsSuccessStatus: 204,
  });
