/** Workbooks of the .xlsx and .xlsm formats (ECMA-376), read by hucre. */
import { readXlsx, type Cell, type Sheet } from "hucre/xlsx";
import type { ReadCell } from "./cells.js";
import type { ReadSheet, ReadWorkbook } from "./sheet.js";
import { readXlsxParts, type MonthCells } from "./xlsx-parts.js";

/** Opens it: names first, so that no sheet is read that nobody wants. */
export const openXlsx = async (bytes: Uint8Array): Promise<ReadWorkbook> => {
  const months = await readXlsxParts(bytes);
  const sheets: { name: string; hidden: boolean }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: (hidden ?? false) || (veryHidden ?? false) });
      return false;
    },
  });
  return {
    sheets,
    async read(sheet) {
      const { sheets: read } = await readXlsx(bytes, { sheets: [sheet], readStyles: true });
      return sheetOf(read[0]!, months[sheet] ?? new Set());
    },
  };
};

const sheetOf = ({ rows, cells, rowDefs, columns, merges }: Sheet, months: MonthCells): ReadSheet => ({
  height: rows.length,
  cellsOf: (row) =>
    (rows[row] ?? []).map((value, column) => {
      const at = `${row},${column}`;
      const cell = cellOf(value, cells?.get(at));
      return cell && months.has(at) ? { ...cell, format: MONTH } : cell;
    }),
  isHidden: (row) => rowDefs?.get(row)?.hidden ?? false,
  hiddenColumns: (columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  merges: merges ?? [],
});

/** The format that a month's number stands for. */
const MONTH = "yyyy-mm";

/** A value, with what the library tells of a cell beside it. */
const cellOf = (value: Cell["value"], cell: Cell | undefined): ReadCell | undefined => {
  if (cell === undefined) return value === null ? undefined : { value, kind: "value" };
  const formula = cell.formula !== undefined;
  // A formula that gave an empty text has it; one that was never computed has nothing, or an error without a name.
  if (formula && (value === null || (cell.type === "error" && value === "")))
    return { value, kind: "no result", formula };
  if (cell.type === "error") return { value, kind: "error", formula };
  return { value, kind: "value", format: cell.style?.numFmt, formula };
};
