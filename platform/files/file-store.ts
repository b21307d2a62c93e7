/** The store of files: what comes is written beside, recognized, scanned, and then kept once under its SHA-256. */
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { recognize } from "./recognize.js";
import { otherBytes } from "./refusals.js";
import type { Scanner } from "./scanner.js";
import type { Shelf } from "./shelf.js";
import { spool, TEMPORARY, type SpoolLimits } from "./spool.js";

/** What a file may be. */
export interface PutLimits extends SpoolLimits {
  /** SHA-256 that the sender says, hexadecimal. */
  readonly sha256?: string | undefined;
}

/** A file that is kept. */
export interface KeptFile {
  /** Hexadecimal; the file's name. */
  readonly sha256: string;
  readonly bytes: number;
  /** By its content; `application/octet-stream` where types were not asked for. */
  readonly mediaType: string;
}

/** The store. */
export interface FileStore extends Omit<Shelf, "keep"> {
  /**
   * Keeps what comes once it came whole, with at most a piece of it in memory. Throws LIMIT_EXCEEDED (FILE_SIZE), BAD_USER_INPUT (FILE_TYPE,
   * FILE_CUT_OFF, FILE_CONTENT, FILE_DIGEST), RULE_VIOLATION (FILE_INFECTED), SERVICE_UNAVAILABLE (FILE_SCANNER), and what the source
   * throws; then nothing stays.
   */
  put(source: AsyncIterable<Uint8Array>, limits: PutLimits): Promise<KeptFile>;
  /** Removes what killed processes left of files that came before the instant; says how many. */
  clear(before: Date): Promise<number>;
}

/** What a store is made from. */
export interface FileStoreOptions {
  /** Where files are written while they come; of a local shelf, on its file system. Made where it is missing. */
  readonly folder: string;
  readonly shelf: Shelf;
  /** @default nothing is scanned */
  readonly scanner?: Scanner | undefined;
}

/** Creates the store. */
export const createFileStore = ({ folder, shelf, scanner }: FileStoreOptions): FileStore => {
  const { find, open, list, remove, close } = shelf;
  return {
    find,
    open,
    list,
    remove,
    close,
    async put(source, limits) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await spool(source, folder, limits);
      try {
        if (limits.sha256 !== undefined && limits.sha256 !== file.sha256) throw otherBytes();
        const mediaType = limits.typed === false ? "application/octet-stream" : await recognize(file.path);
        await scanner?.scan(file.path);
        await shelf.keep(file);
        return { sha256: file.sha256, bytes: file.bytes, mediaType };
      } finally {
        await rm(file.path, { force: true });
      }
    },
    async clear(before) {
      let cleared = 0;
      for (const name of (await readdir(folder).catch(() => [])).filter((each) => each.endsWith(TEMPORARY))) {
        const path = join(folder, name);
        const found = await stat(path).catch(() => undefined);
        if (!found || found.mtime >= before) continue;
        await rm(path, { force: true });
        cleared += 1;
      }
      return cleared;
    },
  };
};
