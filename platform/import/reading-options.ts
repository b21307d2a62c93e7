/** How a file is read where that can not be told from itself: entries of a mapping file, and options of the command. */
import { z } from "zod";

/** Encodings that can be asked for. */
export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be", "big5"] as const;

/** Entries of a mapping file that say how the file is read. */
export const readingEntries = {
  encoding: z.enum(ENCODINGS).optional().describe("Encoding of a text file, where it is not the one that is found."),
  sheet: z
    .union([z.string().min(1), z.int().min(1)])
    .optional()
    .describe("Sheet of a workbook, by name or by number from 1; needed where several hold something."),
  headerRow: z
    .int()
    .min(1)
    .optional()
    .describe("Line or row of the headings, from 1, where it is not the one that is found."),
  skip: z
    .int()
    .min(0)
    .optional()
    .describe("How many lines or rows at the beginning are left out before the headings are looked for."),
  path: z
    .string()
    .min(1)
    .optional()
    .describe("Where the records are in JSON or XML: data.list, or a JSON pointer such as /data/list."),
  entry: z.string().min(1).optional().describe("File inside a zip archive, where it holds several."),
};

/** How a file is read; what is left out is found. */
export type ReadingOptions = Partial<
  Readonly<{
    encoding: (typeof ENCODINGS)[number];
    sheet: string | number;
    headerRow: number;
    skip: number;
    path: string;
    entry: string;
  }>
>;

/** What is read, and by which headings the kind's header is known. */
export interface ReadingContext extends ReadingOptions {
  /** True for a heading that the kind knows. */
  readonly isKnownHeading: (heading: string) => boolean;
}

/** What a mapping, or options of a command, say of how the file is read. */
export const readingOptionsOf = ({ encoding, sheet, headerRow, skip, path, entry }: ReadingOptions): ReadingOptions =>
  Object.fromEntries(
    Object.entries({ encoding, sheet, headerRow, skip, path, entry }).filter(([, value]) => value !== undefined),
  );
