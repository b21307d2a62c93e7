/** Rows of a file that says no code of an agency, where an agency loads it for itself: its own, but for those that name another body. */
import type { ImportContext } from "./import-kind.js";
import type { MappedRow } from "./mapping.js";
import type { FileNotice } from "./read-records.js";
import type { RowOwner } from "./row-owner.js";
import { RowRefused } from "./violation.js";

/** The field of the owner and the agency that loads for itself, whose all rows are where the file says nothing else. */
export interface OwnAgency {
  readonly field: string;
  readonly code: string;
}

/** It, where an agency loads for itself. */
export const ownAgencyOf = (
  owner: Pick<RowOwner<never>, "field"> | undefined,
  agency: string | undefined,
): OwnAgency | undefined =>
  owner === undefined || agency === undefined ? undefined : { field: owner.field, code: agency };

/** Told where no column says whose rows are. */
export const ownAgencyNotice = ({ field, code }: OwnAgency): FileNotice => ({
  rule: "OWN_AGENCY",
  place: field,
  remedy: `No column says whose the rows are: they are read as those of ${code}, which loads them. Rows that name another body are refused.`,
});

const asName = (name: string): string => name.normalize("NFKC").replace(/\s/gu, "");

/** A test whether a name is the agency's, as the register has it with its short and former ones; no name is where it has none. */
export const createNameTest = async (
  agency: string,
  call: ImportContext["call"],
): Promise<(name: string) => boolean> => {
  const [body] = await call<({ readonly name: string; readonly otherNames: readonly string[] } | null)[]>(
    "reference",
    "organizationsByUscc",
    [agency],
  );
  const own = new Set(body == null ? [] : [body.name, ...body.otherNames].map(asName));
  return (name) => own.has(asName(name));
};

/** Refuses a row without a code that names another body. Throws RowRefused. */
export const refuseOtherName = (
  { nameField }: Pick<RowOwner<never>, "nameField">,
  row: MappedRow,
  isOwnName: (name: string) => boolean,
): void => {
  const names = [row[nameField] ?? []].flat();
  if (names.every(isOwnName)) return;
  throw new RowRefused(
    nameField,
    "OTHER_AGENCY",
    "The row has no code and names another body than yours, as the register has your name: leave it to that body, or give its code.",
  );
};
