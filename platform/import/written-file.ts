/** Files that an import writes beside what it loads: never in the place of the file that it reads, and closed to others where rows stand in them. */
import { appendFileSync, chmodSync, rmSync, statSync, writeFileSync } from "node:fs";
import { ImportRefused } from "./violation.js";

const refused = (path: string, error: unknown): ImportRefused =>
  new ImportRefused(`The file ${path} can not be written: ${(error as Error).message}`);

/** Throws ImportRefused where a file to write is the one that is read. */
export const checkNotInput = (path: string | undefined, input: string): void => {
  if (path === undefined) return;
  const [there, read] = [path, input].map((name) => statSync(name, { throwIfNoEntry: false }));
  if (there !== undefined && there.ino === read?.ino && there.dev === read.dev)
    throw new ImportRefused(`The file ${path} is the one that is loaded: write to another one. Nothing was loaded.`);
};

/** A file that its owner alone may read. */
export interface OwnFile {
  append(text: string): void;
  /** Takes it away again. */
  remove(): void;
}

/** Creates it with a beginning, in the place of one that was there. Throws ImportRefused where it can not be written. */
export const createOwnFile = (path: string, beginning: string): OwnFile => {
  const append = (text: string): void => {
    try {
      appendFileSync(path, text);
    } catch (error) {
      throw refused(path, error);
    }
  };
  try {
    writeFileSync(path, "", { mode: 0o600 });
    chmodSync(path, 0o600);
  } catch (error) {
    throw refused(path, error);
  }
  append(beginning);
  return { append, remove: () => rmSync(path, { force: true }) };
};

/** Writes a file that was not there. Throws ImportRefused where it is, or can not be written. */
export const writeNewFile = (path: string, content: string | Uint8Array): void => {
  try {
    writeFileSync(path, content, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new ImportRefused(`The file ${path} is there already: name a new one. Nothing was written.`);
    throw refused(path, error);
  }
};
