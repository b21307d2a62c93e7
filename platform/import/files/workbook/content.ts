/** What of a packed file is a workbook, and of which format. Throws ImportRefused for formats that are not read rightly. */
import { ImportRefused } from "../../violation.js";
import { allOf } from "../bytes.js";
import { openArchive, ZIP_LIMITS, type Archive } from "../zip.js";
import type { WorkbookContent } from "./open-workbook.js";

const SAVE_AS = (what: string): ImportRefused =>
  new ImportRefused(`The file is ${what}, which is not read: open it and save it as .xlsx. Nothing was loaded.`);
const PASSWORD = "The workbook is protected by a password: save it without one. Nothing was loaded.";

/** The workbook of an archive; undefined where the archive holds other files. `whole` gives all its bytes. */
export const zipWorkbook = async (
  archive: Archive,
  whole: () => Promise<Buffer>,
): Promise<WorkbookContent | undefined> => {
  const names = new Set(archive.files.map(({ name }) => name));
  if (names.has("[Content_Types].xml")) return ooxml(names, await whole());
  const mimetype = archive.files.find(({ name }) => name === "mimetype");
  if (mimetype === undefined) return undefined;
  const type = (await allOf(archive.bytesOf(mimetype), 200, "The archive is damaged. Nothing was loaded.")).toString(
    "latin1",
  );
  if (!type.startsWith("application/vnd.oasis.opendocument")) return undefined;
  if (!type.includes("spreadsheet")) throw SAVE_AS("a document, and no spreadsheet");
  return ods(await whole());
};

const ooxml = async (names: ReadonlySet<string>, bytes: Buffer): Promise<WorkbookContent> => {
  if (names.has("xl/workbook.bin")) throw SAVE_AS("a binary workbook (.xlsb)");
  if (names.has("word/document.xml") || names.has("ppt/presentation.xml"))
    throw SAVE_AS("a document, and no spreadsheet");
  await withinBudget(bytes);
  return { format: "xlsx", bytes };
};

/** Holds what it would be unpacked against the budget of workbooks. */
const withinBudget = async (bytes: Buffer): Promise<Archive> => openArchive(bytes, ZIP_LIMITS.workbookBytes);

const ods = async (bytes: Buffer): Promise<WorkbookContent> => {
  const archive = await withinBudget(bytes);
  const part = async (name: string): Promise<Buffer | undefined> => {
    const file = archive.files.find((entry) => entry.name === name);
    return (
      file && allOf(archive.bytesOf(file), ZIP_LIMITS.workbookBytes, "The workbook is too large. Nothing was loaded.")
    );
  };
  const manifest = await part("META-INF/manifest.xml");
  if (manifest?.includes("encryption-data")) throw new ImportRefused(PASSWORD);
  const xml = await part("content.xml");
  if (xml === undefined) throw new ImportRefused("The workbook is damaged: save it as .xlsx. Nothing was loaded.");
  return { format: "ods", bytes, xml };
};

/** A stream's name as a directory of a compound file holds it: ended by a zero, as no text of a cell is. */
const named = (name: string): Buffer => Buffer.from(`${name}\0`, "utf16le");

/** Version of the workbook's first record in BIFF8. */
const BIFF8 = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]);

/** The workbook of a compound file, by the names of its streams. */
export const compoundContent = (bytes: Buffer): WorkbookContent => {
  if (bytes.includes(named("EncryptedPackage"))) throw new ImportRefused(PASSWORD);
  if (bytes.includes(named("WordDocument")) || bytes.includes(named("PowerPoint Document")))
    throw SAVE_AS("a document, and no spreadsheet");
  if (!bytes.includes(named("Workbook")) || !bytes.includes(BIFF8))
    throw SAVE_AS("a workbook of a format before Excel 97, or of another program (.et)");
  return { format: "xls", bytes };
};
