/** Who a request is in logs: an id and a W3C trace, taken from the client where they are well-formed, else made. */
import { randomBytes, randomUUID } from "node:crypto";

/** Header of the id, taken and answered. */
export const REQUEST_ID_HEADER = "x-request-id";
/** Header of the trace (W3C Trace Context, section 3.2). */
export const TRACEPARENT_HEADER = "traceparent";

/** Names of a request. */
export interface RequestTrace {
  readonly requestId: string;
  /** Version, trace, this gateway's span and flags. */
  readonly traceparent: string;
}

/** Letters, digits and a few marks: nothing that could write a line of a log. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;
/** Versions after 00 may add parts behind; ff is none. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/** The names for a request with these headers. */
export const traceOf = (requestId: string | undefined, traceparent: string | undefined): RequestTrace => {
  const [, trace = randomBytes(16).toString("hex"), flags = "00"] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  return {
    requestId: requestId !== undefined && REQUEST_ID.test(requestId) ? requestId : randomUUID(),
    traceparent: `00-${trace}-${randomBytes(8).toString("hex")}-${flags}`,
  };
};
