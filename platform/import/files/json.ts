/** Records of a JSON file, read piece by piece: numbers stay as they are written, and a list inside objects is found. */
import { Tokenizer, TokenParser } from "@streamparser/json";
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { FileNotice, SourceFile } from "../source-file.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import { createListFinder, type SaidTotal, type Token } from "./json-lists.js";
import { recordOf } from "./json-record.js";
import { chooseList, type RecordPath } from "./record-path.js";

/** Opens it: all of it is read once for its lists and their columns. Throws ImportRefused where it is no JSON, or has no list. */
export const openJson = async (
  bytes: ByteSource,
  encoding: Encoding,
  { path }: ReadingContext,
): Promise<SourceFile> => {
  const finder = createListFinder();
  const nothing = new TokenParser({ paths: [], keepStack: false });
  for await (const tokens of parsedTokens(bytes, encoding, nothing)) for (const token of tokens) finder.take(token);
  const list = chooseList(finder.lists(), path);
  const more = finder.totals(list).find(({ total }) => total > list.records);
  return {
    columns: list.columns,
    units: new Map(),
    async *records(tell) {
      if (more) tell?.(pageNotice(more, list.records));
      let number = 0;
      for await (const values of valuesAt(bytes, encoding, list.path))
        for (const value of values) yield recordOf(value, (number += 1), list.columns);
    },
    close: () => Promise.resolve(),
  };
};

/** Told where the file is a page of an answer: the rest of the records is nowhere in it. */
const pageNotice = ({ key, total }: SaidTotal, records: number): FileNotice => ({
  rule: "ONE_PAGE_OF_SEVERAL",
  place: key,
  remedy: `It says that there are ${total} records, and the file holds ${records} of them: export the other pages too.`,
});

/** Members of the list at a path, as many as each piece of the file completes. */
async function* valuesAt(bytes: ByteSource, encoding: Encoding, path: RecordPath): AsyncGenerator<readonly unknown[]> {
  let values: unknown[] = [];
  // A key that the selector can not name stands for any; what it finds is looked at.
  const selected = path.map((key) => (/^[^.*]+$/.test(key) ? key : "*"));
  const parser = new TokenParser({ paths: [["$", ...selected, "*"].join(".")], keepStack: false });
  parser.onValue = ({ value, stack }) => {
    if (path.every((key, level) => stack[level + 1]?.key === key)) values.push(value);
  };
  for await (const tokens of parsedTokens(bytes, encoding, parser)) {
    if (tokens.length === 0 || values.length === 0) continue;
    yield values;
    values = [];
  }
}

/** Keeps numbers as they are written: 18 digits are more than a number of JavaScript holds. */
class WrittenNumbers extends Tokenizer {
  protected override parseNumber(written: string): number {
    // The library says so itself: override it to keep them as strings.
    return written as unknown as number;
  }
}

/** Tokens of each piece, which the parser has taken. Throws ImportRefused with the line up to which it is JSON. */
async function* parsedTokens(
  bytes: ByteSource,
  encoding: Encoding,
  parser: TokenParser,
): AsyncGenerator<readonly Token[]> {
  let tokens: Token[] = [];
  let line = 1;
  const tokenizer = new WrittenNumbers();
  tokenizer.onToken = (token) => {
    parser.write(token);
    tokens.push(token);
  };
  const orRefuse = (work: () => void): void => {
    try {
      work();
    } catch {
      throw new ImportRefused(`The file is not JSON near line ${line}. Nothing was loaded.`);
    }
  };
  for await (const text of textOf(bytes, encoding))
    // By lines where there are any, so that the place of a fault can be told.
    for (const part of text.split(/(?<=\n)/)) {
      orRefuse(() => tokenizer.write(part));
      if (part.endsWith("\n")) line += 1;
      if (tokens.length < MOST_TOKENS) continue;
      yield tokens;
      tokens = [];
    }
  orRefuse(() => {
    tokenizer.end();
    if (!parser.isEnded) parser.end();
  });
  yield tokens;
}

const MOST_TOKENS = 20_000;
