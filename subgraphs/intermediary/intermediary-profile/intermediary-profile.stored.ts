/** What is kept as JSON of an intermediary, and of one that asks to be: its qualifications, each with its version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { Qualification } from "./intermediary-profile.js";

/** A qualification, version 1. */
interface StoredQualificationV1 {
  readonly name: string;
  readonly level?: string;
  readonly certNo?: string;
  readonly issuer?: string;
  /** Day, `YYYY-MM-DD`. */
  readonly validTo?: string;
}

/** A qualification. */
export const STORED_QUALIFICATION = storedShape<Qualification, StoredQualificationV1>({
  places: ["intermediaries.qualifications", "entry_applications.qualifications"],
  toStored: ({ name, level, certNo, issuer, validTo }) => ({ name, level, certNo, issuer, validTo }),
  toDomain: ({ name, level, certNo, issuer, validTo }) => ({ name, level, certNo, issuer, validTo }),
});
