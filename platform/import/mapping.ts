/** What a kind says of its fields, and what a mapping file says of an export's columns. */
import { z } from "zod";
import { readingEntries } from "./reading-options.js";
import { readTextFile } from "./text-file.js";
import { unitOf } from "./units.js";
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
    units: z
      .record(
        z.string(),
        z
          .string()
          .refine((unit) => unitOf(unit) !== undefined, "is no unit that is known, such as 元, 万元, 亩 or 人次"),
      )
      .optional()
      .describe(
        "Our field → unit in which its column is written, such as 元, 万元, 亩 or 人次; it stands above that of the heading.",
      ),
    ignore: z
      .array(z.string())
      .optional()
      .describe("Columns of the file that are not read, though what they mean is known."),
    ...readingEntries,
  })
  .describe("How the columns of an agency's export map to govgraph's fields.");

/** A checked mapping. */
export type Mapping = z.infer<typeof mappingSchema>;

/** One field that a kind of import knows. */
export interface ImportField {
  /** What it holds, for documents. */
  readonly doc: string;
  /** Column names that mean it: national exchange table, Chinese headers. Compared as headings.ts does. */
  readonly columns: readonly string[];
  /** True where the first of these names that a file has is the only one: those behind it mean something else beside it. */
  readonly firstColumn?: boolean;
  /** Names that mean it where no other field has taken them and none of its own is there. */
  readonly spare?: readonly string[];
  /** True where a file without any such column can not be loaded. */
  readonly required?: boolean;
  /** What its values are, so that what is personal leaves them. @default TEXT */
  readonly holds?: FieldContent;
  /** Unit in which its amounts are wanted, such as 万元: a column in another unit of the kind is converted exactly. */
  readonly unit?: string;
  /** Our field for the unit of the quantity, which the heading may say: 补贴面积（亩）. */
  readonly unitTo?: string;
  /** True where a cell may hold several values: a list of JSON, an element of XML that is repeated. */
  readonly several?: true;
  /** True for a yes or no, in which 无 and 没有 are answers: elsewhere they say that there is no value. */
  readonly answers?: true;
  /** What a row that does not say it is read as, as an export writes it; how many rows these are is told. */
  readonly assumed?: string;
  /** Words to choose from in a template. */
  readonly words?: readonly string[];
  /** A value as an example in a template. */
  readonly example?: string;
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

/** JSON without its comments: a line behind // that stands in no text. */
const withoutComments = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"|\/\/[^\n\r]*/g, (part) => (part.startsWith("//") ? "" : part));

/** Reads and checks a mapping file, JSON in which lines behind // are comments. Throws ImportRefused that names every wrong entry. */
export const readMapping = (file: string, fields: Readonly<Record<string, ImportField>>): Mapping => {
  let content: unknown;
  try {
    content = JSON.parse(withoutComments(readTextFile(file)));
  } catch (error) {
    throw new ImportRefused(
      error instanceof SyntaxError
        ? `The mapping file ${file} can not be read: it is not JSON.`
        : `The mapping file ${file} can not be read: ${(error as Error).message}`,
    );
  }
  return checkMapping(content, fields, `The mapping file ${file}`);
};

/** Checks what is to be a mapping; `what` is how a refusal calls it. Throws ImportRefused that names every wrong entry. */
export const checkMapping = (
  content: unknown,
  fields: Readonly<Record<string, ImportField>>,
  what: string,
): Mapping => {
  const parsed = mappingSchema.safeParse(content);
  const problems = parsed.success
    ? [parsed.data.columns, parsed.data.constants, parsed.data.codes, parsed.data.units].flatMap((part) =>
        Object.keys(part ?? {}).flatMap((field) =>
          Object.hasOwn(fields, field) ? [] : [`${field} is no field of this kind`],
        ),
      )
    : parsed.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`);
  if (!parsed.success || problems.length > 0) throw new ImportRefused(`${what} is wrong: ${problems.join("; ")}`);
  return parsed.data;
};
