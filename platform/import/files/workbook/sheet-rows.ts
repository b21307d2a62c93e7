/** Rows of a sheet as texts, with what is hidden, merged and not computed told. Throws ImportRefused above its bounds. */
import { ImportRefused } from "../../violation.js";
import type { CellProblem, FileNotice } from "../../source-file.js";
import { unitOfFormat } from "../units.js";
import { columnLetters, textOfCell, type ReadCell } from "./cells.js";
import type { ReadSheet } from "./sheet.js";

/** Bounds of a sheet beside the memory of its thread. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 2_000, cells: 20_000_000 } as const;

/** A row as it is handed on. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems?: ReadonlyMap<number, CellProblem>;
  readonly hidden?: boolean;
  readonly merged?: boolean;
  readonly covered?: readonly number[];
}

/** A sheet as it is handed on. */
export interface LoadedSheet {
  readonly rows: readonly SheetRow[];
  readonly notices: readonly FileNotice[];
  readonly units: ReadonlyMap<number, string>;
}

/** True for a cell that holds something. */
export const isFilled = (cell: ReadCell | undefined): boolean =>
  cell !== undefined && (cell.kind !== "value" || (cell.value !== null && String(cell.value).trim() !== ""));

/** Rows that hold something. Throws ImportRefused above the bounds. */
export const rowsOf = (sheet: ReadSheet): LoadedSheet => {
  const rows: SheetRow[] = [];
  const formats = new Map<number, Set<string>>();
  const zeros: string[] = [];
  const covered = coveredCells(sheet);
  const spread = spreadCells(sheet);
  let cells = 0;
  for (let row = 0; row < sheet.height; row++) {
    const read = sheet.cellsOf(row);
    const fromAbove = covered.get(row);
    if (!read.some(isFilled) && fromAbove === undefined) continue;
    const width = read.findLastIndex(isFilled) + 1;
    cells += width;
    if (width > SHEET_LIMITS.columns || rows.length >= SHEET_LIMITS.rows || cells > SHEET_LIMITS.cells)
      throw new ImportRefused(
        `The sheet is larger than can be read: more than ${SHEET_LIMITS.columns} columns or ${SHEET_LIMITS.cells} cells. Save it as CSV.`,
      );
    const problems = new Map<number, CellProblem>();
    const texts: string[] = [];
    for (let column = 0; column < width; column++) {
      const cell = read[column];
      if (cell === undefined) {
        texts.push("");
        continue;
      }
      const address = `${columnLetters(column)}${row + 1}`;
      const { text, problem } = textOfCell(cell, address);
      texts.push(text);
      if (problem) problems.set(column, problem);
      if (cell.formula && cell.value === 0) zeros.push(address);
      if (cell.format !== undefined && typeof cell.value === "number") remember(formats, column, cell.format);
    }
    for (const [column, text] of fromAbove ?? []) {
      while (texts.length <= column) texts.push("");
      if (texts[column] === "") texts[column] = text;
    }
    rows.push({
      line: row + 1,
      cells: texts,
      ...(problems.size === 0 ? {} : { problems }),
      ...(sheet.isHidden(row) ? { hidden: true } : {}),
      ...(fromAbove === undefined ? {} : { merged: true }),
      ...(spread.has(row) ? { covered: spread.get(row)! } : {}),
    });
  }
  const units = unitsOf(formats);
  return { rows, units: units.units, notices: [...columnNotices(sheet, rows), ...units.notices, ...zeroNotice(zeros)] };
};

const remember = (formats: Map<number, Set<string>>, column: number, format: string): void => {
  const seen = formats.get(column) ?? new Set<string>();
  if (seen.size < 20) formats.set(column, seen.add(format));
};

/** What cells below the first one of a merged range stand for: its value. */
const coveredCells = (sheet: ReadSheet): Map<number, Map<number, string>> => {
  const covered = new Map<number, Map<number, string>>();
  for (const { startRow, startCol, endRow } of sheet.merges) {
    const cell = sheet.cellsOf(startRow)[startCol];
    if (cell === undefined || endRow === startRow) continue;
    const { text, problem } = textOfCell(cell, "");
    if (text === "" || problem !== undefined) continue;
    for (let row = startRow + 1; row <= Math.min(endRow, sheet.height - 1); row++)
      covered.set(row, (covered.get(row) ?? new Map<number, string>()).set(startCol, text));
  }
  return covered;
};

/** By row: columns that a merged cell left of them covers. */
const spreadCells = (sheet: ReadSheet): Map<number, number[]> => {
  const spread = new Map<number, number[]>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    if (endCol === startCol || !isFilled(sheet.cellsOf(startRow)[startCol])) continue;
    const columns = Array.from(
      { length: Math.min(endCol, SHEET_LIMITS.columns) - startCol },
      (_, at) => startCol + 1 + at,
    );
    for (let row = startRow; row <= Math.min(endRow, sheet.height - 1); row++)
      spread.set(row, [...(spread.get(row) ?? []), ...columns]);
  }
  return spread;
};

const columnNotices = ({ hiddenColumns }: ReadSheet, rows: readonly SheetRow[]): FileNotice[] => {
  const filled = hiddenColumns.filter((column) => rows.some(({ cells }) => (cells[column] ?? "") !== ""));
  return filled.length === 0
    ? []
    : [
        {
          rule: "HIDDEN_COLUMNS",
          place: `column${filled.length === 1 ? "" : "s"} ${filled.map(columnLetters).join(", ")}`,
          remedy: "Hidden in the sheet, and read like the others: see that they are meant.",
        },
      ];
};

const zeroNotice = (zeros: readonly string[]): FileNotice[] =>
  zeros.length === 0
    ? []
    : [
        {
          rule: "ZERO_OF_FORMULA",
          place: `cells ${zeros.slice(0, 10).join(", ")}${zeros.length > 10 ? ` and ${zeros.length - 10} more` : ""}`,
          remedy:
            "A formula gave 0, which some programs write where nothing was computed: open and save the workbook once.",
        },
      ];

/** Units that the formats of a column say, where they agree. */
const unitsOf = (
  formats: ReadonlyMap<number, ReadonlySet<string>>,
): { readonly units: ReadonlyMap<number, string>; readonly notices: readonly FileNotice[] } => {
  const units = new Map<number, string>();
  const notices: FileNotice[] = [];
  for (const [column, seen] of formats) {
    const said = [...seen].map(unitOfFormat).filter((unit) => unit !== undefined);
    const [first] = said;
    if (first === undefined) continue;
    if (said.every(({ unit }) => unit === first.unit) && first.unit !== "1") units.set(column, first.unit);
    notices.push({
      rule: "UNIT_IN_FORMAT",
      place: `column ${columnLetters(column)}`,
      remedy: first.scaled
        ? "Its number format shows the values divided: what is read is the stored value, not what one sees. See that its unit is right."
        : `Its number format adds the unit ${first.unit} to the values: see that they are read in it.`,
    });
  }
  return { units, notices };
};
