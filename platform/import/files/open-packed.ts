/** Opens what is packed: a workbook, or an archive of one file. Throws ImportRefused, in a sentence that says what to do. */
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { allOf, type ByteSource } from "./bytes.js";
import { openWorkbookTable } from "./open-workbook-table.js";
import { compoundContent, zipWorkbook } from "./workbook/content.js";
import { WORKBOOK_LIMITS } from "./workbook/workbook-source.js";
import { chooseFile, openArchive, ZIP_LIMITS, type Archive } from "./zip.js";

const TOO_LARGE = `The workbook is larger than ${WORKBOOK_LIMITS.fileBytes / 1024 ** 2} MiB: save its sheet as CSV and load that. Nothing was loaded.`;

const wholeWorkbook = (bytes: ByteSource): Promise<Buffer> => allOf(bytes, WORKBOOK_LIMITS.fileBytes, TOO_LARGE);

/** A workbook of Office before 2007. */
export const openCompound = async (bytes: ByteSource, context: ReadingContext): Promise<SourceFile> =>
  openWorkbookTable(compoundContent(await wholeWorkbook(bytes)), context);

/** A zip file on disk: a workbook, or an archive whose file is opened by `open`, and which stays open as long as that is read. */
export const openZip = async (
  bytes: ByteSource,
  path: string,
  context: ReadingContext,
  open: (bytes: ByteSource, context: ReadingContext) => Promise<SourceFile>,
): Promise<SourceFile> => {
  const archive = await openArchive(path);
  try {
    const content = await zipWorkbook(archive, () => wholeWorkbook(bytes));
    if (content === undefined)
      return closing(await open(archive.bytesOf(chooseFile(archive, context.entry)), context), archive);
    archive.close();
    return await openWorkbookTable(content, context);
  } catch (error) {
    archive.close();
    throw error;
  }
};

const closing = (source: SourceFile, archive: Archive): SourceFile => ({
  ...source,
  async close() {
    await source.close();
    archive.close();
  },
});

/** A workbook inside an archive; an archive inside an archive is refused. */
export const openPacked = async (bytes: ByteSource, context: ReadingContext): Promise<SourceFile> => {
  const packed = await wholeWorkbook(bytes);
  const archive = await openArchive(packed, ZIP_LIMITS.workbookBytes);
  try {
    const content = await zipWorkbook(archive, () => Promise.resolve(packed));
    if (content === undefined)
      throw new ImportRefused(
        "The archive holds another archive: unpack it once and load what is in it. Nothing was loaded.",
      );
    return await openWorkbookTable(content, context);
  } finally {
    archive.close();
  }
};
