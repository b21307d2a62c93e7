/** Finds the lists of records in the tokens of a JSON file: lists of objects that stand in no other list. */
import { TokenType, type Tokenizer } from "@streamparser/json";
import { ImportRefused } from "../violation.js";
import type { RecordList } from "./record-path.js";
import { MOST_COLUMNS } from "./table.js";

/** A token and where it stands. */
export type Token = Parameters<Tokenizer["onToken"]>[0];

/** A number of records that the file says beside its lists. */
export interface SaidTotal {
  readonly key: string;
  readonly total: number;
}

/** Takes the tokens of a file, one after the other. */
export interface ListFinder {
  take(token: Token): void;
  lists(): readonly RecordList[];
  /** Numbers of records that stand beside a list, or above the object that holds it. */
  totals(list: RecordList): readonly SaidTotal[];
}

/** Keys by which pages say how many records there are in all. */
const TOTAL_KEY =
  /^(?:total|totalCount|total_count|totalNum|totalNumber|totalRecords?|totalElements|totalSize|totalRows?|recordCount|recordsTotal|rowCount)$/i;

interface Level {
  readonly list: boolean;
  /** The list of records that it is, where its members may be records. */
  readonly found?: FoundList;
  /** The record that it is, by the keys that it has. */
  readonly record?: Set<string>;
  /** Key of the member that is being read. */
  key: string;
}

interface FoundList {
  readonly path: readonly string[];
  readonly columns: Set<string>;
  records: number;
}

/** Creates it for a file. Throws ImportRefused where a record names a key twice, of which one would be lost. */
export const createListFinder = (): ListFinder => {
  const found: FoundList[] = [];
  const levels: Level[] = [];
  const totals: (SaidTotal & { readonly path: readonly string[] })[] = [];
  // In objects a text is a key until its colon was read.
  let pending: string | undefined;

  const open = (list: boolean): void => {
    const above = levels.at(-1);
    if (list && levels.every((level) => !level.list)) {
      const entry = { path: levels.map(({ key }) => key), columns: new Set<string>(), records: 0 };
      found.push(entry);
      levels.push({ list, key: "", found: entry });
    } else if (!list && above?.list && above.found) {
      above.found.records += 1;
      levels.push({ list, key: "", record: new Set(), found: above.found });
    } else levels.push({ list, key: "" });
  };

  const name = (key: string): void => {
    const level = levels.at(-1)!;
    level.key = key;
    if (!level.record) return;
    const { columns, records } = level.found!;
    if (level.record.has(key))
      throw new ImportRefused(`Record ${records} has the key ${key} twice. Nothing was loaded.`);
    level.record.add(key);
    columns.add(key);
    if (columns.size > MOST_COLUMNS)
      throw new ImportRefused(`Records have more than ${MOST_COLUMNS} keys: this is no list of records.`);
  };

  const count = (value: unknown): void => {
    const key = levels.at(-1)?.key ?? "";
    const total = Number(value);
    if (TOTAL_KEY.test(key) && Number.isSafeInteger(total) && levels.every(({ list }) => !list))
      totals.push({ key, total, path: levels.slice(0, -1).map((level) => level.key) });
  };

  return {
    totals: ({ path }) => totals.filter((said) => said.path.every((key, level) => path[level] === key)),
    take({ token, value }) {
      if (token === TokenType.NUMBER) count(value);
      else if (token === TokenType.STRING) pending = value as string;
      else if (token === TokenType.COLON) name(pending ?? "");
      else if (token === TokenType.LEFT_BRACE) open(false);
      else if (token === TokenType.LEFT_BRACKET) open(true);
      else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) levels.pop();
    },
    lists: () =>
      found
        .filter(({ records }) => records > 0)
        .map(({ path, columns, records }) => ({ path, records, columns: [...columns] })),
  };
};
