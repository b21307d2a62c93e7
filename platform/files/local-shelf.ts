/** Files in a folder: `ab/ab3f…`, put there by renaming what was written beside it. */
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KeptEntry, Shelf } from "./shelf.js";

const missing = (error: unknown): undefined => {
  if ((error as { code?: string }).code === "ENOENT") return undefined;
  throw error;
};

/** A rename is on the disk when its folder is. */
const flush = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
};

/** Creates the shelf; temporary files have to be on the same file system. */
export const createLocalShelf = (folder: string): Shelf => {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const find = async (sha256: string): Promise<KeptEntry | undefined> => {
    const found = await stat(placeOf(sha256)).catch(missing);
    return found && { sha256, bytes: found.size, keptAt: found.mtime };
  };
  return {
    find,
    async keep({ path, sha256 }) {
      const place = placeOf(sha256);
      const made = await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(path, place);
      await flush(dirname(place));
      if (made !== undefined) await flush(folder);
    },
    async open(sha256, range) {
      const handle = await open(placeOf(sha256)).catch(missing);
      return handle && createReadStream("", { fd: handle, ...range });
    },
    async *list(before) {
      for (const part of ((await readdir(folder).catch(missing)) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        const names = await readdir(join(folder, part));
        for (const name of names.filter((each) => /^[0-9a-f]{64}$/.test(each))) {
          const entry = await find(name);
          if (entry && entry.keptAt < before) yield entry;
        }
      }
    },
    async remove(sha256, before) {
      const place = placeOf(sha256);
      // Put aside before it is looked at: what is put there meanwhile is another file.
      const aside = `${place}.removed`;
      try {
        await rename(place, aside);
      } catch (error) {
        return missing(error) ?? false;
      }
      const { mtime } = await stat(aside);
      if (mtime >= before) {
        await rename(aside, place);
        return false;
      }
      await rm(aside);
      return true;
    },
    close: async () => undefined,
  };
};
