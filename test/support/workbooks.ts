/** Workbooks that a test writes part by part, so that they hold what no library would write. */
import { strToU8, zipSync } from "fflate";

/** Parts of a workbook beside what every one has. */
export interface WorkbookParts {
  /** Elements of <sheetData>, sheet by sheet. */
  readonly sheets: readonly string[];
  /** Attributes of each <sheet>. */
  readonly states?: readonly string[];
  /** What stands before and behind <sheetData> of the first sheet. */
  readonly before?: string;
  readonly behind?: string;
  /** Number formats: <numFmt> elements, and the numFmtId of each cell style from 1. */
  readonly formats?: string;
  readonly styles?: readonly number[];
  readonly shared?: readonly string[];
  readonly date1904?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Names of sheets, in order. */
export const SHEET_NAMES = ["表一", "附表", "说明"] as const;

/** The bytes of a workbook. */
export const xlsxOf = (parts: WorkbookParts): Uint8Array => {
  const { sheets, states = [], before = "", behind = "", formats = "", styles = [], shared = [], date1904 } = parts;
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets.map((_, index) => `<sheet name="${SHEET_NAMES[index]!}" sheetId="${index + 1}" r:id="rId${index + 1}" ${states[index] ?? ""}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>${[0, ...styles].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    ...Object.fromEntries(
      sheets.map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${index === 0 ? before : ""}<sheetData>${data}</sheetData>${index === 0 ? behind : ""}</worksheet>`,
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
};

/** A row of texts, and of cells that are written out as elements. */
export const rowOf = (number: number, cells: readonly string[], attributes = ""): string =>
  `<row r="${number}" ${attributes}>${cells
    .map((cell, index) => {
      const at = `${String.fromCharCode(65 + index)}${number}`;
      if (cell === "") return "";
      return cell.startsWith("<c")
        ? cell.replace("<c", `<c r="${at}"`)
        : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;
