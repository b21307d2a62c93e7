/** Bytes that come, written to a temporary file one piece at a time: no more than a piece of them is in memory, and of a cut-off one nothing stays. */
import { createHash, randomUUID } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { canBegin, HEAD_BYTES } from "./file-types.js";
import { cutOff, tooLarge, wrongType } from "./refusals.js";

/** What a file may be while it comes. */
export interface SpoolLimits {
  readonly mostBytes: number;
  /** Only files that begin as one of the types do. @default true */
  readonly typed?: boolean;
  /** Told of every piece before it is written; what it throws ends the file. */
  readonly onBytes?: (bytes: number) => Promise<void> | void;
}

/** A file that came whole. */
export interface Spooled {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Ending of temporary files. */
export const TEMPORARY = ".part";

/** Writes what comes and flushes it to the disk. Throws LIMIT_EXCEEDED, BAD_USER_INPUT, and what the source throws; then there is no file. */
export const spool = async (
  source: AsyncIterable<Uint8Array>,
  folder: string,
  limits: SpoolLimits,
): Promise<Spooled> => {
  const path = join(folder, `${randomUUID()}${TEMPORARY}`);
  const handle = await open(path, "wx", 0o600);
  try {
    const written = await write(source, handle, limits);
    if (written.bytes === 0) throw cutOff();
    await handle.sync();
    await handle.close();
    return { path, ...written };
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
};

const write = async (
  source: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  { mostBytes, typed = true, onBytes }: SpoolLimits,
): Promise<Omit<Spooled, "path">> => {
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    if (typed && head.length < HEAD_BYTES) {
      head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES)]);
      if (head.length >= HEAD_BYTES && !canBegin(head)) throw wrongType();
    }
    await onBytes?.(piece.length);
    hash.update(piece);
    await handle.appendFile(piece);
  }
  return { bytes, sha256: hash.digest("hex") };
};
