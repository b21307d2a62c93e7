/** The sheet of a workbook that is loaded: asked for by name or number, or the only visible one with something in it. */
import { ImportRefused } from "../../violation.js";
import type { FileNotice } from "../../source-file.js";
import type { ReadSheet, ReadWorkbook } from "./sheet.js";
import { isFilled, rowsOf, type LoadedSheet } from "./sheet-rows.js";

/** Loads the sheet that is asked for, or the only visible one with something in it. Throws ImportRefused with the names there are. */
export const loadSheet = async (workbook: ReadWorkbook, asked: string | number | undefined): Promise<LoadedSheet> => {
  const { index, others, sheet } = asked === undefined ? await onlySheet(workbook) : askedSheet(workbook, asked);
  const loaded = rowsOf(sheet ?? (await workbook.read(index)));
  const hidden = workbook.sheets.filter((entry, number) => entry.hidden && number !== index).map(({ name }) => name);
  return {
    ...loaded,
    notices: [
      ...sheetNotice("HIDDEN_SHEETS", hidden, "hidden and not read: name one with --sheet to load it."),
      ...sheetNotice("OTHER_SHEETS", others, "not read: name one with --sheet to load it."),
      ...(workbook.sheets[index]!.hidden
        ? sheetNotice("HIDDEN_SHEET_READ", [workbook.sheets[index]!.name], "hidden, and read as it was asked for.")
        : []),
      ...loaded.notices,
    ],
  };
};

const sheetNotice = (rule: string, names: readonly string[], what: string): FileNotice[] =>
  names.length === 0
    ? []
    : [
        {
          rule,
          place: `sheet${names.length === 1 ? "" : "s"} ${names.join(", ")}`,
          remedy: `${names.length === 1 ? "It is" : "They are"} ${what}`,
        },
      ];

interface Choice {
  readonly index: number;
  /** The sheet, where it was read to see what it holds. */
  readonly sheet?: ReadSheet;
  /** Visible sheets with something in them that are not read. */
  readonly others: readonly string[];
}

const askedSheet = ({ sheets }: ReadWorkbook, asked: string | number): Choice => {
  const number = /^\d+$/.test(String(asked)) ? Number(asked) - 1 : -1;
  const byName = sheets.findIndex(({ name }) => name === String(asked));
  const index = byName === -1 ? number : byName;
  if (index < 0 || index >= sheets.length)
    throw new ImportRefused(`The workbook has no sheet ${asked}. It has: ${namesOf(sheets)}. Nothing was loaded.`);
  return {
    index,
    others: sheets.filter((entry, at) => at !== index && !entry.hidden).map(({ name }) => name),
  };
};

const onlySheet = async (workbook: ReadWorkbook): Promise<Choice> => {
  const visible = workbook.sheets.flatMap((entry, index) => (entry.hidden ? [] : [index]));
  const filled: { readonly index: number; readonly sheet?: ReadSheet }[] = [];
  for (const index of visible) {
    const sheet = await workbook.read(index);
    // Only the first is kept: with a second one, none is chosen.
    if (hasContent(sheet)) filled.push({ index, ...(filled.length === 0 ? { sheet } : {}) });
  }
  if (filled.length === 1) return { ...filled[0]!, others: [] };
  const names = namesOf(workbook.sheets);
  throw new ImportRefused(
    filled.length === 0
      ? `No visible sheet of the workbook holds anything. It has: ${names}. Nothing was loaded.`
      : `Several sheets of the workbook hold something: ${names}. Say which one with --sheet. Nothing was loaded.`,
  );
};

const namesOf = (sheets: ReadWorkbook["sheets"]): string =>
  sheets.map(({ name, hidden }, index) => `${index + 1} ${name}${hidden ? " (hidden)" : ""}`).join(", ");

const hasContent = (sheet: ReadSheet): boolean => {
  for (let row = 0; row < sheet.height; row++) if (sheet.cellsOf(row).some(isFilled)) return true;
  return false;
};
