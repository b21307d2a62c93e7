/** The vectors that partners test their verifiers with: ours takes each once, and refuses each change. */
import { createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { createContextVerifier, type ReceivedRequest } from "../../../platform/auth/index.js";
import { projectPath } from "../../../platform/config/index.js";

interface Vector {
  readonly name: string;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signatureBase: string;
}
interface Change extends Partial<Vector> {
  readonly now?: string;
  readonly times?: number;
}
const { keys, vectors, refused } = JSON.parse(readFileSync(projectPath("docs/partners/vectors.json"), "utf8")) as {
  readonly keys: Readonly<Record<string, JsonWebKey>>;
  readonly vectors: readonly Vector[];
  readonly refused: readonly { readonly name: string; readonly change: Change }[];
};

const keyOf = (jwk: JsonWebKey): KeyObject =>
  jwk.kty === "oct"
    ? createSecretKey(Buffer.from(String(jwk.k), "base64url"))
    : createPublicKey({ key: jwk, format: "jwk" });
const verifierAt = (now: string): ReturnType<typeof createContextVerifier> =>
  createContextVerifier({
    subgraph: "heating",
    keys: new Map(Object.entries(keys).map(([id, jwk]) => [id, keyOf(jwk)])),
    now: () => Date.parse(now),
    since: 0,
  });
const received = ({ method, target, headers, body }: Vector): ReceivedRequest => ({
  method,
  path: target,
  headers,
  body,
});
const SIGNED_AT = "2026-12-01T00:00:00Z";

describe("[E02] a vector", () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("is good: %s", (_name, vector) => {
    const { requestId, viewer } = verifierAt(SIGNED_AT).verify(received(vector));
    expect(requestId).toBe(vector.headers["govgraph-request-id"]);
    expect(Object.keys(viewer)).toEqual(
      vector.name.includes("nothing is told") || vector.name.match(/query|Chinese/) ? [] : ["tiers", "pseudonym"],
    );
    expect(vector.signatureBase.split("\n")).toHaveLength(13);
  });

  it.each(refused.map(({ name, change }) => [name, change] as const))("is refused changed: %s", (_name, change) => {
    const { now = SIGNED_AT, times = 1, headers, ...parts } = change;
    const changed = { ...vectors[0]!, ...parts, headers: { ...vectors[0]!.headers, ...headers } };
    const verifier = verifierAt(now);
    for (let time = 1; time < times; time++) verifier.verify(received(changed));
    expect(() => verifier.verify(received(changed))).toThrow("The request is not signed by the gateway.");
  });

  it("has an algorithm of each kind of key", () => {
    expect(new Set(vectors.map(({ headers }) => /keyid="([^"]+)"/.exec(headers["signature-input"]!)?.[1]))).toEqual(
      new Set(Object.keys(keys)),
    );
    expect(refused.length).toBeGreaterThan(12);
  });
});
