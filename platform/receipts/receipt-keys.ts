/** The public keys of receipts: that which signs, and those that signed before, each with its end. */
import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { parseKeyMap } from "../config/index.js";

/** Where a gateway serves them. */
export const RECEIPT_KEYS_PATH = "/.well-known/govgraph-receipt-keys.json";

const KEY_BYTES = 32;
const KEY_REFUSAL = `A public key of receipts is id:base64url of ${KEY_BYTES} bytes.`;
const RETIRED_REFUSAL =
  "A retired key of receipts is id:base64url@end, such as r1:…@2026-11-30T08:00:00Z: its public half, and the last instant at which it may have signed.";

/** A key of a set: a JWK (RFC 8037), of a retired one with its last second (`exp`, as OpenID Federation 1.0 section 8.7 has it). */
export type ReceiptJwk = JsonWebKey & { readonly kid: string; readonly exp?: number };

/** A set of keys (RFC 7517 section 5). */
export interface ReceiptKeySet {
  readonly keys: readonly ReceiptJwk[];
}

const jwkOf = (listed: string, exp?: number): ReceiptJwk => {
  const [entry, ...more] = parseKeyMap(listed, (bytes) => bytes === KEY_BYTES, KEY_REFUSAL);
  if (entry === undefined || more.length > 0) throw new Error(KEY_REFUSAL);
  const [kid, bytes] = entry;
  const shown = { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url"), kid, use: "sig", alg: "Ed25519" };
  return exp === undefined ? shown : { ...shown, exp };
};

const retiredJwk = (text: string): ReceiptJwk => {
  const [listed = "", end] = text.split("@");
  if (!z.iso.datetime({ offset: true }).safeParse(end).success) throw new Error(RETIRED_REFUSAL);
  return jwkOf(listed, Math.floor(Date.parse(end!) / 1_000));
};

/**
 * The set of the key that signs (`id:base64url`, its public half) and of retired ones (`id:base64url@end,…`). Throws a sentence
 * where one is malformed or two have one id.
 */
export const receiptKeySet = (signing: string, retired: string): ReceiptKeySet => {
  const keys = [jwkOf(signing), ...retired.split(",").filter(Boolean).map(retiredJwk)];
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw new Error("Two keys of receipts have one id.");
  return { keys };
};

const keySet = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      x: z.string(),
      kid: z.string(),
      exp: z.int().optional(),
    }),
  ),
});

/** A key that verifies. */
export interface ReceiptKey {
  readonly key: KeyObject;
  /** Last second at which it may have signed. @default it signs still */
  readonly exp?: number;
}

/** The keys of a set as it was served, by their ids. Throws a sentence where it is none. */
export const readReceiptKeys = (served: unknown): ReadonlyMap<string, ReceiptKey> => {
  const { data } = keySet.safeParse(served);
  if (data === undefined) throw new Error("This is no set of keys of receipts.");
  return new Map(
    data.keys.map(({ kty, crv, x, kid, exp }) => [
      kid,
      { key: createPublicKey({ key: { kty, crv, x }, format: "jwk" }), ...(exp === undefined ? {} : { exp }) },
    ]),
  );
};
