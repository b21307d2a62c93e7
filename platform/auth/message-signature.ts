/** HTTP message signatures (RFC 9421) and digests of bodies (RFC 9530), in the one profile on which libraries agree (docs/partners/wire.md). */
import { createHmac, hash, sign as signWith, timingSafeEqual, verify as verifyWith, type KeyObject } from "node:crypto";

/** What a signature covers, in order: names of derived components and header fields (RFC 9421 section 2), with their values. */
export type Components = readonly (readonly [name: string, value: string])[];

/** Parameters of a signature. */
export interface SignatureParameters {
  /** Unix seconds. */
  readonly created: number;
  /** Unix seconds after which it is good for nothing. */
  readonly expires: number;
  readonly nonce: string;
  readonly keyId: string;
}

/** Tag of the signatures of this wire, and the only label under which one is sent. */
const TAG = "govgraph";
const LABEL = "sig1";

/** A list of covered components as `Signature-Input` writes it, without parameters. */
export const coveredList = (names: readonly string[]): string => `(${names.map((name) => `"${name}"`).join(" ")})`;

/** Components and parameters as they stand in `Signature-Input` and are signed. One library takes no other order of parameters. */
export const signatureParams = (
  components: Components,
  { created, expires, nonce, keyId }: SignatureParameters,
): string =>
  `${coveredList(components.map(([name]) => name))};created=${created};expires=${expires};nonce="${nonce}";keyid="${keyId}";tag="${TAG}"`;

/** The text that is signed (RFC 9421 section 2.5). */
export const signatureBase = (components: Components, params: string): string => {
  let lines = "";
  for (const [name, value] of components) lines += `"${name}": ${value}\n`;
  return `${lines}"@signature-params": ${params}`;
};

/** Value of `Content-Digest` (RFC 9530 section 2), of SHA-256 alone. */
export const contentDigest = (body: Buffer | string): string => `sha-256=:${hash("sha256", body, "base64")}:`;

/** The derived components `@path` and `@query` of a request target; of no query, `@query` is `?` (RFC 9421 section 2.2.7). */
export const targetParts = (target: string): { readonly path: string; readonly query: string } => {
  const end = target.indexOf("?");
  return end < 0 ? { path: target, query: "?" } : { path: target.slice(0, end), query: target.slice(end) };
};

/** HMAC-SHA-256 with a secret key, Ed25519 with a private one. */
const signed = (base: string, key: KeyObject): Buffer =>
  key.type === "secret" ? createHmac("sha256", key).update(base).digest() : signWith(null, Buffer.from(base), key);

const isSignedBy = (base: string, key: KeyObject, signature: Buffer): boolean => {
  if (key.type !== "secret") return verifyWith(null, Buffer.from(base), key, signature);
  const expected = signed(base, key);
  return signature.length === expected.length && timingSafeEqual(signature, expected);
};

/** The two headers of a signature. */
export const signatureHeaders = (
  components: Components,
  parameters: SignatureParameters,
  key: KeyObject,
): { readonly "signature-input": string; readonly signature: string } => {
  const params = signatureParams(components, parameters);
  const signature = signed(signatureBase(components, params), key).toString("base64");
  return { "signature-input": `${LABEL}=${params}`, signature: `${LABEL}=:${signature}:` };
};

const INPUT =
  /^sig1=(\([^)]*\));created=(\d{10});expires=(\d{10});nonce="([\w-]{12,64})";keyid="([a-z0-9-]{1,64})";tag="govgraph"$/;
const SIGNATURE = /^sig1=:([A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==):$/;

/** A `Signature-Input` in our form. */
export interface SignatureInput extends SignatureParameters {
  /** Covered components, as `coveredList` writes them. */
  readonly covered: string;
}

/** Reads `Signature-Input`; undefined where it is not exactly in our form: one signature, these parameters in this order. */
export const readSignatureInput = (input: string): SignatureInput | undefined => {
  const [, covered, created, expires, nonce, keyId] = INPUT.exec(input) ?? [];
  if (covered === undefined || nonce === undefined || keyId === undefined) return undefined;
  return { covered, created: Number(created), expires: Number(expires), nonce, keyId };
};

/** True where `Signature` is that of the components under the parameters of `Signature-Input`, both as they were sent. */
export const isSignature = (
  components: Components,
  { input, signature }: { readonly input: string; readonly signature: string },
  key: KeyObject,
): boolean => {
  const [, given] = SIGNATURE.exec(signature) ?? [];
  if (given === undefined) return false;
  const base = signatureBase(components, input.slice(LABEL.length + 1));
  return isSignedBy(base, key, Buffer.from(given, "base64"));
};
