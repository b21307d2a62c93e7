/** Whose a row of a file is: an agency that loads for itself loads its own rows alone. */
import type { Knex } from "knex";
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
