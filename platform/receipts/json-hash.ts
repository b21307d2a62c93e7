/** Hashes of JSON values that any language computes again: SHA-256 over the canonical form of RFC 8785. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** `sha256:` and 64 hexadecimal digits. Throws where the value is no I-JSON (RFC 7493): half a surrogate pair, a number that is none. */
export const jsonHash = (value: unknown): string =>
  `sha256:${createHash("sha256")
    .update(canonicalize(value) ?? "null")
    .digest("hex")}`;
