/** Public keys by which an app proves who it is (`private_key_jwt`): what is taken, and what is told of them (RFC 7517, RFC 7523 section 3). */
import { calculateJwkThumbprint, importJWK, type JWK } from "jose";
import { badInput } from "../errors/index.js";

/** What is told of a key. */
export interface PublicKey {
  readonly kid: string;
  readonly algorithm: string;
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string;
}

/** Most keys of an app: the one that it signs with, and the one that comes after it. */
export const MOST_KEYS = 2;

/** Shortest modulus of RSA, in bits (RFC 7518 section 3.3), and the longest that realms verify in no time. */
const RSA_BITS = { least: 2_048, most: 8_192 } as const;

const CURVES: Readonly<Record<string, string>> = { "P-256": "ES256", "P-384": "ES384" };

/** Members of a key that is nobody's secret (RFC 7518 sections 6.2.1 and 6.3.1); everything else is left out of what is kept. */
const PUBLIC_MEMBERS = ["kty", "crv", "x", "y", "n", "e", "kid"] as const;

/** Members that only a private or shared key has (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1). */
const SECRET_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] as const;

const KID = /^[\w.-]{1,64}$/;

const refuse = (why: string): Error => badInput("keys", "KEY", `A key is a public JSON Web Key: ${why}`);

const parse = (text: string): JWK => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, as of what is no object.
  }
  throw refuse("each is an object in JSON.");
};

const bitsOf = (modulus: string): number => {
  const bytes = Buffer.from(modulus, "base64url");
  return bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24;
};

/** The algorithm of its signatures. Throws BAD_USER_INPUT where it has none that is taken. */
const algorithmOf = ({ kty, crv = "", n = "" }: JWK): string => {
  if (kty === "EC" && CURVES[crv] !== undefined) return CURVES[crv];
  if (kty === "RSA" && bitsOf(n) >= RSA_BITS.least && bitsOf(n) <= RSA_BITS.most) return "PS256";
  throw refuse(`EC on ${Object.keys(CURVES).join(" or ")}, or RSA of ${RSA_BITS.least} to ${RSA_BITS.most} bits.`);
};

/** A name or a number in base64url; of those that are kept nothing else is written with other letters. */
const isText = (value: unknown): boolean => typeof value === "string" && /^[\w.-]+$/.test(value);

/** A key as it is kept. */
const keyIn = async (text: string): Promise<JWK> => {
  const given = parse(text);
  // Whoever sends a private key by mistake has to make another one: this one has travelled.
  if (SECRET_MEMBERS.some((member) => member in given))
    throw refuse("this one is private. Nothing of it was kept; make another pair.");
  if (typeof given.kid !== "string" || !KID.test(given.kid))
    throw refuse("`kid` has 1 to 64 letters, digits and `_.-`.");
  // Realms read no other letters than base64url's (RFC 7515 section 2), where Node.js passes over what it does not know.
  if (PUBLIC_MEMBERS.some((member) => member in given && !isText(given[member])))
    throw refuse("its members are texts, and its numbers base64url.");
  const alg = algorithmOf(given);
  if (given.use !== undefined && given.use !== "sig") throw refuse("`use` is `sig`.");
  try {
    await importJWK(given, alg);
  } catch {
    throw refuse("its numbers are no key.");
  }
  // Keycloak looks at no key that does not say what it is used for, which RFC 7517 section 4.2 leaves open.
  const kept = PUBLIC_MEMBERS.flatMap((name) => (name in given ? [[name, given[name]] as const] : []));
  return { ...Object.fromEntries(kept), use: "sig", alg };
};

/** Keys as they are kept, each in JSON. Throws BAD_USER_INPUT (KEY, MAX) with what is wrong of the first that is not taken. */
export const publicKeysIn = async (texts: readonly string[]): Promise<string[]> => {
  if (texts.length > MOST_KEYS) throw badInput("keys", "MAX", `keys has at most ${MOST_KEYS} entries.`);
  const keys: JWK[] = [];
  for (const text of texts) keys.push(await keyIn(text));
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw refuse("two have the same `kid`.");
  return keys.map((key) => JSON.stringify(key));
};

/** What is told of a key that is kept. */
export const publicKeyOf = async (text: string): Promise<PublicKey> => {
  const key = JSON.parse(text) as JWK;
  return { kid: key.kid!, algorithm: key.alg!, thumbprint: await calculateJwkThumbprint(key) };
};
