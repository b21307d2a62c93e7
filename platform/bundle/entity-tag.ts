/** The entity tag of a signed bundle, by which a gateway asks whether there is another. */
import { createHash } from "node:crypto";

/** A strong validator (RFC 9110 section 8.8.3): equal for equal bytes alone. */
export const entityTag = (signed: string): string => `"${createHash("sha256").update(signed).digest("base64url")}"`;
