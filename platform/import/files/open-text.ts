/** Opens a text by what stands in it. Throws ImportRefused where it can not be read. */
import type { ReadingContext } from "../reading-options.js";
import type { SourceFile } from "../source-file.js";
import { ImportRefused } from "../violation.js";
import { beginningOf, type ByteSource } from "./bytes.js";
import { delimitedRows, separatorOf } from "./delimited.js";
import { encodingOf, textOf, type Encoding } from "./encoding.js";
import { textFormatOf } from "./format.js";
import { openHtmlRows } from "./html.js";
import { openJsonLines } from "./json-lines.js";
import { openJson } from "./json.js";
import { openTable } from "./table.js";
import { openWorkbookRows, WORKBOOK_LIMITS } from "./workbook/workbook-source.js";
import { openXml } from "./xml.js";

/** Bytes by which a text is known. */
const BEGINNING = 64 * 1024;

/** Opens a text file. */
export const openText = async (bytes: ByteSource, context: ReadingContext): Promise<SourceFile> => {
  const first = await beginningOf(bytes, BEGINNING);
  const encoding = await encodingOf(bytes, context.encoding ?? saidBig5(first));
  const beginning = new TextDecoder(encoding).decode(first, { stream: true });
  const format = textFormatOf(beginning, bytes.name);
  if (format === "json") return openJson(bytes, encoding, context);
  if (format === "json lines") return openJsonLines(bytes, encoding);
  if (format === "xml") return openXml(bytes, encoding, context);
  if (format === "html") return openTable(await openHtmlRows(bytes, encoding, context.sheet), context);
  if (format === "workbook") return openXmlWorkbook(bytes, encoding, context);
  return openTable(delimitedRows(bytes, encoding, separatorOf(beginning)), context);
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
  const rows = await openWorkbookRows({ format: "xml", text }, context.sheet);
  try {
    return await openTable(rows, context);
  } catch (error) {
    await rows.close?.();
    throw error;
  }
};
