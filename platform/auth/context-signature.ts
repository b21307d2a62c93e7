/** The signed context: how the gateway tells a subgraph who asks, and how the subgraph knows that it was the gateway. */
import { createHmac, hash, randomFillSync, timingSafeEqual } from "node:crypto";
import { ServiceError, type ErrorLanguage } from "../errors/index.js";
import type { ContextKeys } from "./context-keys.js";
import type { Viewer } from "./viewer.js";

/** Header that carries the context and its signature. */
export const CONTEXT_HEADER = "x-gov-context";

/** Longest age of a signature. */
const MAX_AGE_MS = 30_000;
/** How far the gateway's clock may run ahead. */
const MAX_SKEW_MS = 5_000;
/** Most nonces remembered, 14,000 signed requests a second; only a holder of a key can fill it, and then it refuses. */
const MOST_NONCES = 500_000;

/** What a request to a subgraph carries. */
export interface SignedContext {
  /** Name of the subgraph the request is for. */
  readonly subgraph: string;
  readonly viewer: Viewer;
  /** The request's day and time for domain rules, ISO 8601. */
  readonly asOf: string;
  readonly requestId: string;
  /** Language of texts that a service makes for the reader. @default English */
  readonly language?: ErrorLanguage;
  /** Where the request stands in a trace, as the header of that name (W3C Trace Context). */
  readonly traceparent?: string;
  /** How long the gateway waits, in milliseconds. A time that is left, not an instant: clocks of two machines differ. */
  readonly timeoutMs?: number;
  /** Hash of the policy table that the gateway knows. */
  readonly policyHash?: string;
}

/** The part of an HTTP request that the signature covers. */
export interface SignedRequestParts {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer | string;
}

interface Envelope extends SignedContext {
  readonly method: string;
  readonly path: string;
  readonly bodyHash: string;
  readonly issuedAt: number;
  readonly nonce: string;
}

const bodyHashOf = (body: Buffer | string): string => hash("sha256", body, "base64url");

const macOf = (key: Buffer, id: string, payload: string): Buffer =>
  createHmac("sha256", key).update(`${id}.${payload}`).digest();

const NONCE_BYTES = 12;
const random = Buffer.alloc(NONCE_BYTES * 256);
let used = random.length;

/** Twelve random bytes; the system is asked for many at once, because asking costs more than they do. */
const nextNonce = (): string => {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += NONCE_BYTES;
  return random.toString("base64url", used - NONCE_BYTES, used);
};

/** The header value for one request; it covers body, subgraph, viewer, time and a nonce. */
export const signContext = (
  { context, method, path, body }: { context: SignedContext } & SignedRequestParts,
  keys: ContextKeys,
  now: number = Date.now(),
): string => {
  const [first] = keys;
  if (!first) throw new Error("There is no key to sign with.");
  const [id, key] = first;
  const envelope: Envelope = {
    ...context,
    method,
    path,
    bodyHash: bodyHashOf(body),
    issuedAt: now,
    nonce: nextNonce(),
  };
  const payload = Buffer.from(JSON.stringify(envelope)).toString("base64url");
  return `${id}.${payload}.${macOf(key, id, payload).toString("base64url")}`;
};

/** Verifies signed requests of one subgraph. */
export interface ContextVerifier {
  /** The context. Throws UNAUTHENTICATED where anything is missing, changed, for another subgraph, old or seen before. */
  verify(header: string | undefined, request: SignedRequestParts): SignedContext;
}

/** Creates the verifier; it remembers nonces for as long as a signature lives. */
export const createContextVerifier = (options: {
  subgraph: string;
  keys: ContextKeys;
  now?: () => number;
}): ContextVerifier => {
  const now = options.now ?? Date.now;
  const nonces = new Map<string, number>();
  const refuse = (): ServiceError => new ServiceError("UNAUTHENTICATED", "The request is not signed by the gateway.");
  const remember = (nonce: string, time: number): void => {
    // Insertion order is time order: drop the expired ones from the front.
    for (const [old, at] of nonces) {
      if (time - at <= MAX_AGE_MS + MAX_SKEW_MS) break;
      nonces.delete(old);
    }
    if (nonces.has(nonce) || nonces.size >= MOST_NONCES) throw refuse();
    nonces.set(nonce, time);
  };
  return {
    verify(header, { method, path, body }) {
      const [id, payload, mac, ...more] = (header ?? "").split(".");
      const key = options.keys.get(id ?? "");
      if (!id || !payload || !mac || more.length > 0 || !key) throw refuse();
      const given = Buffer.from(mac, "base64url");
      const expected = macOf(key, id, payload);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refuse();
      const envelope = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Envelope;
      const time = now();
      if (
        envelope.subgraph !== options.subgraph ||
        envelope.method !== method ||
        envelope.path !== path ||
        envelope.bodyHash !== bodyHashOf(body) ||
        time - envelope.issuedAt > MAX_AGE_MS ||
        envelope.issuedAt - time > MAX_SKEW_MS
      ) {
        throw refuse();
      }
      remember(envelope.nonce, time);
      const { subgraph, viewer, asOf, requestId, language, traceparent, timeoutMs, policyHash } = envelope;
      // What an older gateway does not send is absent, not undefined.
      const optional = Object.entries({ language, traceparent, timeoutMs, policyHash }).filter(
        ([, value]) => value !== undefined,
      );
      return { subgraph, viewer, asOf, requestId, ...Object.fromEntries(optional) };
    },
  };
};
