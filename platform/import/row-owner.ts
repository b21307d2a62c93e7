/** Whose a row of a file is: an agency that loads for itself loads its own rows alone. */
import type { Knex } from "knex";
import type { ImportContext } from "./import-kind.js";
import type { MappedRow } from "./mapping.js";
import type { FileNotice } from "./read-records.js";
import { RowRefused } from "./violation.js";

/** What a kind says of whose its rows are. */
export interface RowOwner<Item> {
  /** Our field that names the agency. */
  readonly field: string;
  /** Our field of the agency's name, by which rows are told apart where no column has a code. */
  readonly nameField: string;
  /** Credit code or organisation code of the agency, as the row gives it. Pure. */
  codeOf(item: Item): string | undefined;
  /** For each resolved item, true where what it would change is another agency's. @default the agency is part of what a record is found by */
  heldByOthers?(items: readonly Item[], db: Knex): Promise<readonly boolean[]>;
}

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

/** True for the agency's credit code, and for the organisation code in it (GB 32100-2015: characters 9 to 17). */
const isCodeOf = (code: string, agency: string): boolean => {
  const written = code.normalize("NFKC").trim().toUpperCase();
  return written === agency || written.replace("-", "") === agency.slice(8, 17);
};

/** Why an item is not the agency's; undefined where it is, and where whoever loads may load all. */
export const refusalOfOther = <Item>(
  owner: RowOwner<Item> | undefined,
  item: Item,
  agency: string | undefined,
): RowRefused | undefined => {
  if (agency === undefined || owner === undefined) return undefined;
  const code = owner.codeOf(item);
  if (code !== undefined && isCodeOf(code, agency)) return undefined;
  return new RowRefused(
    owner.field,
    "OTHER_AGENCY",
    "The row names another agency than yours, by its credit code or organisation code: leave it to that agency.",
  );
};

/** A record that another agency holds: it is not taken over by a row that names its code. */
export const heldByOther = (field: string): RowRefused =>
  new RowRefused(
    field,
    "HELD_BY_OTHER_AGENCY",
    "A record of this code is another agency's: correct the code, or ask the operator where the record has passed to you.",
  );
