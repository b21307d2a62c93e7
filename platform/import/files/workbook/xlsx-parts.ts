/** What hucre does not tell of an .xlsx: that its XML is whole, and which cells show a month by a format that has a number alone. */
import { TextDecoder } from "node:util";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { ImportRefused } from "../../violation.js";
import { openArchive, ZIP_LIMITS, type Archive } from "../zip.js";

/** Cells of a sheet, as `row,column` from 0, that show year and month alone. */
export type MonthCells = ReadonlySet<string>;

/** Formats of Chinese editions that are not written out in the file: year and month (ECMA-376 Part 1, 18.8.30, zh-cn). */
const MONTH_FORMATS = new Set(["27", "36", "50", "52", "57"]);

const DAMAGED = "The workbook is damaged: open it, save it as .xlsx and send that. Nothing was loaded.";

/** Reads the XML of all sheets, in their order. Throws ImportRefused where it is not whole, of which hucre would read a part. */
export const readXlsxParts = async (bytes: Uint8Array): Promise<readonly MonthCells[]> => {
  const archive = await openArchive(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ZIP_LIMITS.workbookBytes,
  );
  try {
    const styles = await monthStyles(archive);
    const sheets: MonthCells[] = [];
    for (const name of await sheetParts(archive)) sheets.push(await monthCells(archive, name, styles));
    return sheets;
  } finally {
    archive.close();
  }
};

type Open = (tag: SaxesTagPlain) => void;

/** Local name of an element or attribute, whatever its prefix. */
const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads a part; one that is not there is empty. */
const readPart = async (archive: Archive, name: string, open: Open): Promise<void> => {
  const file = archive.files.find((entry) => entry.name === name);
  if (file === undefined) return;
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new ImportRefused(DAMAGED);
  });
  parser.on("opentag", open);
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of archive.bytesOf(file).chunks()) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
};

/** Paths of the sheets in their order. */
const sheetParts = async (archive: Archive): Promise<string[]> => {
  const targets = new Map<string, string>();
  await readPart(archive, "xl/_rels/workbook.xml.rels", ({ name, attributes: { Id, Target } }) => {
    if (localOf(name) === "Relationship" && Id !== undefined && Target !== undefined)
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
  });
  const parts: string[] = [];
  await readPart(archive, "xl/workbook.xml", ({ name, attributes }) => {
    if (localOf(name) !== "sheet") return;
    const id = Object.entries(attributes).find(([key]) => key.includes(":") && localOf(key) === "id")?.[1];
    parts.push(targets.get(id ?? "") ?? "");
  });
  return parts;
};

/** Indexes of cell styles that show a month alone. */
const monthStyles = async (archive: Archive): Promise<ReadonlySet<string>> => {
  const styles = new Set<string>();
  let [inCells, index] = [false, 0];
  await readPart(archive, "xl/styles.xml", ({ name, attributes: { numFmtId } }) => {
    const local = localOf(name);
    if (local === "cellXfs") inCells = true;
    else if (local === "cellStyles" || local === "dxfs") inCells = false;
    else if (inCells && local === "xf") {
      if (numFmtId !== undefined && MONTH_FORMATS.has(numFmtId)) styles.add(String(index));
      index += 1;
    }
  });
  return styles;
};

const monthCells = async (archive: Archive, name: string, styles: ReadonlySet<string>): Promise<MonthCells> => {
  const cells = new Set<string>();
  let [row, column] = [-1, -1];
  await readPart(archive, name, ({ name: tag, attributes: { r, s } }) => {
    const local = localOf(tag);
    if (local === "row") [row, column] = [r === undefined ? row + 1 : Number(r) - 1, -1];
    else if (local === "c") {
      column = r === undefined ? column + 1 : columnOf(r);
      if (s !== undefined && styles.has(s)) cells.add(`${row},${column}`);
    }
  });
  return cells;
};

/** Column of an address, from 0. */
const columnOf = (address: string): number => {
  let column = 0;
  for (let at = 0; address.charCodeAt(at) >= 65; at++) column = column * 26 + (address.charCodeAt(at) & 31);
  return column - 1;
};
