/** Columns of a file that a field is read of: the unit of their amounts, and what is to be told of them. */
import { readHeading, type Heading } from "./headings.js";
import type { ImportField, Mapping } from "./mapping.js";
import type { FileNotice, SourceFile } from "./read-records.js";
import { placesBetween, unitOf } from "./units.js";
import { ImportRefused } from "./violation.js";

/** What a file says of its columns. */
export type TableHead = Pick<SourceFile, "columns" | "units" | "unit" | "said">;

/** A column that a field is read of. */
export interface Column {
  readonly heading: string;
  /** The unit of its amounts, where the field has one. */
  readonly unit?: string;
  /** True where the file says it elsewhere than in the heading. */
  readonly elsewhere?: true;
}

/** Units that headings say for fields of their own: 补贴面积（亩） says the unit of the quantity. */
export const unitsOfHeadings = (
  fields: Readonly<Record<string, ImportField>>,
  found: ReadonlyMap<string, readonly Heading[]>,
  mapping: Mapping,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, { unitTo }]) => {
      const unit = mapping.units?.[field] ?? found.get(field)?.[0]?.unit;
      return unitTo === undefined || unit === undefined ? [] : [[unitTo, unit]];
    }),
  );

/** The column with the unit of its amounts. Throws ImportRefused where that is not known or another kind of unit. */
export const columnOf = (
  field: string,
  { unit: wanted, columns: known }: ImportField,
  heading: Heading,
  { head, mapping, notices }: { readonly head: TableHead; readonly mapping: Mapping; readonly notices: FileNotice[] },
): Column => {
  if (wanted === undefined) return { heading: heading.written };
  // A name that stands in a published table has the unit that the table gives; one of which only the base is known has to say it.
  const bare = [field, ...known].some((name) => readHeading(name).whole === heading.whole);
  const ofTable = unitOf(head.unit ?? "");
  const said = mapping.units?.[field] ?? heading.unit;
  const elsewhere =
    unitOf(head.units.get(heading.written) ?? "") ??
    (ofTable !== undefined && placesBetween(ofTable, wanted) !== undefined ? ofTable : undefined);
  const unit = said ?? elsewhere ?? (bare ? wanted : undefined);
  if (unit === undefined)
    throw new ImportRefused(
      `The column ${heading.written} does not say in which unit its amounts are: write it in the heading, or in the mapping as "units": { "${field}": "元" }.`,
    );
  const places = placesBetween(unit, wanted);
  if (places === undefined)
    throw new ImportRefused(`The column ${heading.written} is in ${unit}, which is no unit for ${field} (${wanted}).`);
  if (places !== 0)
    notices.push({
      rule: "UNIT_CONVERTED",
      place: `column ${heading.written}`,
      remedy: `Its amounts are in ${unit} and were converted to ${wanted}.`,
    });
  return {
    heading: heading.written,
    unit,
    ...(said === undefined && elsewhere !== undefined ? { elsewhere: true } : {}),
  };
};

/** Columns that mean the same: one may say what the other does not, but also something else. */
export const severalColumns = (columns: readonly Column[]): FileNotice => ({
  rule: "SEVERAL_COLUMNS",
  place: `columns ${columns.map(({ heading }) => heading).join(", ")}`,
  remedy: "They mean the same, and of each row the first filled one is read: name the right one in a mapping file.",
});
