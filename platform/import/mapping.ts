/** Maps columns of an export to our fields: built-in names of the national exchange tables, Chinese headers, or a mapping file. */
import { z } from "zod";
import { nullIfEmptyText } from "../domain/index.js";
import { readingEntries } from "./reading-options.js";
import { readTextFile } from "./text-file.js";
import { ImportRefused } from "./violation.js";

/** A mapping file. */
export const mappingSchema = z
  .strictObject({
    source: z
      .string()
      .regex(/^(?!.*\d{11})[A-Za-z0-9_-]{1,32}$/, "is letters, digits, - and _, at most 32, and no number of a person")
      .optional()
      .describe("Name of the exporting system; becomes part of LOCAL identifiers. Default: import."),
    columns: z
      .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
      .optional()
      .describe("Our field → column of the file, or several columns of which the first filled one counts."),
    constants: z.record(z.string(), z.string()).optional().describe("Our field → value that every row has."),
    codes: z
      .record(z.string(), z.record(z.string(), z.string()))
      .optional()
      .describe("Our field → table from values of the file to ours."),
    ...readingEntries,
  })
  .describe("How the columns of an agency's export map to govgraph's fields.");

/** A checked mapping. */
export type Mapping = z.infer<typeof mappingSchema>;

/** One field that a kind of import knows. */
export interface ImportField {
  /** What it holds, for documents. */
  readonly doc: string;
  /** Column names that mean it: national exchange table, Chinese headers. Compared without case and underscores. */
  readonly columns: readonly string[];
  /** True where a file without any such column can not be loaded. */
  readonly required?: boolean;
  /** What its values are, so that what is personal leaves them. @default TEXT */
  readonly holds?: FieldContent;
  /** True for identity numbers that are stored as a hash with GOVGRAPH_SUBJECT_KEY, without which such a file is refused. */
  readonly hashed?: boolean;
}

/**
 * What a field holds. TEXT: free text, all of what is personal leaves it. CONTACT: where an agency is to be found. NAME: of the person or
 * body that the row is about. PERSON_NAME: of a person; what is appended to it leaves. PERSON: read, and never stored as it is.
 * INTERNAL: of a person, not for the public. CODE: a code, number, day or amount. BODY_CODE: a code where that of a body is expected.
 */
export type FieldContent = "TEXT" | "CONTACT" | "NAME" | "PERSON_NAME" | "PERSON" | "INTERNAL" | "CODE" | "BODY_CODE";

/** Values of one row by our field names; empty and "none" values are absent. */
export type MappedRow = Readonly<Record<string, string | undefined>>;

const folded = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[\s_-]/g, "")
    .toLowerCase();

/** Reads and checks a mapping file. Throws ImportRefused that names every wrong entry. */
export const readMapping = (file: string, fields: Readonly<Record<string, ImportField>>): Mapping => {
  let content: unknown;
  try {
    content = JSON.parse(readTextFile(file));
  } catch (error) {
    throw new ImportRefused(
      error instanceof SyntaxError
        ? `The mapping file ${file} can not be read: it is not JSON.`
        : `The mapping file ${file} can not be read: ${(error as Error).message}`,
    );
  }
  const parsed = mappingSchema.safeParse(content);
  const problems = parsed.success
    ? [parsed.data.columns, parsed.data.constants, parsed.data.codes].flatMap((part) =>
        Object.keys(part ?? {}).flatMap((field) =>
          Object.hasOwn(fields, field) ? [] : [`${field} is no field of this kind`],
        ),
      )
    : parsed.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`);
  if (!parsed.success || problems.length > 0)
    throw new ImportRefused(`The mapping file ${file} is wrong: ${problems.join("; ")}`);
  return parsed.data;
};

/** Turns records into rows of our fields, and our fields back into columns for reports. */
export interface RowMapper {
  map(values: Readonly<Record<string, string>>): MappedRow;
  columnOf(field: string): string | undefined;
  /** Columns that a field is read from, of which the first filled one counts. */
  columnsOf(field: string): readonly string[];
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
  const names = new Set(known.map(folded));
  return (heading) => names.has(folded(heading));
};

/** Creates the mapper for a file's header. Throws ImportRefused where required fields have no column. */
export const createRowMapper = (
  header: readonly string[],
  fields: Readonly<Record<string, ImportField>>,
  mapping: Mapping,
): RowMapper => {
  const byFolded = new Map(header.map((name) => [folded(name), name]));
  const columns = new Map<string, string[]>();
  for (const [field, { columns: names }] of Object.entries(fields)) {
    const asked = mapping.columns?.[field];
    const wanted = asked === undefined ? [field, ...names] : [asked].flat();
    const found = wanted.map((name) => byFolded.get(folded(name))).filter((name) => name !== undefined);
    if (asked !== undefined && found.length === 0)
      throw new ImportRefused(
        `The mapping names the column ${[asked].flat().join(", ")}, which the file does not have.`,
      );
    columns.set(field, found);
  }
  const missing = Object.entries(fields).filter(
    ([field, { required }]) => required && columns.get(field)?.length === 0 && mapping.constants?.[field] === undefined,
  );
  if (missing.length > 0) {
    const names = missing.map(([field, { columns: known }]) => `${field} (${known.join(", ")})`).join("; ");
    // Where no name is known the first line may be a row, and rows are not repeated.
    const known = [...columns.values()].some((found) => found.length > 0);
    throw new ImportRefused(
      `The file has no column for ${names}. ${
        known
          ? `Its columns are: ${header.join(", ")}. Name them in a mapping file.`
          : "None of its columns is known: its first line must name them; a mapping file says what they mean."
      }`,
    );
  }
  return {
    map(values) {
      const row: Record<string, string | undefined> = {};
      for (const [field, names] of columns) {
        let value: string | undefined;
        for (const name of names) value ??= nullIfEmptyText(values[name]);
        value ??= mapping.constants?.[field];
        row[field] = value === undefined ? undefined : (mapping.codes?.[field]?.[value] ?? value);
      }
      return row;
    },
    columnOf: (field) => columns.get(field)?.[0],
    columnsOf: (field) => columns.get(field) ?? [],
  };
};
