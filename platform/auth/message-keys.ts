/** Keys of messages between services: each sender signs with a private key of its own, receivers have its public half. */
import { createHmac, createPublicKey, type KeyObject } from "node:crypto";
import { printKeyList } from "../config/index.js";
import { parseSigningKeys, type ContextKeys } from "./context-keys.js";
import { parsePartnerKeys, publicKeys } from "./partner-keys.js";

/** Says what is derived, so that the same secret gives another key elsewhere. */
const LABEL = "govgraph message key of service ";
const KEY_BYTES = 32;

const REFUSAL = `A sender is named <service>-<id>:base64url of ${KEY_BYTES} bytes, an Ed25519 public key: \`npm run keys\` prints it.`;

/** A service's private keys for its messages, as it is configured, derived from those of the gateway. Throws where one of these is malformed. */
export const deriveMessageKeys = (gatewayKeys: string, service: string): string =>
  printKeyList(
    [...parseSigningKeys(gatewayKeys, (bytes) => bytes >= KEY_BYTES, REFUSAL)].map(([id, key]) => [
      `${service}-${id}`,
      createHmac("sha256", key).update(LABEL).update(service).digest(),
    ]),
  );

/** The private keys of a sender by the ids that its calls name. Throws where one is malformed, given twice, or none of this service. */
export const parseMessageKeys = (text: string, service: string): ContextKeys => {
  const keys = parsePartnerKeys(text);
  if (keys.size === 0 || ![...keys.keys()].every((id) => id.startsWith(`${service}-`))) throw new Error(REFUSAL);
  return keys;
};

/** The public halves, as receivers are configured: what a JWK of the key calls `x` (RFC 8037 section 2). */
export const printSenders = (keys: ContextKeys): string =>
  printKeyList(
    [...publicKeys(keys)].map(([id, key]) => [id, Buffer.from(key.export({ format: "jwk" }).x!, "base64url")]),
  );

/** Public keys of senders by their names; none from an empty text. Throws where one is malformed, given twice, or of none of these services. */
export const parseSenders = (text: string, services: readonly string[]): ReadonlyMap<string, ContextKeys> => {
  const senders = new Map<string, Map<string, KeyObject>>();
  if (text === "") return senders;
  for (const [id, key] of parseSigningKeys(text, (bytes) => bytes === KEY_BYTES, REFUSAL)) {
    // Of `a` and `a-b`, a key named `a-b-k1` is that of the longer name.
    const owner = services
      .filter((name) => id.startsWith(`${name}-`))
      .reduce<string | undefined>((one, other) => (one && one.length > other.length ? one : other), undefined);
    if (owner === undefined) throw new Error(REFUSAL);
    const keys = senders.get(owner) ?? new Map<string, KeyObject>();
    senders.set(owner, keys.set(id, publicKeyOf(key)));
  }
  return senders;
};

const publicKeyOf = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url") }, format: "jwk" });
