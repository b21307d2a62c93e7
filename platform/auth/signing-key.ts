/** New keys of those who sign texts (signed-text.ts), apart from what signs: who makes a key loads no library for it. */
import { randomBytes } from "node:crypto";
import { createKeyList } from "../config/index.js";

/** Length of a private key of Ed25519 (RFC 8032). */
export const SIGNING_KEY_BYTES = 32;

/** A new private key, in the form that parseTextSigner reads. */
export const createSigningKey = (id = `s${randomBytes(4).toString("hex")}`): string =>
  createKeyList(id, SIGNING_KEY_BYTES);
