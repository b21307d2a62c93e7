/** Opens an agency's export, whatever its format, by what stands in it: text with separators, JSON, XML, HTML, a workbook, or a zip of one. */
import type { ReadingContext } from "./reading-options.js";
import type { SourceFile } from "./source-file.js";
import { openFile } from "./files/bytes.js";
import { openContent } from "./files/open-content.js";

export type { CellProblem, FileNotice, SourceFile, SourceRecord } from "./source-file.js";

/** Opens a file. Throws ImportRefused, in a sentence that says what to do, where it can not be read. */
export const openSource = (file: string, context: ReadingContext): Promise<SourceFile> =>
  openContent(openFile(file), context, file);
