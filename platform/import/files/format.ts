/** What a file is, told by its first bytes and characters; its name decides only where they leave it open. Pure. */
import { extname } from "node:path";

/** Formats that are packed: a zip archive, or the compound file of Office before 2007. */
export type Container = "zip" | "compound" | "text";

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** By the first eight bytes. */
export const containerOf = (beginning: Buffer): Container => {
  const starts = (mark: Buffer): boolean => beginning.subarray(0, mark.length).equals(mark);
  if (starts(ZIP) || starts(EMPTY_ZIP)) return "zip";
  return starts(COMPOUND) ? "compound" : "text";
};

/** Formats that hold no records, or not in a way that is read, by how they begin; each with what to do. */
const UNREADABLE: readonly (readonly [readonly string[], string])[] = [
  [["%PDF"], "a PDF: ask for the table that it was made of"],
  [["Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh"], "an archive that is no zip: unpack it, and load what is in it"],
  [["{\\rtf"], "a document: copy its table into a spreadsheet and save that as .xlsx"],
  [["\x89PNG", "GIF8", "\xff\xd8\xff"], "an image: ask for the table that it shows"],
  [["MIME-Version:", "From: <Saved by"], "a saved web page (MHTML): open it in a spreadsheet and save it as .xlsx"],
  [
    ["SQLite format 3", "\0\x01\0\0Standard Jet DB", "\0\x01\0\0Standard ACE DB"],
    "a database: export its table as CSV",
  ],
];

/** Why a file can not be read, from its first bytes; undefined where it may be. */
export const unreadable = (beginning: Buffer): string | undefined => {
  const text = beginning.toString("latin1");
  const what = UNREADABLE.find(([marks]) => marks.some((mark) => text.startsWith(mark)))?.[1];
  return what === undefined ? undefined : `The file is ${what}. Nothing was loaded.`;
};

/** Formats that are text. */
export type TextFormat = "json" | "json lines" | "workbook" | "html" | "xml" | "delimited";

/** By the first characters of a text. */
export const textFormatOf = (beginning: string, name: string): TextFormat => {
  const text = beginning.trimStart();
  const extension = extname(name).toLowerCase();
  if (text.startsWith("<")) {
    if (
      /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(text) &&
      /<(?:\w+:)?Workbook\b/.test(text)
    )
      return "workbook";
    if (/^<(?:!doctype\s+html|html|head|body|meta|style|table|div)\b/i.test(text)) return "html";
    return /<html\b/i.test(text) ? "html" : "xml";
  }
  if (extension === ".jsonl" || extension === ".ndjson") return "json lines";
  if (/^\{\s*["}]/.test(text)) return hasObjectOnEachLine(text) ? "json lines" : "json";
  return /^\[\s*(?:[{\]]|$)/.test(text) || extension === ".json" ? "json" : "delimited";
};

/** True where the first line is an object by itself, and the second begins another. */
const hasObjectOnEachLine = (text: string): boolean => {
  const [first = "", second = ""] = text.split("\n").filter((line) => line.trim() !== "");
  if (!second.startsWith("{")) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
};
