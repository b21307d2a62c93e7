/** Opens the sheet of a workbook as a table; its thread ends with the file. */
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { openTable } from "./table.js";
import type { WorkbookContent } from "./workbook/open-workbook.js";
import { openWorkbookRows } from "./workbook/workbook-source.js";

/** Opens it. Throws ImportRefused where it can not be read. */
export const openWorkbookTable = async (content: WorkbookContent, context: ReadingContext): Promise<SourceFile> => {
  const rows = await openWorkbookRows(content, context.sheet);
  try {
    return await openTable(rows, context);
  } catch (error) {
    await rows.close?.();
    throw error;
  }
};
