/** Verifies signed requests of one subgraph: what is not exactly in our form, or not new, for it and whole, is 401. */
import type { IncomingHttpHeaders } from "node:http";
import { ServiceError } from "../errors/index.js";
import type { ContextKeys } from "./context-keys.js";
import { contentDigest, coveredList, isSignature, readSignatureInput } from "./message-signature.js";
import { createNonceMemory } from "./nonces.js";
import {
  componentsOf,
  COVERED_FIELDS,
  NOT_SAID,
  type CoveredField,
  type SignedContext,
  type SignedRequestParts,
} from "./signed-context.js";
import type { Viewer } from "./viewer.js";

/** Longest time from making to end of a signature, in seconds. */
const MOST_LIFETIME_S = 60;
/** How far the gateway's clock may run ahead, in seconds. */
const MOST_SKEW_S = 5;

/** A request as it came. */
export interface ReceivedRequest extends SignedRequestParts {
  readonly headers: IncomingHttpHeaders;
}

/** Verifies signed requests of one subgraph. */
export interface ContextVerifier {
  /** The context. Throws UNAUTHENTICATED where anything is missing, changed, for another subgraph, old or seen before. */
  verify(request: ReceivedRequest): SignedContext;
}

/** What a verifier goes by. */
export interface ContextVerifierOptions {
  readonly subgraph: string;
  /** All of them verify: secret ones HMAC-SHA-256, public ones Ed25519. */
  readonly keys: ContextKeys;
  readonly now?: () => number;
  /**
   * What was signed before is refused (milliseconds): nonces do not outlive a process, and one before it may have taken the
   * request. @default now
   */
  readonly since?: number;
}

const COVERED = coveredList(["@method", "@path", "@query", ...COVERED_FIELDS]);

/** Version 00 of a trace context; anything else is not logged. */
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Creates the verifier; it remembers nonces for as long as a signature lives. */
export const createContextVerifier = ({
  subgraph,
  keys,
  now = Date.now,
  since = now(),
}: ContextVerifierOptions): ContextVerifier => {
  const firstSecond = Math.floor(since / 1_000);
  const nonces = createNonceMemory((MOST_LIFETIME_S + MOST_SKEW_S + 1) * 1_000);
  const isInTime = ({ created, expires }: { created: number; expires: number }, time: number): boolean =>
    created >= firstSecond &&
    created * 1_000 <= time + MOST_SKEW_S * 1_000 &&
    time <= expires * 1_000 &&
    expires - created <= MOST_LIFETIME_S;
  return {
    verify({ method, path, body, headers }) {
      const valueOf = (name: CoveredField | "signature-input" | "signature"): string => {
        const value = headers[name];
        if (typeof value !== "string") throw refusal();
        return value;
      };
      const sent = { input: valueOf("signature-input"), signature: valueOf("signature") };
      const input = readSignatureInput(sent.input);
      const key = input && keys.get(input.keyId);
      const time = now();
      if (
        !key ||
        input.covered !== COVERED ||
        !isInTime(input, time) ||
        valueOf("govgraph-audience") !== subgraph ||
        valueOf("content-digest") !== contentDigest(body) ||
        !isSignature(componentsOf(method, path, valueOf), sent, key) ||
        !nonces.isNew(input.nonce, time)
      )
        throw refusal();
      return contextOf(valueOf, headers);
    },
  };
};

const refusal = (): ServiceError => new ServiceError("UNAUTHENTICATED", "The request is not signed by the gateway.");

/** The context that the headers say, once their signature is good; what is not said is absent. */
const contextOf = (valueOf: (field: CoveredField) => string, { traceparent }: IncomingHttpHeaders): SignedContext => {
  const said = (field: CoveredField): string | undefined => {
    const value = valueOf(field);
    return value === NOT_SAID ? undefined : value;
  };
  const policyHash = said("govgraph-policy");
  const deadline = said("govgraph-deadline");
  const language = said("govgraph-language");
  return {
    subgraph: valueOf("govgraph-audience"),
    viewer: JSON.parse(Buffer.from(valueOf("govgraph-viewer"), "base64url").toString("utf8")) as Viewer,
    requestId: valueOf("govgraph-request-id"),
    asOf: valueOf("govgraph-as-of"),
    ...(policyHash === undefined ? {} : { policyHash }),
    ...(deadline === undefined ? {} : { timeoutMs: Number(deadline) }),
    ...(language === "en" || language === "zh" ? { language } : {}),
    ...(typeof traceparent === "string" && TRACEPARENT.test(traceparent) ? { traceparent } : {}),
  };
};
