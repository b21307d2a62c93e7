/** What a file says of all its rows above the table, for required fields that no column has: 预算年度：2026. Pure. */
import type { TableHead } from "./columns.js";
import { createHeadingFinder } from "./headings.js";
import type { FieldContent, ImportField } from "./mapping.js";
import type { FileNotice } from "./read-records.js";

/** A value of all rows, with its label above the table. */
export interface SaidOfAll {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/** What stands in a title is no place for a person. */
const NEVER: readonly FieldContent[] = ["PERSON", "PERSON_NAME", "NAME", "INTERNAL"];

/** Values of required fields, by the labels that their columns would have; `isOpen` is true for a field that nothing else gives. */
export const saidOfAll = (
  { said }: TableHead,
  fields: Readonly<Record<string, ImportField>>,
  isOpen: (field: string) => boolean,
): SaidOfAll[] => {
  if (said === undefined || said.size === 0) return [];
  const find = createHeadingFinder([...said.keys()]);
  return Object.entries(fields).flatMap(([field, { required, columns, holds = "TEXT", hashed }]) => {
    if (!required || hashed || NEVER.includes(holds) || !isOpen(field)) return [];
    const label = columns.flatMap((name) => find(name))[0]?.written;
    return label === undefined ? [] : [{ field, label, value: said.get(label)! }];
  });
};

/** Told of each: whoever loads the file sees what was read where. */
export const valueAbove = ({ field, label }: SaidOfAll): FileNotice => ({
  rule: "VALUE_ABOVE_TABLE",
  place: "above the headings",
  remedy: `${label} stands there and no column has it: it is read as that of all rows. Say another one with --set ${field}=….`,
});
