/** Records of a file with one JSON object on each line; numbers stay as they are written. */
import { ImportRefused } from "../violation.js";
import type { SourceFile, SourceRecord } from "../source-file.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import { recordOf } from "./json-record.js";
import { MOST_COLUMNS } from "./table.js";

/** Opens it: all of it is read once for its columns. Throws ImportRefused with the line that is no JSON object. */
export const openJsonLines = async (bytes: ByteSource, encoding: Encoding): Promise<SourceFile> => {
  const columns = new Set<string>();
  for await (const { value, line } of objectsOf(bytes, encoding)) {
    for (const key of Object.keys(value)) columns.add(key);
    if (columns.size > MOST_COLUMNS)
      throw new ImportRefused(
        `Up to line ${line} there are more than ${MOST_COLUMNS} keys: this is no list of records.`,
      );
  }
  const names = [...columns];
  return {
    columns: names,
    units: new Map(),
    async *records(): AsyncGenerator<SourceRecord> {
      for await (const { value, line } of objectsOf(bytes, encoding)) yield recordOf(value, line, names);
    },
    close: () => Promise.resolve(),
  };
};

async function* objectsOf(
  bytes: ByteSource,
  encoding: Encoding,
): AsyncGenerator<{ readonly value: object; readonly line: number }> {
  let line = 0;
  for await (const lines of linesOf(bytes, encoding))
    for (const text of lines) {
      line += 1;
      if (text.trim() !== "") yield { value: objectOf(text, line), line };
    }
}

/** Whole lines of each piece. */
async function* linesOf(bytes: ByteSource, encoding: Encoding): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const chunk of textOf(bytes, encoding)) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop()!;
    yield lines;
  }
  if (rest !== "") yield [rest];
}

/** A text, or a number, of JSON. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The object of a line, its numbers as texts. Throws ImportRefused, also where a key stands twice, of which one would be lost. */
const objectOf = (text: string, line: number): object => {
  let value: unknown;
  let keys = 0;
  const written = (found: string, at: number): string => {
    if (!found.startsWith('"')) return `"${found}"`;
    if (isColonAt(text, at + found.length)) keys += 1;
    return found;
  };
  try {
    value = JSON.parse(text.replaceAll(TEXT_OR_NUMBER, written));
  } catch {
    throw new ImportRefused(`Line ${line} is not JSON. Nothing was loaded.`);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new ImportRefused(`Record ${line} is not an object. Nothing was loaded.`);
  if (keysIn(value) !== keys) throw new ImportRefused(`Record ${line} has a key twice. Nothing was loaded.`);
  return value;
};

const isColonAt = (text: string, from: number): boolean => {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return text.charAt(at) === ":";
};

/** Keys of an object and of those inside it. */
const keysIn = (value: unknown): number => {
  if (value === null || typeof value !== "object") return 0;
  const members: readonly unknown[] = Object.values(value);
  let keys = Array.isArray(value) ? 0 : members.length;
  for (const member of members) if (typeof member === "object") keys += keysIn(member);
  return keys;
};
