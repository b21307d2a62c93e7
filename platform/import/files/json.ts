/** Records of a JSON file, read piece by piece: first by tokens, for faults, lists and columns; then by records. Numbers stay as they are written. */
import { Tokenizer, TokenParser } from "@streamparser/json";
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import type { FileNotice, SourceFile } from "../source-file.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import { createListFinder, type SaidTotal, type Token } from "./json-lists.js";
import { createMemberReader } from "./json-members.js";
import { recordOf } from "./json-record.js";
import { chooseList, type RecordPath } from "./record-path.js";

/** Opens it: all of it is read once for its lists and their columns. Throws ImportRefused where it is no JSON, or has no list. */
export const openJson = async (
  bytes: ByteSource,
  encoding: Encoding,
  { path }: ReadingContext,
): Promise<SourceFile> => {
  const finder = createListFinder();
  for await (const tokens of parsedTokens(bytes, encoding)) for (const token of tokens) finder.take(token);
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

/** Members of the list at a path, as many as each piece of the file completes. Throws ImportRefused where it is no longer the file that was read before. */
async function* valuesAt(bytes: ByteSource, encoding: Encoding, path: RecordPath): AsyncGenerator<readonly unknown[]> {
  const reader = createMemberReader(path);
  for await (const piece of textOf(bytes, encoding)) {
    try {
      const members = reader.take(piece);
      if (members.length > 0) yield members;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ImportRefused("The file was changed while it was read. Nothing more was loaded.");
    }
  }
}

/** Keeps numbers as they are written: 18 digits are more than a number of JavaScript holds. */
class WrittenNumbers extends Tokenizer {
  protected override parseNumber(written: string): number {
    // The library says so itself: override it to keep them as strings.
    return written as unknown as number;
  }
}

/** Tokens of each piece, which were found to be JSON. Throws ImportRefused with the line up to which it is. */
async function* parsedTokens(bytes: ByteSource, encoding: Encoding): AsyncGenerator<readonly Token[]> {
  const parser = new TokenParser({ paths: [], keepStack: false });
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
