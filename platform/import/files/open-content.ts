/** Opens bytes by what they are. Throws ImportRefused, in a sentence that says what to do, where they can not be read. */
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { allOf, beginningOf, type ByteSource } from "./bytes.js";
import { containerOf } from "./format.js";
import { openText } from "./open-text.js";
import { openTable } from "./table.js";
import { compoundContent, zipWorkbook } from "./workbook/content.js";
import type { WorkbookContent } from "./workbook/open-workbook.js";
import { openWorkbookRows, WORKBOOK_LIMITS } from "./workbook/workbook-source.js";
import { chooseFile, openArchive, ZIP_LIMITS, type Archive } from "./zip.js";

const WORKBOOK_TOO_LARGE = `The workbook is larger than ${WORKBOOK_LIMITS.fileBytes / 1024 ** 2} MiB: save its sheet as CSV and load that. Nothing was loaded.`;

/** Opens a file; `path` is where it is on disk, where it is not inside an archive. */
export const openContent = async (bytes: ByteSource, context: ReadingContext, path?: string): Promise<SourceFile> => {
  const container = containerOf(await beginningOf(bytes, 8));
  if (container === "text") return openText(bytes, context);
  if (container === "compound") return openWorkbook(compoundContent(await wholeWorkbook(bytes)), context);
  if (path === undefined) return openPacked(await wholeWorkbook(bytes), context);
  const archive = await openArchive(path);
  try {
    const content = await zipWorkbook(archive, () => wholeWorkbook(bytes));
    if (content === undefined) return await openInner(archive, context);
    archive.close();
    return await openWorkbook(content, context);
  } catch (error) {
    archive.close();
    throw error;
  }
};

/** A file of an archive, which stays open as long as it is read. */
const openInner = async (archive: Archive, context: ReadingContext): Promise<SourceFile> => {
  const source = await openContent(archive.bytesOf(chooseFile(archive, context.entry)), context);
  return {
    ...source,
    async close() {
      await source.close();
      archive.close();
    },
  };
};

/** A workbook inside an archive; an archive inside an archive is refused. */
const openPacked = async (packed: Buffer, context: ReadingContext): Promise<SourceFile> => {
  const archive = await openArchive(packed, ZIP_LIMITS.workbookBytes);
  try {
    const content = await zipWorkbook(archive, () => Promise.resolve(packed));
    if (content === undefined)
      throw new ImportRefused(
        "The archive holds another archive: unpack it once and load what is in it. Nothing was loaded.",
      );
    return await openWorkbook(content, context);
  } finally {
    archive.close();
  }
};

const wholeWorkbook = (bytes: ByteSource): Promise<Buffer> =>
  allOf(bytes, WORKBOOK_LIMITS.fileBytes, WORKBOOK_TOO_LARGE);

const openWorkbook = async (content: WorkbookContent, context: ReadingContext): Promise<SourceFile> => {
  const rows = await openWorkbookRows(content, context.sheet);
  try {
    return await openTable(rows, context);
  } catch (error) {
    await rows.close?.();
    throw error;
  }
};
