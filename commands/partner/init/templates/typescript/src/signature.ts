/** Verifies that a request comes from the gateway: HTTP Message Signatures (RFC 9421, RFC 9530) in the one form in which it signs. */
import { createHash, verify as isSignedBy, type KeyObject } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as it came. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Bytes of the body, before anything parses them. */
  readonly body: Uint8Array;
}

/** What the gateway tells with a request; it is signed. */
export interface Told {
  /** What may be known of the viewer: nothing, or audiences of closed fields and a name that only you hear. */
  readonly viewer: { readonly tiers?: readonly string[]; readonly pseudonym?: string };
  /** Log under it; the gateway does too. */
  readonly requestId: string;
  /** Day and time for rules of the domain, ISO 8601. */
  readonly asOf: string;
}

/** What a verifier goes by. */
export interface VerifierOptions {
  /** Name of this subgraph: what is for another is refused. */
  readonly audience: string;
  /** Finds the public key of an id. */
  readonly keyOf: (keyId: string) => Promise<KeyObject | undefined>;
  readonly now?: () => number;
  /** What was signed before is refused, in milliseconds: a process before this one may have taken it. @default now */
  readonly since?: number;
}

const FIELDS = [
  "content-type",
  "content-digest",
  "govgraph-audience",
  "govgraph-viewer",
  "govgraph-request-id",
  "govgraph-as-of",
  "govgraph-policy",
  "govgraph-deadline",
  "govgraph-language",
];
const COVERED = ["@method", "@path", "@query", ...FIELDS].map((name) => `"${name}"`).join(" ");
const INPUT =
  /^sig1=(\(([^)]*)\);created=(\d{10});expires=(\d{10});nonce="([\w-]{12,64})";keyid="([a-z0-9-]{1,64})";tag="govgraph")$/;
const SIGNATURE = /^sig1=:([A-Za-z0-9+/]{86}==):$/;

/** Longest life of a signature, how far the gateway's clock may run ahead, and how long a nonce is kept: seconds. */
const LIFETIME_S = 60;
const SKEW_S = 5;
const NONCE_S = 66;
/** More nonces than this are not remembered, and then none is taken. */
const MOST_NONCES = 500_000;

/** Creates a verifier: it gives what the gateway tells, or undefined where the answer is 401. */
export const createVerifier = ({ audience, keyOf, now = Date.now, since = now() }: VerifierOptions) => {
  const firstSecond = Math.floor(since / 1_000);
  const seen = new Map<string, number>();
  const isNew = (nonce: string): boolean => {
    for (const [old, at] of seen) {
      if (now() - at <= NONCE_S * 1_000) break;
      seen.delete(old);
    }
    if (seen.has(nonce) || seen.size >= MOST_NONCES) return false;
    seen.set(nonce, now());
    return true;
  };
  const isInTime = (created: number, expires: number): boolean =>
    created >= firstSecond &&
    created * 1_000 <= now() + SKEW_S * 1_000 &&
    now() <= expires * 1_000 &&
    expires - created <= LIFETIME_S;

  return async ({ method, target, headers, body }: SignedRequest): Promise<Told | undefined> => {
    const valueOf = (name: string): string => String(headers[name] ?? "");
    const [, params = "", covered, created, expires, nonce = "", keyId = ""] =
      INPUT.exec(valueOf("signature-input")) ?? [];
    const [, signature] = SIGNATURE.exec(valueOf("signature")) ?? [];
    if (covered !== COVERED || signature === undefined || !isInTime(Number(created), Number(expires))) return undefined;
    if (FIELDS.some((name) => headers[name] === undefined) || valueOf("govgraph-audience") !== audience)
      return undefined;
    if (valueOf("content-digest") !== `sha-256=:${createHash("sha256").update(body).digest("base64")}:`)
      return undefined;
    const key = await keyOf(keyId);
    const [path, query] = /^([^?]*)(.*)$/.exec(target)!.slice(1);
    const base = [
      `"@method": ${method}`,
      `"@path": ${path}`,
      `"@query": ${query || "?"}`,
      ...FIELDS.map((name) => `"${name}": ${valueOf(name)}`),
      `"@signature-params": ${params}`,
    ].join("\n");
    // Keys of another kind than Ed25519 are refused: the algorithm is the key's.
    if (key?.asymmetricKeyType !== "ed25519") return undefined;
    if (!isSignedBy(null, Buffer.from(base), key, Buffer.from(signature, "base64"))) return undefined;
    // The wait for a key may have outlived the signature.
    if (!isInTime(Number(created), Number(expires)) || !isNew(nonce)) return undefined;
    return {
      viewer: JSON.parse(Buffer.from(valueOf("govgraph-viewer"), "base64url").toString()) as Told["viewer"],
      requestId: valueOf("govgraph-request-id"),
      asOf: valueOf("govgraph-as-of"),
    };
  };
};

/** The verifier that `createVerifier` makes. */
export type Verify = ReturnType<typeof createVerifier>;
