/** Records handed to one statement as JSON, so that an import compares, inserts and updates thousands in one go. */
import type { Columns, NewOf, Table } from "./table.js";

/** How records of a table are handed over. */
export interface JsonRecords<C extends Columns, Own extends PropertyKey> {
  /** Names of the columns that a record gives. */
  readonly names: readonly string[];
  /** The same with their types, as `jsonb_to_recordset(?::jsonb) as r(…)` needs them. */
  readonly definition: string;
  /** Part of the JSON for one record; what is not there is left out, and read as null. */
  toRow(record: Omit<NewOf<Table<C>>, Own>): Record<string, unknown>;
}

/** Whole numbers of 64 bits are digits in JSON: as numbers they would lose the last ones. */
const inJson = (value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** Records of the columns that are named. */
export const jsonRecordsOf = <C extends Columns>(
  declared: C,
  keys: readonly string[],
): Pick<JsonRecords<C, never>, "names" | "definition"> & { toRow(record: object): Record<string, unknown> } => {
  const given = keys.map((key) => [key, declared[key]!] as const);
  return {
    names: given.map(([, { name }]) => name),
    definition: given.map(([, { name, sqlType }]) => `${name} ${sqlType}`).join(", "),
    toRow(record) {
      const row: Record<string, unknown> = {};
      for (const [key, { name }] of given) row[name] = inJson((record as Readonly<Record<string, unknown>>)[key]);
      return row;
    },
  };
};

/** Records of a table without the columns that the statement fills itself. A record that forgets another column does not compile. */
export const jsonRecords = <C extends Columns, const Own extends keyof C>(
  { declared }: Pick<Table<C>, "declared">,
  ...own: readonly Own[]
): JsonRecords<C, Own> =>
  jsonRecordsOf(
    declared,
    Object.keys(declared).filter((key) => !own.includes(key as Own)),
  );
