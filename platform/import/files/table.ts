/** Records of a table: its headings are found, and what is no record is left out and told. */
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { CellProblem, FileNotice, SourceFile, SourceRecord } from "../source-file.js";
import { findHeader, MOST_TITLE_ROWS, type Header } from "./find-header.js";
import { createRowNotices, type RowNotices } from "./notices.js";
import { isNumberingRow, isTotalRow, noteOf } from "./row-kinds.js";
import { isBlank, type Row, type RowSource } from "./rows.js";
import { problemOfText } from "./text-problems.js";
import { saidAbove } from "./said-above.js";
import { unitAbove } from "./units.js";

/** Columns beyond which a table is no list of records. */
export const MOST_COLUMNS = 2_000;

/** Opens a table. Throws ImportRefused where its headings can not be told apart. */
export const openTable = async (source: RowSource, context: ReadingContext): Promise<SourceFile> => {
  const beginning = await firstRows(source);
  const header = findHeader({ ...context, rows: beginning });
  const columns = header === undefined ? [] : checkedNames(header, context);
  const names = columns.filter((name) => name !== "");
  const above = beginning.filter(({ line }) => line < (header?.first ?? 0));
  const unit = unitAbove(above);
  return {
    columns: names,
    units: new Map(
      [...(source.units ?? [])].flatMap(([column, said]) =>
        columns[column] ? [[columns[column], said] as const] : [],
      ),
    ),
    ...(unit === undefined ? {} : { unit }),
    said: saidAbove(above),
    async *records(tell) {
      if (header === undefined) return;
      const notices = createRowNotices(source.place);
      tellSkipped(beginning, header, context, notices);
      const reader = createRecordReader(source, header, { columns, isKnown: context.isKnownHeading }, notices);
      for await (const rows of source.rows())
        for (const row of rows) {
          if (row.line <= header.last) continue;
          const record = reader(row);
          if (record !== undefined) yield record;
        }
      if (tell) for (const notice of fileNotices(source, notices, unit)) tell(notice);
    },
    close: () => source.close?.() ?? Promise.resolve(),
  };
};

const firstRows = async (source: RowSource): Promise<Row[]> => {
  const first: Row[] = [];
  for await (const rows of source.rows()) {
    first.push(...rows);
    if (first.length >= MOST_TITLE_ROWS) break;
  }
  return first.slice(0, MOST_TITLE_ROWS);
};

/** Names of columns. Throws ImportRefused where two that the kind knows are the same. */
const checkedNames = ({ names }: Header, { isKnownHeading }: ReadingContext): string[] => {
  if (names.length > MOST_COLUMNS)
    throw new ImportRefused(`The table has ${names.length} columns, more than the ${MOST_COLUMNS} that are read.`);
  return names.map((name, column) => {
    const before = names.indexOf(name);
    if (name === "" || before === column) return name;
    // By number: a file without headings has a row there, and rows are not repeated.
    if (isKnownHeading(name))
      throw new ImportRefused(`Columns ${before + 1} and ${column + 1} of the header have the same name.`);
    return `${name} (${column + 1})`;
  });
};

const tellSkipped = (
  beginning: readonly Row[],
  header: Header,
  { skip = 0, headerRow }: ReadingContext,
  notices: RowNotices,
): void => {
  for (const { line, cells } of beginning)
    if (line < header.first && !cells.every(isBlank))
      notices.add(line <= skip || headerRow !== undefined ? "SKIPPED_ROWS" : "TITLE_ROWS", line);
};

const fileNotices = (source: RowSource, notices: RowNotices, unit: string | undefined): FileNotice[] => [
  ...(source.notices ?? []),
  ...(unit === undefined
    ? []
    : [
        {
          rule: "UNIT_ABOVE_TABLE",
          place: "above the headings",
          remedy: `The table says that its unit is ${unit}: see that its amounts are read in it.`,
        },
      ]),
  ...notices.all(),
];

/** Turns rows below the headings into records, one after the other; what is none is told. */
const createRecordReader = (
  { even, place }: RowSource,
  header: Header,
  { columns, isKnown }: { readonly columns: readonly string[]; readonly isKnown: (heading: string) => boolean },
  notices: RowNotices,
): ((row: Row) => SourceRecord | undefined) => {
  let after = false;
  let width: number | undefined;
  const begins = headingsTest(header, columns, isKnown);
  return (row) => {
    const { line, cells } = row;
    if (cells.every(isBlank)) return undefined;
    const note = noteOf(cells, after);
    after = note === "FOOTNOTE_ROWS" || (after && note !== undefined);
    if (note !== undefined) return void notices.add(note, line);
    if (isTotalRow(cells)) return void notices.add("TOTAL_ROWS", line);
    if (repeats(cells, header, columns)) return void notices.add("REPEATED_HEADINGS", line);
    if (line === header.last + 1) {
      if (isNumberingRow(cells)) return void notices.add("NUMBERING_ROWS", line);
      if (namesColumns(cells, isKnown)) return void notices.add("REPEATED_HEADINGS", line);
    }
    if (begins(cells))
      throw new ImportRefused(
        `With ${place} ${line} another table begins, whose columns stand otherwise: make a file of each table. Nothing was loaded.`,
      );
    // Empty cells behind the headings are those of a separator at the end of each row; in one row alone the cells are shifted.
    width ??= isPadded(cells, columns.length) ? cells.length : columns.length;
    if (even && cells.length !== width)
      throw new ImportRefused(
        `The file is broken at line ${line}: it has another number of columns than the header. Nothing was loaded.`,
      );
    if (cells.some((cell, column) => !columns[column] && !isBlank(cell))) notices.add("CELLS_WITHOUT_HEADING", line);
    for (const mark of row.marks ?? []) notices.add(mark, line);
    if (row.covered?.some((column) => columns[column])) notices.add("MERGED_COLUMNS", line);
    return recordOf(row, columns);
  };
};

/** True for cells beyond the headings that hold nothing. */
const isPadded = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).every(isBlank);

/** True for a row that holds the headings once more, as at the top of each printed page. */
const repeats = (cells: readonly string[], { names }: Header, columns: readonly string[]): boolean =>
  cells.every((cell, column) => isBlank(cell) || cell === columns[column] || cell === names[column]) &&
  cells.filter((cell) => !isBlank(cell)).length >= 2;

/** How many cells at the beginning of a row are looked at, of which one is a heading where a row holds headings: nearly every row holds none. */
const LOOKED_AT = 3;

/** A test for rows of headings in another order or of other columns: below them cells would be read in the columns of the table above. */
const headingsTest = (
  { names }: Header,
  columns: readonly string[],
  isKnown: (heading: string) => boolean,
): ((cells: readonly string[]) => boolean) => {
  const headings = new Set([...names, ...columns].filter((name) => name !== ""));
  return (cells) => {
    if (!cells.slice(0, LOOKED_AT).some((cell) => headings.has(cell.trim()))) return false;
    const filled = cells.filter((cell) => !isBlank(cell));
    const found = filled.filter((cell) => headings.has(cell.trim()) || isKnown(cell));
    return found.length >= 3 && found.length * 2 > filled.length;
  };
};

/** True for a row of names of the exchange tables below headings in words. */
const namesColumns = (cells: readonly string[], isKnown: (heading: string) => boolean): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= 3 && filled.every((cell) => isKnown(cell) || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(cell));
};

/** Without the apostrophe by which spreadsheets mark digits as a text. */
const withoutTextMark = (cell: string): string =>
  cell.charCodeAt(0) === APOSTROPHE && /^'\d[^']*$/.test(cell) ? cell.slice(1) : cell;

const APOSTROPHE = 39;

const recordOf = ({ line, cells, problems }: Row, columns: readonly string[]): SourceRecord => {
  const values: Record<string, string> = {};
  let found: Map<string, CellProblem> | undefined;
  for (const [column, name] of columns.entries()) {
    if (name === "") continue;
    const cell = withoutTextMark(cells[column] ?? "");
    values[name] = cell;
    const problem = problems?.get(column) ?? problemOfText(cell);
    if (problem) (found ??= new Map()).set(name, problem);
  }
  return { line, values, ...(found === undefined ? {} : { problems: found }) };
};
