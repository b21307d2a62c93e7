/** Rows of a text file with separators: comma, tab, semicolon or bar, which its own lines tell. */
import Papa from "papaparse";
import { ImportRefused } from "../violation.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import type { Row, RowSource } from "./rows.js";

const SEPARATORS = [",", "\t", ";", "|"] as const;
type Separator = (typeof SEPARATORS)[number];

/** The separator that most lines of the beginning hold equally often outside quotation marks; a comma where there is none. */
export const separatorOf = (beginning: string): Separator => {
  const lines = unquotedLines(beginning);
  let best: { separator: Separator; lines: number; cells: number } = { separator: ",", lines: 0, cells: 1 };
  for (const separator of SEPARATORS) {
    const sizes = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(separator).length;
      if (cells > 1) sizes.set(cells, (sizes.get(cells) ?? 0) + 1);
    }
    const [cells, count] = [...sizes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    if (count > best.lines || (count === best.lines && cells > best.cells)) best = { separator, lines: count, cells };
  }
  return best.separator;
};

/** Lines, with a letter in the place of what stands between quotation marks. */
const unquotedLines = (text: string): string[] =>
  text
    .replaceAll(/"(?:[^"]|"")*"/g, "q")
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 100);

/** The rows of a text. Throws ImportRefused with the line where quotation marks do not close. */
export const delimitedRows = (bytes: ByteSource, encoding: Encoding, separator: string): RowSource => ({
  place: "line",
  even: true,
  async *rows() {
    let rest = "";
    let line = 1;
    let lineBreak: "\n" | "\r" | undefined;
    for await (const chunk of textOf(bytes, encoding)) {
      rest += chunk;
      // Carriage returns alone are old, and two-character breaks end with a line feed.
      lineBreak ??= rest.includes("\n") || !rest.includes("\r") ? "\n" : "\r";
      const parsed = parsedRows(rest, { separator, lineBreak, line, last: false });
      rest = rest.slice(parsed.read);
      if (rest.length > MOST_OF_A_ROW) throw broken(parsed.line, "a quotation mark is not closed.");
      line = parsed.line;
      if (parsed.rows.length > 0) yield parsed.rows;
    }
    if (rest !== "") yield parsedRows(rest, { separator, lineBreak: lineBreak ?? "\n", line, last: true }).rows;
  },
});

/** Characters beyond which a row is no row but a quotation mark that nobody closed. */
const MOST_OF_A_ROW = 4 * 1024 * 1024;

interface TextPart {
  readonly separator: string;
  readonly lineBreak: "\n" | "\r";
  /** Line at which it begins. */
  readonly line: number;
  /** True where nothing follows: its last row is whole. */
  readonly last: boolean;
}

/** Whole rows of a part, how much of it they are, and the line that follows them. */
const parsedRows = (
  text: string,
  { separator, lineBreak, line, last }: TextPart,
): { readonly rows: readonly Row[]; readonly read: number; readonly line: number } => {
  const parser = new Papa.Parser({ delimiter: separator, newline: lineBreak, quoteChar: '"' });
  const { data, errors, meta } = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
  let loose: boolean | undefined;
  const isLoose = (): boolean => (loose ??= hasBlanksBeforeMarks(text, separator));
  let next = line;
  const rows = data.map((cells): Row => {
    const row = { line: next, cells: cells.map((cell) => trimmed(cell, isLoose)) };
    next += 1;
    for (const cell of cells) if (cell.includes(lineBreak)) next += cell.split(lineBreak).length - 1;
    return row;
  });
  // Of the row that is not whole yet, nothing is known.
  const fault = errors.find(({ type, row }) => type === "Quotes" && (row ?? 0) < data.length);
  if (fault)
    throw broken(
      rows[fault.row ?? 0]?.line ?? line,
      fault.code === "MissingQuotes"
        ? "a quotation mark is not closed."
        : "a quotation mark stands inside a value; it must be doubled.",
    );
  return { rows, read: last ? text.length : meta.cursor, line: next };
};

/** Without blanks around it; without the quotation marks that blanks kept from being at its edges, where the text writes them so. */
const trimmed = (cell: string, isLoose: () => boolean): string => {
  const text = cell.trim();
  if (text.length === cell.length || !/^"(?:[^"]|"")*"$/.test(text) || !isLoose()) return text;
  return text.slice(1, -1).replaceAll('""', '"').trim();
};

/** True for a text such as `a, "b"`: between values in quotation marks, some have a blank in front of theirs. */
const hasBlanksBeforeMarks = (text: string, separator: string): boolean => {
  const between = `(^|[\\r\\n${separator}])`;
  const others = text.replaceAll(new RegExp(`${between}"(?:[^"]|"")*"`, "g"), "$1");
  return new RegExp(`${between}[ \\t]+"`).test(others);
};

const broken = (line: number, why: string): ImportRefused =>
  new ImportRefused(`The file is broken at line ${line}: ${why} Nothing was loaded.`);
