/** What is kept as JSON of a case of repair: the documents that were handed in, each with its version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { EvidenceKind } from "./repair-case.enums.js";
import type { Evidence } from "./repair-case.js";

/** A document, version 1. */
interface StoredEvidenceV1 {
  readonly kind: "PERFORMANCE_PROOF" | "COMMITMENT_LETTER" | "OTHER";
  readonly title: string;
  /** Hexadecimal. */
  readonly sha256?: string;
}

/** A document that was handed in. */
export const STORED_EVIDENCE = storedShape<Evidence, StoredEvidenceV1>({
  places: ["repair_cases.evidence"],
  toStored: ({ kind, title, sha256 }) => ({ kind, title, sha256 }),
  toDomain: ({ kind, title, sha256 }) => ({ kind: kind as EvidenceKind, title, sha256 }),
});
