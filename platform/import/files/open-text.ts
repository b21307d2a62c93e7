/** Opens a text by what stands in it. Throws ImportRefused where it can not be read. */
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { REASONS_COLUMN } from "../reasons-column.js";
import { ImportRefused } from "../violation.js";
import { beginningOf, type ByteSource } from "./bytes.js";
import { delimitedRows, separatorOf } from "./delimited.js";
import { encodingOf, textOf, type Encoding } from "./encoding.js";
import { textFormatOf } from "./format.js";
import { openWorkbookTable } from "./open-workbook-table.js";
import { openTable } from "./table.js";
import { WORKBOOK_LIMITS } from "./workbook/workbook-source.js";

/** Bytes by which a text is known. */
const BEGINNING = 64 * 1024;

/** Opens a text file; what a format needs is loaded when one is there. */
export const openText = async (bytes: ByteSource, context: ReadingContext): Promise<SourceFile> => {
  const first = await beginningOf(bytes, BEGINNING);
  const encoding = await encodingOf(bytes, holdsRefusedRows(first) ? undefined : (context.encoding ?? saidBig5(first)));
  const beginning = new TextDecoder(encoding).decode(first, { stream: true });
  const format = textFormatOf(beginning, bytes.name);
  if (format === "json") return (await import("./json.js")).openJson(bytes, encoding, context);
  if (format === "json lines") return (await import("./json-lines.js")).openJsonLines(bytes, encoding);
  if (format === "xml") return (await import("./xml.js")).openXml(bytes, encoding, context);
  if (format === "html") {
    const page = await (await import("./html-page.js")).openHtmlPage(bytes, encoding, context);
    if (page !== undefined) return page;
    const { openHtmlRows } = await import("./html.js");
    return openTable(await openHtmlRows(bytes, encoding, context.sheet), context);
  }
  if (format === "workbook") return openXmlWorkbook(bytes, encoding, context);
  return openTable(delimitedRows(bytes, encoding, separatorOf(beginning)), context);
};

/** True for a file of refused rows, which is UTF-8 whatever is said of the file that they are from. */
const holdsRefusedRows = (first: Buffer): boolean => {
  const text = first.toString("utf8");
  return text.startsWith("\uFEFF") && text.slice(0, text.indexOf("\n")).includes(REASONS_COLUMN);
};

/** Big5 is taken where a page says it: nothing else tells it from GB18030. */
const saidBig5 = (beginning: Buffer): "big5" | undefined =>
  /^\s*<[^]{0,2000}(?:charset|encoding)=["']?big5\b/i.test(beginning.toString("latin1")) ? "big5" : undefined;

/** The workbook format of Office 2003 in XML. */
const openXmlWorkbook = async (bytes: ByteSource, encoding: Encoding, context: ReadingContext): Promise<SourceFile> => {
  if (bytes.size > WORKBOOK_LIMITS.fileBytes)
    throw new ImportRefused("The workbook is too large: save its sheet as CSV and load that. Nothing was loaded.");
  let text = "";
  for await (const piece of textOf(bytes, encoding)) text += piece;
  return openWorkbookTable({ format: "xml", text }, context);
};
