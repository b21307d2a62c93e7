/** Keys of requests to partners: the gateway signs with Ed25519, a partner reads the public halves, and nothing that it holds can sign. */
import { createPrivateKey, createPublicKey, type JsonWebKey } from "node:crypto";
import { createKeyList } from "../config/index.js";
import { parseSigningKeys, type ContextKeys, type GatewayKeys } from "./context-keys.js";

const KEY_BYTES = 32;
/** What stands before the bytes of an Ed25519 key in PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * Private keys from `id:base64url,id2:base64url`, each the 32 bytes that RFC 8032 begins with and a JWK calls `d`; none from an
 * empty text. Throws where one is malformed or given twice.
 */
export const parsePartnerKeys = (text: string): ContextKeys => {
  if (text === "") return new Map();
  const keys = parseSigningKeys(
    text,
    (bytes) => bytes === KEY_BYTES,
    `A key for partners is id:base64url of ${KEY_BYTES} bytes, an Ed25519 private key: \`npm run keys\` makes one. An id has small letters, digits and hyphens.`,
  );
  return new Map(
    [...keys].map(([id, key]) => [
      id,
      createPrivateKey({ key: Buffer.concat([PKCS8, key]), format: "der", type: "pkcs8" }),
    ]),
  );
};

/** A new random key, in the form that parsePartnerKeys reads. */
export const createPartnerKey = (id: string): string => createKeyList(id, KEY_BYTES);

/** A set of public keys (RFC 7517 section 5, RFC 8037 section 2). */
export interface KeyDirectory {
  readonly keys: readonly JsonWebKey[];
}

/** The public halves. Without `alg`: the names of RFC 9421 and of JOSE differ, and libraries know one of them. */
export const keyDirectory = (keys: ContextKeys): KeyDirectory => ({
  keys: [...keys].map(([kid, key]) => ({ ...createPublicKey(key).export({ format: "jwk" }), kid, use: "sig" })),
});

/** The public halves as a verifier takes them. */
export const publicKeys = (keys: ContextKeys): ContextKeys =>
  new Map([...keys].map(([id, key]) => [id, createPublicKey(key)]));

/** True where the subgraph has the key too, as our own services have; false for a partner's, whose requests only the gateway can sign. */
export const areShared = (keys: ContextKeys): boolean => [...keys.values()].every(({ type }) => type === "secret");

/** The keys of all subgraphs: of those named here ones that they share, of every other the partners'. Gives none where there are none. */
export const keysOfSubgraphs =
  (own: { readonly names: readonly string[]; readonly keys: GatewayKeys }, partners: ContextKeys): GatewayKeys =>
  (name) =>
    own.names.includes(name) ? own.keys(name) : partners;
