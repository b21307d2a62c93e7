/** Who a request is in logs: an id and a W3C trace, taken from the client where they are well-formed, else made. */
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Span, Tracing } from "../../platform/telemetry/index.js";
import { headerOf, type RequestTrace } from "./http-request.js";

/** Header of the id, taken and answered. */
export const REQUEST_ID_HEADER = "x-request-id";
/** Header of the trace (W3C Trace Context, section 3.2). */
export const TRACEPARENT_HEADER = "traceparent";

/** Letters, digits and a few marks: nothing that could write a line of a log. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;
/** Versions after 00 may add parts behind; ff is none. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/** A place of the gateway's, as a span names it. */
const PLACE = /^\/[a-z][a-z.-]{0,19}(?=[/?]|$)/;

/** What a request asks before more is known of it: `POST /graphql`. */
const askedOf = ({ method = "", url = "" }: IncomingMessage): string =>
  `${method} ${PLACE.exec(url)?.[0] ?? ""}`.trim();

/** What is asked all the time to see whether the gateway lives is no request of anybody. */
const isProbe = ({ url = "" }: IncomingMessage): boolean => url === "/livez" || url === "/readyz";

/** The names for a request. Where this process traces, it chooses itself what is recorded, whatever the asker's flags say. */
export const traceOf = (request: IncomingMessage, tracing?: Tracing): RequestTrace => {
  const given = TRACEPARENT.exec(headerOf(request, TRACEPARENT_HEADER) ?? "");
  const [traceparent, trace = randomBytes(16).toString("hex"), flags = "00"] = given ?? [];
  const id = headerOf(request, REQUEST_ID_HEADER);
  const requestId = id !== undefined && REQUEST_ID.test(id) ? id : randomUUID();
  if (tracing === undefined || isProbe(request))
    return { requestId, traceparent: `00-${trace}-${randomBytes(8).toString("hex")}-${flags}` };
  const span = tracing.begin(askedOf(request), "server", traceparent);
  return { requestId, traceparent: span.traceparent, ...(span.isRecorded ? { span } : {}) };
};

/** Ends the span with the answer. */
export const endSpan = (span: Span, { method = "" }: IncomingMessage, { statusCode }: ServerResponse): void => {
  // What nobody has is named by nobody.
  if (statusCode === 404) span.rename(method);
  span.end(
    { "http.request.method": method, "http.response.status_code": statusCode },
    statusCode >= 500 ? String(statusCode) : undefined,
  );
};
