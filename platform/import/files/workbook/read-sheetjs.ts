/** Workbooks of the .xls (BIFF8), XML 2003 and .ods formats, read by SheetJS. */
import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { ImportRefused } from "../../violation.js";
import type { ReadCell } from "./cells.js";
import type { ReadSheet, ReadWorkbook } from "./sheet.js";

const OPTIONS = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: true,
} as const;

/** Opens it; a text is XML of 2003. Throws ImportRefused where it is locked by a password, damaged or older than BIFF8. */
export const openSheetJs = (content: Uint8Array | string): ReadWorkbook => {
  const workbook = parsed(content);
  return {
    sheets: workbook.SheetNames.map((name, index) => ({
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
    })),
    read: (sheet) => Promise.resolve(sheetOf(workbook.Sheets[workbook.SheetNames[sheet]!]!)),
  };
};

const parsed = (content: Uint8Array | string): WorkBook => {
  try {
    return typeof content === "string"
      ? read(content, { ...OPTIONS, type: "string", raw: true })
      : read(content, { ...OPTIONS, type: "buffer" });
  } catch (error) {
    throw new ImportRefused(
      /password/i.test((error as Error).message)
        ? "The workbook is protected by a password: save it without one. Nothing was loaded."
        : "The workbook is damaged or cut off: open it, save it as .xlsx and send that. Nothing was loaded.",
    );
  }
};

const sheetOf = (sheet: WorkSheet): ReadSheet => {
  // With `dense` cells stand in rows, which the library's types do not tell.
  const data = ((sheet as { readonly "!data"?: readonly (readonly (CellObject | undefined)[] | undefined)[] })[
    "!data"
  ] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  return {
    height: data.length,
    cellsOf: (row) => Array.from(data[row] ?? [], (cell) => cell && cellOf(cell)),
    isHidden: (row) => sheet["!rows"]?.[row]?.hidden ?? false,
    hiddenColumns: Array.from(sheet["!cols"] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ startRow: s.r, startCol: s.c, endRow: e.r, endCol: e.c })),
  };
};

/** A stub with a formula has no result, whatever number stands in it: types come before values. */
const cellOf = ({ t, v, w, z, f }: CellObject): ReadCell | undefined => {
  const formula = f !== undefined;
  if (t === "e") return { value: w ?? "#ERROR", kind: "error", formula };
  if (t === "z" || v === undefined) return formula ? { value: null, kind: "no result", formula } : undefined;
  return { value: v, kind: "value", format: z === undefined ? undefined : String(z), formula };
};
