/** What a request to a service says in its signed headers, without verifying them: who asks, as the service is told it. */
import type { IncomingHttpHeaders } from "node:http";
import type { Viewer } from "../../platform/auth/index.js";

/** What is told. */
export interface SignedIn {
  readonly subgraph: string;
  readonly viewer: Viewer;
  readonly requestId: string;
}

/** True for the headers of a request from the gateway. */
export const isSigned = (headers: IncomingHttpHeaders): boolean => headers["govgraph-viewer"] !== undefined;

/** What the headers say. */
export const signedIn = (headers: IncomingHttpHeaders): SignedIn => ({
  subgraph: String(headers["govgraph-audience"]),
  viewer: JSON.parse(Buffer.from(String(headers["govgraph-viewer"]), "base64url").toString("utf8")) as Viewer,
  requestId: String(headers["govgraph-request-id"]),
});
