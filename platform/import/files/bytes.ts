/** Bytes of a file or of a file inside an archive, to be read from their beginning as often as wanted. */
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { ImportRefused } from "../violation.js";

/** Bytes that can be read again. */
export interface ByteSource {
  /** Name of the file, for what its ending says. */
  readonly name: string;
  /** Size in bytes, as the file system or the archive says it. */
  readonly size: number;
  /** From the beginning, in chunks. */
  chunks(): AsyncIterable<Buffer>;
}

/** A file of the file system. Throws ImportRefused where there is none. */
export const openFile = (file: string): ByteSource => {
  try {
    const { size } = statSync(file);
    if (size === 0) throw new Error("it is empty");
    return { name: basename(file), size, chunks: () => createReadStream(file, { highWaterMark: 256 * 1024 }) };
  } catch (error) {
    throw new ImportRefused(`The file ${file} can not be read: ${(error as Error).message}`);
  }
};

/** The first bytes. */
export const beginningOf = async (bytes: ByteSource, length = 8 * 1024): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let read = 0;
  for await (const chunk of bytes.chunks()) {
    parts.push(chunk);
    read += chunk.length;
    if (read >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
};

/** All bytes, of a source of at most `most` bytes. Throws ImportRefused with the sentence where there are more. */
export const allOf = async (bytes: ByteSource, most: number, sentence: string): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let read = 0;
  for await (const chunk of bytes.chunks()) {
    read += chunk.length;
    if (read > most) throw new ImportRefused(sentence);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
};
