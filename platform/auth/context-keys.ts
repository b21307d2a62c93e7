/** Keys of signed requests within the product: the gateway holds one from which a key per service is derived, and a service holds its own alone. */
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { createKeyList, parseKeyMap, printKeyList } from "../config/index.js";

/** Keys of requests to one subgraph, by the id that requests name; the first one signs, all verify. */
export type ContextKeys = ReadonlyMap<string, KeyObject>;

/** What the gateway signs with: gives the keys of a subgraph by its name. */
export type GatewayKeys = (subgraph: string) => ContextKeys;

const LEAST_GATEWAY_KEY_BYTES = 32;
/** Length of HMAC-SHA-512, the least that every library takes; no key that the product makes for a gateway has it, so that one is not taken for the other. */
const SERVICE_KEY_BYTES = 64;
/** Says what is derived, so that the same secret gives another key elsewhere. */
const LABEL = "govgraph context key of service ";

/** What an id of a key is: plain, since it stands in a header. */
const KEY_ID = /^[a-z0-9-]{1,64}$/;

/** The keys of a list by id. Throws the refusal as parseKeyMap does, and where an id has other letters than `a-z`, digits and `-`. */
export const parseSigningKeys = (
  text: string,
  fits: (bytes: number) => boolean,
  refusal: string,
): ReadonlyMap<string, Buffer> => {
  const keys = parseKeyMap(text, fits, refusal);
  if (![...keys.keys()].every((id) => KEY_ID.test(id))) throw new Error(refusal);
  return keys;
};

/**
 * The gateway's keys from `id:base64url,id2:base64url`; a service's have its name before the id, as in `credit-k1`. Throws
 * where one is malformed, given twice or shorter than 32 bytes.
 */
export const parseGatewayKeys = (text: string): GatewayKeys => {
  const keys = parseSigningKeys(
    text,
    (bytes) => bytes >= LEAST_GATEWAY_KEY_BYTES && bytes !== SERVICE_KEY_BYTES,
    `A context key of the gateway is id:base64url of at least ${LEAST_GATEWAY_KEY_BYTES} bytes, and not of ${SERVICE_KEY_BYTES}: that is a service's. An id has small letters, digits and hyphens.`,
  );
  return (service) =>
    new Map([...keys].map(([id, key]) => [`${service}-${id}`, createSecretKey(derive(key, service))]));
};

/** A service's own keys. Throws where one is malformed, given twice or not 64 bytes long, such as the gateway's, which signs for every service. */
export const parseServiceKeys = (text: string): ContextKeys =>
  new Map(
    [
      ...parseSigningKeys(
        text,
        (bytes) => bytes === SERVICE_KEY_BYTES,
        `A context key of a service is id:base64url of ${SERVICE_KEY_BYTES} bytes: \`npm run keys\` derives it from the gateway's.`,
      ),
    ].map(([id, key]) => [id, createSecretKey(key)]),
  );

const derive = (key: Buffer, service: string): Buffer =>
  createHmac("sha512", key).update(LABEL).update(service).digest();

/** The keys in the form that parseServiceKeys reads. */
export const printServiceKeys = (keys: ContextKeys): string =>
  printKeyList([...keys].map(([id, key]) => [id, key.export()]));

/** A new random key of a gateway, in the form that parseGatewayKeys reads. */
export const createGatewayKey = (id: string): string => createKeyList(id, LEAST_GATEWAY_KEY_BYTES);
