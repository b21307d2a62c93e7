/** Texts that one process signs and others verify: compact JWS (RFC 7515) by Ed25519 (RFC 8037, RFC 9864), under keys that may follow each other. */
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { CompactSign, compactVerify } from "jose";
import { parseKeyMap } from "../config/index.js";
import { SIGNING_KEY_BYTES as KEY_BYTES } from "./signing-key.js";

const ALGORITHM = "Ed25519";

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410 section 7). */
const PRIVATE_KEY_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** Public keys by the id that a signature names. */
export type SignerKeys = ReadonlyMap<string, KeyObject>;

/** Signs texts with one private key. */
export interface TextSigner {
  /** Id of the key and the key that verifies, in the form that parseSignerKeys reads. */
  readonly publicKey: string;
  /** The text as compact JWS; `kind` says what it is (header `typ`), so that nothing is taken for something else. */
  sign(text: string, kind: string): Promise<string>;
}

const publicBytes = (key: KeyObject): string => String(createPublicKey(key).export({ format: "jwk" }).x);

/** The signer of `id:base64url`, a private key of 32 bytes. Throws a sentence where it is malformed. */
export const parseTextSigner = (text: string): TextSigner => {
  const refusal = `A signing key is id:base64url of ${KEY_BYTES} bytes.`;
  const [first, ...more] = parseKeyMap(text, (bytes) => bytes === KEY_BYTES, refusal);
  if (first === undefined || more.length > 0) throw new Error(refusal);
  const [id, seed] = first;
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_KEY_HEAD, seed]), format: "der", type: "pkcs8" });
  return {
    publicKey: `${id}:${publicBytes(key)}`,
    sign: (signed, kind) =>
      new CompactSign(Buffer.from(signed)).setProtectedHeader({ alg: ALGORITHM, kid: id, typ: kind }).sign(key),
  };
};

/** Public keys of a list `id:base64url,id2:base64url`: an old and a new one while a key is changed. Throws a sentence where one is malformed or given twice. */
export const parseSignerKeys = (text: string): SignerKeys =>
  new Map(
    [
      ...parseKeyMap(
        text,
        (bytes) => bytes === KEY_BYTES,
        `A list of signers is id:base64url of ${KEY_BYTES} bytes each, such as s1:…,s2:….`,
      ),
    ].map(([id, bytes]) => [
      id,
      createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url") }, format: "jwk" }),
    ]),
  );

/** What a compact JWS says, whoever signed it: for who keeps what they signed themselves. */
export const textOfSigned = (signed: string): string => Buffer.from(signed.split(".")[1] ?? "", "base64url").toString();

/** The text that was signed as that kind under one of the keys. Throws a sentence where it was not. */
export const verifyText = async (signed: string, kind: string, keys: SignerKeys): Promise<string> => {
  try {
    const { payload, protectedHeader } = await compactVerify(
      signed,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.get(kid);
        if (key === undefined) throw new Error("Its key is not among those that are trusted.");
        return key;
      },
      { algorithms: [ALGORITHM] },
    );
    if (protectedHeader.typ !== kind) throw new Error(`It is signed as something else than ${kind}.`);
    return new TextDecoder("utf-8", { fatal: true }).decode(payload);
  } catch (cause) {
    throw new Error(`The signature does not hold: ${(cause as Error).message}`, { cause });
  }
};
