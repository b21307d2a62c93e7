/** Parts of a case of repair as the domain knows them: no decorator, no row, no I/O. */
import type { EvidenceKind } from "./repair-case.enums.js";

/** A document that was handed in (提交材料); the hash is SHA-256 of the file, hexadecimal. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly sha256?: string;
}
