/** Opens a workbook with the library of its format. Throws ImportRefused, in a sentence that says what to do, where it can not be read. */
import { ImportRefused } from "../../violation.js";
import type { ReadWorkbook } from "./sheet.js";

/** A workbook by its format: `xml` is that of 2003, with the sheets' hidden parts of an .ods beside it. */
export type WorkbookContent =
  | { readonly format: "xlsx"; readonly bytes: Uint8Array }
  | { readonly format: "xls"; readonly bytes: Uint8Array }
  | { readonly format: "xml"; readonly text: string }
  | { readonly format: "ods"; readonly bytes: Uint8Array; readonly xml: Uint8Array };

/** Opens it; each library is loaded where it is wanted. */
export const openWorkbook = async (content: WorkbookContent): Promise<ReadWorkbook> => {
  try {
    return await opened(content);
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused("The workbook is damaged: open it, save it as .xlsx and send that. Nothing was loaded.");
  }
};

const opened = async (content: WorkbookContent): Promise<ReadWorkbook> => {
  if (content.format === "xlsx") return (await import("./read-xlsx.js")).openXlsx(content.bytes);
  const { openSheetJs } = await import("./read-sheetjs.js");
  if (content.format === "xls") return openSheetJs(content.bytes);
  if (content.format === "xml") return openSheetJs(content.text);
  const { hiddenInOds } = await import("./hidden-ods.js");
  const workbook = openSheetJs(content.bytes);
  const hidden = hiddenInOds([new TextDecoder("utf-8", { fatal: true }).decode(content.xml)]);
  return {
    sheets: workbook.sheets.map(({ name }, index) => ({ name, hidden: hidden[index]?.sheet ?? false })),
    async read(sheet) {
      const { rows = [], columns = [] } = hidden[sheet] ?? {};
      return {
        ...(await workbook.read(sheet)),
        isHidden: (row) => rows.some(([first, last]) => row >= first && row <= last),
        hiddenColumns: columns,
      };
    },
  };
};
