/** The key of the hash that stands for a person: without it an import of persons is refused before anything is loaded. */
import { spelledResidentId } from "../domain/index.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
import type { MappedRow } from "./mapping.js";
import { ImportRefused } from "./violation.js";

/** The key. Throws ImportRefused where none is given: under another one nobody would ever see their own records. */
export const subjectKeyOf = ({ subjectKey }: Pick<ImportContext, "subjectKey">): string => {
  if (subjectKey) return subjectKey;
  throw new ImportRefused(
    "The file holds identity numbers of persons, which are stored as keyed hashes alone, and GOVGRAPH_SUBJECT_KEY is not set: " +
      "set it to the key by which your identity provider makes subject_hash. Nothing was loaded; with any other key persons would never see their own records.",
  );
};

/** True for a row of which the hash of a person's number is stored; numbers of passports and other papers are not kept. */
export const hashesPerson = (
  { fields, subjectOf }: Pick<ImportKind, "fields" | "subjectOf">,
  row: MappedRow,
): boolean =>
  Object.entries(fields).some(
    ([field, { hashed }]) => hashed && row[field] !== undefined && spelledResidentId(row[field]) !== undefined,
  ) &&
  (subjectOf?.(row).natural ?? false);
