/** Reads an agency's export record by record: CSV, JSON or JSON Lines, in UTF-8 or GB18030, detected. */
import { closeSync, createReadStream, openSync, readSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import iconv from "iconv-lite";
import type { ReadingContext } from "./reading-options.js";
import { ImportRefused, type Violation } from "./violation.js";

/** Opens a file. Throws ImportRefused, in a sentence that says what to do, where it can not be read. */
export const openSource = async (file: string, _context: ReadingContext): Promise<SourceFile> => {
  let columns: readonly string[] = [];
  for await (const { values } of readRecords(file)) {
    columns = Object.keys(values);
    break;
  }
  return { columns, units: new Map(), records: () => readRecords(file), close: () => Promise.resolve() };
};

/** Why a cell can not be trusted. */
export type CellProblem = Readonly<Pick<Violation, "rule" | "remedy">>;

/** One record of a file. */
export interface SourceRecord {
  /** Line of the file where it begins (text), row of the sheet (workbooks), or its number (JSON, XML); the first is 1. */
  readonly line: number;
  /** Texts of its cells by heading, as they are written. */
  readonly values: Readonly<Record<string, string>>;
  /** Headings of cells that can not be trusted: a row that is read from one of them is refused. */
  readonly problems?: ReadonlyMap<string, CellProblem>;
}

/** Something of a file as a whole that whoever loads it must know: what was left out, and what was found. */
export interface FileNotice {
  readonly rule: string;
  /** Where, in words: "row 3", "sheet 附表". */
  readonly place: string;
  readonly remedy: string;
}

/** A file that was opened and looked through: its records can be read as often as wanted. */
export interface SourceFile {
  /** Headings of all records, in the order of the file. */
  readonly columns: readonly string[];
  /** Units that the file says of a column beside its heading, such as 万元 of a number format. */
  readonly units: ReadonlyMap<string, string>;
  /** Unit that a line above the table says of all of it: 单位：万元. */
  readonly unit?: string;
  /** All records in order; `tell` gets what else there was, until the last one is read. Throws ImportRefused where the file is broken. */
  records(tell?: (notice: FileNotice) => void): AsyncIterable<SourceRecord>;
  close(): Promise<void>;
}

/** Encoding of a file from its beginning: a byte-order mark, well-formed UTF-8, else GB18030. */
export const detectEncoding = (beginning: Buffer): "utf8" | "gb18030" => {
  // A character may be cut at the end of the sample: leave out up to three bytes of it.
  for (let cut = 0; cut <= 3; cut++) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(beginning.subarray(0, beginning.length - cut));
      return "utf8";
    } catch {
      continue;
    }
  }
  return "gb18030";
};

const beginningOf = (file: string): Buffer => {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(256 * 1024);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
};

/** All records of the file in order. Throws ImportRefused with line and cause where the file is broken. */
export async function* readRecords(file: string): AsyncGenerator<SourceRecord> {
  let beginning: Buffer;
  try {
    beginning = beginningOf(file);
  } catch (error) {
    throw new ImportRefused(`The file ${file} can not be read: ${(error as Error).message}`);
  }
  const encoding = detectEncoding(beginning);
  const extension = extname(file).toLowerCase();
  if (extension === ".json") yield* readJson(file, encoding);
  else if (extension === ".jsonl" || extension === ".ndjson") yield* readJsonLines(file, encoding);
  else yield* readCsv(file, encoding);
}

async function* readCsv(file: string, encoding: string): AsyncGenerator<SourceRecord> {
  const decoded = createReadStream(file).pipe(iconv.decodeStream(encoding, { stripBOM: true }));
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkedHeader(header),
    info: true,
    skip_empty_lines: true,
    trim: true,
  });
  decoded.on("error", (error) => parser.destroy(error));
  decoded.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      yield { line: info.lines, values: record };
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    const { lines, code } = error as { lines?: number; code?: string };
    throw new ImportRefused(`The file is broken at line ${lines ?? "?"}: ${explain(code)} Nothing was loaded.`);
  }
}

const checkedHeader = (header: string[]): string[] => {
  const repeated = header.findIndex((name, index) => name !== "" && header.indexOf(name) !== index);
  // By number: a file without a header has a row there, and rows are not repeated.
  if (repeated !== -1)
    throw new ImportRefused(
      `Columns ${header.indexOf(header[repeated]!) + 1} and ${repeated + 1} of the header have the same name.`,
    );
  return header;
};

/** What is wrong, without what stands there. */
const explain = (code: string | undefined): string => {
  if (code === "CSV_RECORD_INCONSISTENT_COLUMNS") return "it has another number of columns than the header.";
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quotation mark is not closed.";
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE")
    return "a quotation mark stands inside a value; it must be doubled.";
  return "it is not CSV.";
};

const asText = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

const asRecord = (value: unknown, line: number): SourceRecord => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new ImportRefused(`Record ${line} is not an object. Nothing was loaded.`);
  return { line, values: Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asText(entry)])) };
};

async function* readJson(file: string, encoding: string): AsyncGenerator<SourceRecord> {
  let all: unknown;
  try {
    all = JSON.parse(iconv.decode(readFileSync(file), encoding, { stripBOM: true }));
  } catch (error) {
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new ImportRefused(
      `The file is not JSON${place === undefined ? "" : ` at character ${Number(place) + 1}`}. Nothing was loaded.`,
    );
  }
  if (!Array.isArray(all)) throw new ImportRefused("The file holds no list of records. Nothing was loaded.");
  for (const [index, value] of all.entries()) yield asRecord(value, index + 1);
}

async function* readJsonLines(file: string, encoding: string): AsyncGenerator<SourceRecord> {
  const input = createReadStream(file).pipe(iconv.decodeStream(encoding, { stripBOM: true }));
  let line = 0;
  for await (const text of createInterface({ input: input as unknown as NodeJS.ReadableStream, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new ImportRefused(`Line ${line} is not JSON. Nothing was loaded.`);
    }
    yield asRecord(value, line);
  }
}
