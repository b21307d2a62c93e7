/** Types of file that are taken: what they are called, by which names, and how they begin. */

/** A type of file. */
export interface FileType {
  readonly mediaType: string;
  /** Endings of names, in small letters. */
  readonly extensions: readonly string[];
  /** First bytes. */
  readonly begins: Buffer;
  /** Bytes that stand near the end of one that is whole, and how far from it at most; of an archive, its directory says so. */
  readonly ends?: { readonly with: Buffer; readonly within: number };
  /** Files of an archive by which it is this type. */
  readonly holds?: readonly string[];
}

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

/**
 * Types that procedures ask for, none of which runs anything when it is opened: PDF (ISO 32000-1 section 7.5), JPEG (ITU-T T.81 annex B),
 * PNG (ISO/IEC 15948 section 5), OFD (GB/T 33190), documents and workbooks without macros (ECMA-376 part 1).
 */
export const FILE_TYPES: readonly FileType[] = [
  {
    mediaType: "application/pdf",
    extensions: ["pdf"],
    begins: Buffer.from("%PDF-"),
    ends: { with: Buffer.from("%%EOF"), within: 1_024 },
  },
  {
    mediaType: "image/jpeg",
    extensions: ["jpg", "jpeg"],
    begins: Buffer.from([0xff, 0xd8, 0xff]),
    // Cameras write their own data behind the image.
    ends: { with: Buffer.from([0xff, 0xd9]), within: 64 * 1_024 },
  },
  {
    mediaType: "image/png",
    extensions: ["png"],
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ends: { with: Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]), within: 1_024 },
  },
  { mediaType: "application/ofd", extensions: ["ofd"], begins: ZIP, holds: ["OFD.xml"] },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    begins: ZIP,
    holds: ["[Content_Types].xml", "word/document.xml"],
  },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
    begins: ZIP,
    holds: ["[Content_Types].xml", "xl/workbook.xml"],
  },
];

/** As many bytes as tell how a file begins. */
export const HEAD_BYTES = Math.max(...FILE_TYPES.map(({ begins }) => begins.length));

/** True where a file that begins so can be of one of the types. */
export const canBegin = (head: Buffer): boolean =>
  FILE_TYPES.some(({ begins }) => begins.equals(head.subarray(0, begins.length)));

/** True where the ending of the name is one that files of the media type have. */
export const isNameOf = (mediaType: string, name: string): boolean => {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return FILE_TYPES.some((type) => type.mediaType === mediaType && type.extensions.includes(extension));
};
