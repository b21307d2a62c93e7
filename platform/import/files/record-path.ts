/** Paths to the records of a JSON or XML file: `data.list` or `/data/list`, found in it or asked for. Pure. */
import { ImportRefused } from "../violation.js";

/** Keys from the outermost to the list. */
export type RecordPath = readonly string[];

/** What may be the list of records. */
export interface RecordList {
  readonly path: RecordPath;
  readonly records: number;
  /** Keys of all its records, in the order in which they come first. */
  readonly columns: readonly string[];
}

/** Keys of a path as it is asked for: with dots, or a JSON pointer (RFC 6901). `$` and `.` are the whole. */
export const parsePath = (text: string): RecordPath => {
  if (text.startsWith("/"))
    return text
      .slice(1)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return text.split(".").filter((key) => key !== "" && key !== "$");
};

/** A path as it can be asked for. */
export const pathText = (path: RecordPath): string =>
  path.length === 0
    ? "$"
    : path.some((key) => /[./]/.test(key))
      ? `/${path.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`
      : path.join(".");

/** The list that is asked for, or the only one there is. Throws ImportRefused with those there are. */
export const chooseList = (lists: readonly RecordList[], asked: string | undefined): RecordList => {
  const there = lists.map(({ path, records }) => `${pathText(path)} (${records} records)`).join(", ");
  if (asked !== undefined) {
    const wanted = pathText(parsePath(asked));
    const found = lists.find(({ path }) => pathText(path) === wanted);
    if (found) return found;
    throw new ImportRefused(
      `The file holds no list of records at ${asked}. ${there === "" ? "It holds none at all." : `There are: ${there}.`} Nothing was loaded.`,
    );
  }
  if (lists.length === 1) return lists[0]!;
  if (lists.length === 0) throw new ImportRefused("The file holds no list of records. Nothing was loaded.");
  throw new ImportRefused(
    `The file holds several lists of records: ${there}. Say which one with --path. Nothing was loaded.`,
  );
};
