/** Keys of the signed context: the gateway holds one from which a key per service is derived, and a service holds its own alone. */
import { createHmac } from "node:crypto";
import { createKeyList, parseKeyMap, printKeyList } from "../config/index.js";

/** Signing keys of one service by id; the first one signs, all verify. */
export type ContextKeys = ReadonlyMap<string, Buffer>;

/** What the gateway signs with: gives the keys of a service by its name. */
export type GatewayKeys = (service: string) => ContextKeys;

const LEAST_GATEWAY_KEY_BYTES = 32;
/** Length of HMAC-SHA-512; no key that the product makes for a gateway has it, so that one is not taken for the other. */
const SERVICE_KEY_BYTES = 64;
/** Says what is derived, so that the same secret gives another key elsewhere. */
const LABEL = "govgraph context key of service ";

/** The gateway's keys from `id:base64url,id2:base64url`. Throws where one is malformed, given twice or shorter than 32 bytes. */
export const parseGatewayKeys = (text: string): GatewayKeys => {
  const keys = parseKeyMap(
    text,
    (bytes) => bytes >= LEAST_GATEWAY_KEY_BYTES && bytes !== SERVICE_KEY_BYTES,
    `A context key of the gateway is id:base64url of at least ${LEAST_GATEWAY_KEY_BYTES} bytes, and not of ${SERVICE_KEY_BYTES}: that is a service's.`,
  );
  return (service) => new Map([...keys].map(([id, key]) => [id, derive(key, service)]));
};

/** A service's own keys. Throws where one is malformed, given twice or not 64 bytes long, such as the gateway's, which signs for every service. */
export const parseServiceKeys = (text: string): ContextKeys =>
  parseKeyMap(
    text,
    (bytes) => bytes === SERVICE_KEY_BYTES,
    `A context key of a service is id:base64url of ${SERVICE_KEY_BYTES} bytes: \`npm run keys\` derives it from the gateway's.`,
  );

const derive = (key: Buffer, service: string): Buffer =>
  createHmac("sha512", key).update(LABEL).update(service).digest();

/** The keys in the form that parseServiceKeys reads. */
export const printServiceKeys = (keys: ContextKeys): string => printKeyList(keys);

/** A new random key of a gateway, in the form that parseGatewayKeys reads. */
export const createGatewayKey = (id: string): string => createKeyList(id, LEAST_GATEWAY_KEY_BYTES);
