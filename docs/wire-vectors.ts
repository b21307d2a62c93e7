/** Vectors of signed requests for partners who write a verifier: one page shows the first, a file holds all. */
import { createPrivateKey, createPublicKey, createSecretKey, hash, type KeyObject } from "node:crypto";
import { contentDigest, signatureBase } from "../platform/auth/message-signature.js";
import { componentsOf, signContext, type CoveredField } from "../platform/auth/signed-context.js";
import { renderMarked } from "./marked.js";

/** Where the vectors are. */
const FILE = "docs/partners/vectors.json";

/** 2026-12-01T00:00:00Z, when all of them were signed. */
const NOW = Date.UTC(2026, 11, 1);

/** Keys that are used for nothing else: whoever reads this has them. */
const seed = hash("sha256", "govgraph: a throw-away key of vectors", "buffer");
const secret = hash("sha512", "govgraph: a throw-away key of vectors", "buffer");
const ED25519 = createPrivateKey({
  key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]),
  format: "der",
  type: "pkcs8",
});
const KEYS: Readonly<Record<string, KeyObject>> = {
  "vectors-ed25519": ED25519,
  "heating-vectors-hmac": createSecretKey(secret),
};

const BODY = JSON.stringify({
  query: "query($r:[_Any!]!){_entities(representations:$r){...on Organization{heatingAccounts{accountNo}}}}",
  variables: { r: [{ __typename: "Organization", uscc: "91990101MA9000011P" }] },
});

interface Request {
  readonly name: string;
  readonly keyId?: string;
  readonly path?: string;
  readonly body?: string;
  readonly viewer?: object;
  readonly timeoutMs?: number;
}

const TOLD = { tiers: ["OWNER"], pseudonym: "Zr0yqWg1D4xQm2nB8tUeKc5sVhLpJ7aF3iXoRwN6EdM" };
const REQUESTS: readonly Request[] = [
  { name: "Ed25519, a viewer who may be the owner", viewer: TOLD },
  { name: "Ed25519, nothing is told of the viewer" },
  { name: "Ed25519, an address with a query", path: "/graphql?lang=%E7%B9%81&tenant=1" },
  {
    name: "Ed25519, a body in Chinese",
    body: JSON.stringify({ query: "{ __typename }", variables: { name: "延吉市 😀" } }),
  },
  { name: "HMAC-SHA-256, a viewer who may be the owner", keyId: "heating-vectors-hmac", viewer: TOLD },
  { name: "HMAC-SHA-256, nothing is told of the viewer", keyId: "heating-vectors-hmac" },
];

const vectorOf = (
  { name, keyId = "vectors-ed25519", path = "/graphql", body = BODY, viewer = {}, timeoutMs = 3_000 }: Request,
  index: number,
): { readonly name: string; readonly signatureBase: string } & Readonly<Record<string, unknown>> => {
  const context = {
    subgraph: "heating",
    viewer,
    asOf: "2026-12-01T00:00:00.000Z",
    requestId: `00000000-0000-4000-8000-00000000000${index}`,
    policyHash: "072a44ae8862e438",
    timeoutMs,
    language: "zh",
  } as const;
  const nonce = Buffer.alloc(16, index).toString("base64url");
  const keys = new Map([[keyId, KEYS[keyId]!]]);
  const headers = signContext({ context, method: "POST", path, body }, keys, { now: NOW, nonce });
  const components = componentsOf("POST", path, (field: CoveredField) => headers[field]!);
  const base = signatureBase(components, headers["signature-input"]!.slice("sig1=".length));
  return { name, keyId, method: "POST", target: path, headers, body, signatureBase: base };
};

/** What a verifier must refuse, as a change of the first vector. */
const REFUSED: readonly { readonly name: string; readonly change: Readonly<Record<string, unknown>> }[] = [
  { name: "another body", change: { body: "{}" } },
  { name: "another body, with its digest", change: { body: "{}", headers: { "content-digest": contentDigest("{}") } } },
  { name: "another path", change: { target: "/other" } },
  { name: "a query more", change: { target: "/graphql?a=1" } },
  { name: "another method", change: { method: "PUT" } },
  { name: "for another subgraph", change: { headers: { "govgraph-audience": "waterworks" } } },
  {
    name: "another viewer",
    change: { headers: { "govgraph-viewer": Buffer.from('{"tiers":["SUPERVISOR"]}').toString("base64url") } },
  },
  { name: "another day", change: { headers: { "govgraph-as-of": "2020-01-01T00:00:00.000Z" } } },
  { name: "another request id", change: { headers: { "govgraph-request-id": "x" } } },
  { name: "another policy", change: { headers: { "govgraph-policy": "none" } } },
  { name: "another deadline", change: { headers: { "govgraph-deadline": "60000" } } },
  { name: "another language", change: { headers: { "govgraph-language": "en" } } },
  { name: "late", change: { now: "2026-12-01T00:01:06Z" } },
  { name: "from the future", change: { now: "2026-11-30T23:59:54Z" } },
  { name: "sent twice", change: { times: 2 } },
];

/** The page with the base of the first vector in it, and the file of all. */
export const renderWire = (): readonly (readonly [string, string])[] => {
  const vectors = REQUESTS.map(vectorOf);
  const published = { ...createPublicKey(ED25519).export({ format: "jwk" }), kid: "vectors-ed25519", use: "sig" };
  const file = {
    note: "Signed at 2026-12-01T00:00:00Z: a verifier must be told that time. The keys are thrown away. Each of `refused` is the first vector with one change, and is to be answered with 401.",
    keys: { "vectors-ed25519": published, "heating-vectors-hmac": { kty: "oct", k: secret.toString("base64url") } },
    vectors,
    refused: REFUSED,
  };
  return [
    renderMarked("docs/partners/wire.md", { base: `\`\`\`\n${vectors[0]!.signatureBase}\n\`\`\`` }),
    [FILE, `${JSON.stringify(file, null, 2)}\n`],
  ];
};
