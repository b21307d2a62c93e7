/** Turns records of a file into rows of our fields: by headings, constants, tables of codes and units. */
import { nullIfEmptyText } from "../domain/index.js";
import { columnOf, severalColumns, unitsOfHeadings, type Column, type TableHead } from "./columns.js";
import { createHeadingFinder, readHeading, type Heading } from "./headings.js";
import type { ImportField, MappedRow, Mapping } from "./mapping.js";
import type { FileNotice } from "./read-records.js";
import { REASONS_COLUMN } from "./reasons-column.js";
import { ownAgencyNotice, type OwnAgency } from "./own-agency.js";
import { saidOfAll, valueAbove } from "./said-of-all.js";
import { inUnit } from "./units.js";
import { ImportRefused } from "./violation.js";

/** Turns records into rows of our fields, and our fields back into columns for reports. */
export interface RowMapper {
  /** `assume` hears of each field that the row does not say and that is read as the kind declares. */
  map(values: Readonly<Record<string, string>>, assume?: (field: string) => void): MappedRow;
  columnOf(field: string): string | undefined;
  hasColumn(field: string): boolean;
  /** Columns that a field is read from, of which the first filled one counts. */
  columnsOf(field: string): readonly string[];
  /** The heading of a column, with its unit where the file says that elsewhere: above the table, or in number formats. */
  headingOf(column: string): string;
  /** What the file says of all rows above the table, by its labels. */
  readonly said: ReadonlyMap<string, string>;
  /** True where nothing in the file says whose rows are, and they are read as those of the agency that loads. */
  readonly ofOwnAgency: boolean;
  /** Columns that nothing is read of. */
  readonly unused: readonly string[];
  /** What to know of how columns are read. */
  readonly notices: readonly FileNotice[];
}

/** A test whether a heading means a field of the kind: by this a file's header is found below its titles. */
export const createHeadingTest = (
  fields: Readonly<Record<string, ImportField>>,
  mapping: Mapping,
): ((heading: string) => boolean) => {
  const known = Object.entries(fields).flatMap(([field, { columns }]) => [
    field,
    ...columns,
    ...[mapping.columns?.[field] ?? []].flat(),
  ]);
  const names = new Set(known.map(readHeading).flatMap(({ whole, base }) => [whole, base]));
  return (written) => {
    const { whole, base } = readHeading(written);
    return names.has(whole) || names.has(base);
  };
};

/** Creates the mapper for a file's header. Throws ImportRefused where required fields have no column, or the unit of one is not known. */
export const createRowMapper = (
  head: TableHead,
  fields: Readonly<Record<string, ImportField>>,
  mapping: Mapping,
  own?: OwnAgency,
): RowMapper => {
  const ignored = new Set(mapping.ignore);
  const header = head.columns.filter((name) => !ignored.has(name));
  const find = createHeadingFinder(header);
  const found = new Map<string, readonly Heading[]>();
  for (const [field, { columns: names, firstColumn }] of Object.entries(fields)) {
    const asked = mapping.columns?.[field];
    const fitting = (asked === undefined ? [field, ...names] : [asked].flat()).map((name) => find(name));
    const headings = [...new Set(firstColumn ? (fitting.find(({ length }) => length > 0) ?? []) : fitting.flat())];
    if (asked !== undefined && headings.length === 0)
      throw new ImportRefused(
        `The mapping names the column ${[asked].flat().join(", ")}, which the file does not have.`,
      );
    found.set(field, headings);
  }
  takeSpare(fields, found, find);
  const notices: FileNotice[] = [];
  const given = { ...unitsOfHeadings(fields, found, mapping), ...mapping.constants };
  const isOpen = (field: string): boolean => found.get(field)!.length === 0 && given[field] === undefined;
  const said = saidOfAll(head, fields, isOpen);
  notices.push(...said.map(valueAbove));
  const ofAgency =
    own !== undefined && isOpen(own.field) && !said.some(({ field }) => field === own.field) ? own : undefined;
  if (ofAgency !== undefined) notices.push(ownAgencyNotice(ofAgency));
  const constants: Record<string, string | undefined> = {
    ...(ofAgency === undefined ? {} : { [ofAgency.field]: ofAgency.code }),
    ...Object.fromEntries(said.map(({ field, value }) => [field, value])),
    ...given,
  };
  refuseMissing(header, fields, found, constants);
  const columns = new Map(
    [...found].map(([field, headings]): [string, readonly Column[]] => [
      field,
      headings.map((heading) => columnOf(field, fields[field]!, heading, { head, mapping, notices })),
    ]),
  );
  const places = [...columns.values()].flat();
  const used = new Set(places.map(({ heading }) => heading));
  const withUnits = new Map(
    places.flatMap(({ heading, unit, elsewhere }) => (elsewhere ? [[heading, `${heading}（${unit}）`] as const] : [])),
  );
  // A column that another field has too says something of its own there.
  const isShared = ({ heading }: Column): boolean => places.filter((place) => place.heading === heading).length > 1;
  for (const [field, several] of columns) {
    const alike = several.filter((column) => !isShared(column));
    if (alike.length > 1 && mapping.columns?.[field] === undefined) notices.push(severalColumns(alike));
  }
  return {
    map(values, assume) {
      const row: Record<string, string | undefined> = {};
      for (const [field, places] of columns) {
        let value: string | undefined;
        for (const { heading, unit } of places) {
          const written = value === undefined ? writtenIn(values[heading], fields[field]!) : undefined;
          if (written !== undefined)
            value = unit === undefined ? written : (inUnit(written, unit, fields[field]!.unit!) ?? written);
        }
        value ??= constants[field];
        row[field] = value === undefined ? undefined : (mapping.codes?.[field]?.[value] ?? value);
        if (value !== undefined || fields[field]!.assumed === undefined) continue;
        row[field] = fields[field]!.assumed;
        assume?.(field);
      }
      return row;
    },
    columnOf: (field) => columns.get(field)?.[0]?.heading,
    hasColumn: (field) => (columns.get(field) ?? []).length > 0,
    columnsOf: (field) => (columns.get(field) ?? []).map(({ heading }) => heading),
    headingOf: (column) => withUnits.get(column) ?? column,
    said: new Map(said.map(({ label, value }) => [label, value])),
    ofOwnAgency: ofAgency !== undefined,
    unused: head.columns.filter((name) => name.trim() !== "" && name !== REASONS_COLUMN && !used.has(name)),
    notices,
  };
};

/** Words that answer a question about yes or no, and elsewhere say that there is no value. */
const NO = /^(?:无|没有)$/u;

/** The text of a cell; undefined where it says that there is none. */
const writtenIn = (cell: string | undefined, { answers }: ImportField): string | undefined =>
  answers && cell !== undefined && NO.test(cell.trim()) ? cell.trim() : nullIfEmptyText(cell);

/** Gives fields without a column those of their spare names that no other field has. */
const takeSpare = (
  fields: Readonly<Record<string, ImportField>>,
  found: Map<string, readonly Heading[]>,
  find: (name: string) => readonly Heading[],
): void => {
  const taken = new Set([...found.values()].flat());
  for (const [field, { spare = [] }] of Object.entries(fields)) {
    if (found.get(field)!.length > 0) continue;
    found.set(
      field,
      spare.flatMap(find).filter((heading) => !taken.has(heading)),
    );
  }
};

const refuseMissing = (
  header: readonly string[],
  fields: Readonly<Record<string, ImportField>>,
  found: ReadonlyMap<string, readonly Heading[]>,
  constants: Readonly<Record<string, string | undefined>>,
): void => {
  const missing = Object.entries(fields).filter(
    ([field, { required }]) => required && found.get(field)?.length === 0 && constants[field] === undefined,
  );
  if (missing.length === 0) return;
  const names = missing.map(([field, { columns: known }]) => `${field} (${known.join(", ")})`).join("; ");
  // Where no name is known the first line may be a row, and rows are not repeated.
  const known = [...found.values()].some((headings) => headings.length > 0);
  throw new ImportRefused(
    `The file has no column for ${names}. ${
      known
        ? `Its columns are: ${header.join(", ")}. Name them in a mapping file, or say what all rows have: --set ${missing.map(([field]) => `${field}=…`).join(" ")}.`
        : "None of its columns is known: its first line must name them; a mapping file says what they mean."
    }`,
  );
};
