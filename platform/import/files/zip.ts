/** Zip archives: what is in them by their central directory, held against a budget before anything is unpacked, and one file of them. */
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ImportRefused } from "../violation.js";
import type { ByteSource } from "./bytes.js";

/** What an archive may hold, by its own directory; a file that turns out larger than it says is refused while it is read. */
export const ZIP_LIMITS = {
  entries: 10_000,
  bytes: 4 * 1024 ** 3,
  workbookBytes: 512 * 1024 ** 2,
  ratio: 200,
  /** Below this a file may be packed as tightly as it likes. */
  alwaysBytes: 64 * 1024 ** 2,
} as const;

/** A file of an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly entry: Entry;
}

/** An open archive. */
export interface Archive {
  readonly files: readonly ArchiveFile[];
  bytesOf(file: ArchiveFile): ByteSource;
  close(): void;
}

const DAMAGED = "The archive is damaged or cut off: send it again. Nothing was loaded.";
const TOO_LARGE = (most: number): string =>
  `Unpacked it would be more than ${Math.round(most / 1024 ** 2)} MiB, or packed more tightly than a real file is. Send the records as CSV. Nothing was loaded.`;

/** Opens an archive on disk or in memory. Throws ImportRefused where it is damaged, above the budget or locked by a password. */
export const openArchive = async (from: string | Buffer, most: number = ZIP_LIMITS.bytes): Promise<Archive> => {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false } as const;
  let zip: ZipFile | undefined;
  try {
    zip = await (typeof from === "string" ? yauzl.openPromise(from, options) : yauzl.fromBufferPromise(from, options));
    return archiveOf(zip, await filesOf(zip, most));
  } catch (error) {
    zip?.close();
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(DAMAGED);
  }
};

const filesOf = async (zip: ZipFile, most: number): Promise<ArchiveFile[]> => {
  if (zip.entryCount > ZIP_LIMITS.entries)
    throw new ImportRefused(`The archive holds more than ${ZIP_LIMITS.entries} files. Nothing was loaded.`);
  const files: ArchiveFile[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    const tight =
      entry.uncompressedSize > ZIP_LIMITS.alwaysBytes &&
      entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio;
    if (bytes > most || tight) throw new ImportRefused(TOO_LARGE(most));
    files.push({ name: nameOf(entry), entry });
  }
  return files;
};

const archiveOf = (zip: ZipFile, files: readonly ArchiveFile[]): Archive => ({
  files,
  bytesOf: ({ name, entry }) => ({
    name: name.split("/").at(-1)!,
    size: entry.uncompressedSize,
    async *chunks() {
      if (entry.isEncrypted())
        throw new ImportRefused("The archive is protected by a password: pack it without one. Nothing was loaded.");
      try {
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
      } catch {
        throw new ImportRefused(DAMAGED);
      }
    },
  }),
  close: () => zip.close(),
});

/** Names without the flag of UTF-8 are in the code page of who packed them. */
const nameOf = ({ fileNameRaw }: Entry): string => {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw).replaceAll("\\", "/");
    } catch {
      continue;
    }
  return fileNameRaw.toString("latin1");
};

/** What systems put beside the files that were meant. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** The file to read: the one that is asked for, or the only one. Throws ImportRefused with the names there are. */
export const chooseFile = ({ files }: Archive, asked: string | undefined): ArchiveFile => {
  const meant = files.filter(({ name }) => !name.endsWith("/") && !BESIDE.test(name));
  const names = `${meant
    .slice(0, 20)
    .map(({ name }) => name)
    .join(", ")}${meant.length > 20 ? " and others" : ""}`;
  if (asked !== undefined) {
    const found =
      meant.find(({ name }) => name === asked) ?? meant.find(({ name }) => name.split("/").at(-1) === asked);
    if (found) return found;
    throw new ImportRefused(`The archive holds no file ${asked}. It holds: ${names}. Nothing was loaded.`);
  }
  if (meant.length === 1) return meant[0]!;
  if (meant.length === 0) throw new ImportRefused("The archive holds no file. Nothing was loaded.");
  throw new ImportRefused(`The archive holds several files: ${names}. Say which one with --entry. Nothing was loaded.`);
};
