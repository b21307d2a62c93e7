/** What a request to a service says in its signed context, without verifying it: who asks, as the service is told. */
import type { IncomingHttpHeaders } from "node:http";
import { CONTEXT_HEADER, type SignedContext } from "../../platform/auth/index.js";

/** The context in the headers. */
export const signedIn = (headers: IncomingHttpHeaders): SignedContext => {
  const [, payload = ""] = String(headers[CONTEXT_HEADER]).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as SignedContext;
};
