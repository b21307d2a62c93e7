/** What a request to a service says in its signed context, without verifying it: who asks, as the service is told. */
import type { IncomingHttpHeaders } from "node:http";
import { CONTEXT_HEADER, type SignedContext } from "../../platform/auth/index.js";

/** True for the headers of a request from the gateway. */
export const isSigned = (headers: IncomingHttpHeaders): boolean => headers[CONTEXT_HEADER] !== undefined;

/** The context in the headers. */
export const signedIn = (headers: IncomingHttpHeaders): SignedContext => {
  const [, payload = ""] = String(headers[CONTEXT_HEADER]).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as SignedContext;
};
