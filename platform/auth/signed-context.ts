/** The signed context: how the gateway tells a subgraph who asks, as headers that a signature covers (docs/partners/wire.md). */
import type { ErrorLanguage } from "../errors/index.js";
import type { ContextKeys } from "./context-keys.js";
import { contentDigest, signatureHeaders, targetParts, type Components } from "./message-signature.js";
import { nextNonce } from "./nonces.js";
import type { Viewer } from "./viewer.js";

/** How long a signature lives, in seconds. */
const LIFETIME_S = 30;

/** What a request to a subgraph carries. */
export interface SignedContext<Told extends object = Viewer> {
  /** Name of the subgraph the request is for. */
  readonly subgraph: string;
  /** What the subgraph is told of the viewer. */
  readonly viewer: Told;
  /** The request's day and time for domain rules, ISO 8601. */
  readonly asOf: string;
  readonly requestId: string;
  /** Language of texts that a service makes for the reader. @default English */
  readonly language?: ErrorLanguage;
  /** Where the request stands in a trace (W3C Trace Context): the one that no signature covers, since proxies write it anew. */
  readonly traceparent?: string;
  /** How long the caller waits, in milliseconds. A time that is left, not an instant: clocks of two machines differ. */
  readonly timeoutMs?: number;
  /** Hash of the policy table that the caller knows. */
  readonly policyHash?: string;
}

/** The part of an HTTP request that the signature covers beside its headers. */
export interface SignedRequestParts {
  readonly method: string;
  /** Path and query as they are sent. */
  readonly path: string;
  readonly body: Buffer | string;
}

/** Stands for what the caller does not say: a covered header is never left out. */
export const NOT_SAID = "none";

const CONTENT_TYPE = "application/json";

/** Headers that a signature covers, in its order after `@method`, `@path` and `@query`. */
export const COVERED_FIELDS = [
  "content-type",
  "content-digest",
  "govgraph-audience",
  "govgraph-viewer",
  "govgraph-request-id",
  "govgraph-as-of",
  "govgraph-policy",
  "govgraph-deadline",
  "govgraph-language",
] as const;

/** A covered header. */
export type CoveredField = (typeof COVERED_FIELDS)[number];

/** What the signature of a request covers. */
export const componentsOf = (method: string, target: string, valueOf: (field: CoveredField) => string): Components => {
  const { path, query } = targetParts(target);
  return [
    ["@method", method],
    ["@path", path],
    ["@query", query],
    ...COVERED_FIELDS.map((field) => [field, valueOf(field)] as const),
  ];
};

/** The headers of one request: context, digest of the body and signature under the first key. `context.viewer` goes out as it is; a nonce is signed once. */
export const signContext = (
  { context, method, path, body }: { readonly context: SignedContext<object> } & SignedRequestParts,
  keys: ContextKeys,
  { now = Date.now(), nonce = nextNonce() }: { readonly now?: number; readonly nonce?: string } = {},
): Readonly<Record<string, string>> => {
  const [first] = keys;
  if (!first) throw new Error("There is no key to sign with.");
  const [keyId, key] = first;
  const { subgraph, viewer, requestId, asOf, policyHash, timeoutMs, language, traceparent } = context;
  const covered: Readonly<Record<CoveredField, string>> = {
    "content-type": CONTENT_TYPE,
    "content-digest": contentDigest(body),
    "govgraph-audience": subgraph,
    "govgraph-viewer": Buffer.from(JSON.stringify(viewer)).toString("base64url"),
    "govgraph-request-id": requestId,
    "govgraph-as-of": asOf,
    "govgraph-policy": policyHash ?? NOT_SAID,
    "govgraph-deadline": timeoutMs === undefined ? NOT_SAID : String(Math.floor(timeoutMs)),
    "govgraph-language": language ?? NOT_SAID,
  };
  const created = Math.floor(now / 1_000);
  const parameters = { created, expires: created + LIFETIME_S, nonce, keyId };
  return {
    ...covered,
    ...signatureHeaders(
      componentsOf(method, path, (field) => covered[field]),
      parameters,
      key,
    ),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
};
