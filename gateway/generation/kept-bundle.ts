/** The last bundle that was taken into use, on disk: a gateway starts from it while the registry is away. */
import { readFile, rename, writeFile } from "node:fs/promises";

/** The file. */
export interface KeptBundle {
  /** The signed bundle; undefined where none was kept. Throws where the file can not be read. */
  read(): Promise<string | undefined>;
  /** Keeps another in its place, whole or not at all. */
  keep(signed: string): Promise<void>;
}

/** At a path whose folder is there. */
export const keptBundle = (path: string): KeptBundle => ({
  async read() {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if ((error as { code?: string }).code === "ENOENT") return undefined;
      throw error;
    }
  },
  async keep(signed) {
    const beside = `${path}.${process.pid}.new`;
    await writeFile(beside, signed, { mode: 0o600 });
    await rename(beside, path);
  },
});
