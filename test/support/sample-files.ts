/** Small files of each type that is taken, and what they become when they are spoiled. */
import { strToU8, zipSync } from "fflate";

const zip = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

/** A PDF that says so; another text makes other bytes. */
export const pdf = (text = "demonstration"): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`);

const PNG_HEAD = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489";
const PNG_END = "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082";

/** One of each type, by the ending of its name. */
export const SAMPLES: Readonly<Record<string, { readonly bytes: Buffer; readonly mediaType: string }>> = {
  pdf: { bytes: pdf(), mediaType: "application/pdf" },
  png: { bytes: Buffer.from(`${PNG_HEAD}${PNG_END}`, "hex"), mediaType: "image/png" },
  jpg: {
    bytes: Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"),
    mediaType: "image/jpeg",
  },
  ofd: { bytes: zip({ "OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<Document/>" }), mediaType: "application/ofd" },
  docx: {
    bytes: zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>" }),
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: {
    bytes: zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
};

/** What is none of them, by what it is, with the reason that is told. */
export const SPOILED: Readonly<Record<string, { readonly bytes: Buffer; readonly reason: string }>> = {
  "a page": { bytes: Buffer.from("<!doctype html><script>alert(1)</script>"), reason: "FILE_TYPE" },
  "a drawing with scripts": { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), reason: "FILE_TYPE" },
  "a program": { bytes: Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000", "latin1"), reason: "FILE_TYPE" },
  "an old document with macros": { bytes: Buffer.from("d0cf11e0a1b11ae1", "hex"), reason: "FILE_TYPE" },
  "any archive": { bytes: zip({ "readme.txt": "hello" }), reason: "FILE_TYPE" },
  "an empty archive": { bytes: zip({}), reason: "FILE_TYPE" },
  "a page before a document": { bytes: Buffer.concat([Buffer.from("<html>"), pdf()]), reason: "FILE_TYPE" },
  "a document with macros": {
    bytes: zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>", "word/vbaProject.bin": "x" }),
    reason: "FILE_CONTENT",
  },
  nothing: { bytes: Buffer.alloc(0), reason: "FILE_CUT_OFF" },
  "five bytes": { bytes: Buffer.from("%PDF-"), reason: "FILE_CUT_OFF" },
  "half of a document": { bytes: pdf().subarray(0, 40), reason: "FILE_CUT_OFF" },
  "half of an image": { bytes: SAMPLES["png"]!.bytes.subarray(0, 40), reason: "FILE_CUT_OFF" },
  "half of a photograph": { bytes: SAMPLES["jpg"]!.bytes.subarray(0, 12), reason: "FILE_CUT_OFF" },
  "half of an archive": { bytes: SAMPLES["docx"]!.bytes.subarray(0, -30), reason: "FILE_CUT_OFF" },
};
