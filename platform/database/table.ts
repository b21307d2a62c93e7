/** A table declared once: its columns give the type of a row, the select list, the mapping to an object and the one back (decision 32). */
import type { Column } from "./columns.js";

/** Columns by the name that an object gives them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Columns = Readonly<Record<string, Column<string, any, boolean, boolean>>>;

type Holds<C> = C extends { readonly holds: infer Value } ? Value : never;
type ReadKeys<C extends Columns> = { [K in keyof C]: C[K]["isRead"] extends true ? K : never }[keyof C];
type DefaultKeys<C extends Columns> = { [K in keyof C]: C[K]["hasDefault"] extends true ? K : never }[keyof C];
type Present<Value> = null extends Value ? Exclude<Value, null> | undefined : Value;

/** The columns of a table. */
export type ColumnsOf<T> = T extends Table<infer C> ? C : never;

/** A row as a select of the table's columns gives it: names of SQL, null for what is not there. */
export type RowOf<T> = RowBy<ColumnsOf<T>>;
type RowBy<C extends Columns> = { readonly [K in ReadKeys<C> as C[K]["name"]]: Holds<C[K]> };

/** The object of a row: our names, undefined for what is not there. */
export type RecordOf<T> = RecordBy<ColumnsOf<T>>;
type RecordBy<C extends Columns> = { readonly [K in ReadKeys<C>]: Present<Holds<C[K]>> };

/** What is to be written: every column but those with a default says what it holds, undefined too. */
export type NewOf<T> = NewBy<ColumnsOf<T>>;
type NewBy<C extends Columns> = {
  readonly [K in Exclude<keyof C, DefaultKeys<C>>]: Present<Holds<C[K]>>;
} & { readonly [K in DefaultKeys<C>]?: Present<Holds<C[K]>> };

/** Names of the record that the shown type lacks, or holds something else under. */
type Unfit<Given, Shown> = {
  [K in keyof Given]: K extends keyof Shown ? (Given[K] extends Shown[K] ? never : K) : K;
}[keyof Given];

/** Every field that the record does not give, those that may be undefined too. */
type Computed<Shown, GivenKey> = { [K in Exclude<keyof Required<Shown>, GivenKey>]: Shown[K] };

/** Columns left out of a mapping; does not compile where one is forgotten that the shown type can not take. */
type Leaving<Given, Shown, Left> = [Exclude<Unfit<Given, Shown>, Left>] extends [never]
  ? readonly Left[]
  : readonly [notShown: Exclude<Unfit<Given, Shown>, Left>];

/** A declared table. */
export interface Table<C extends Columns, Name extends string = string> {
  readonly name: Name;
  readonly declared: C;
  /** The select list; with the alias by which the statement calls the table. */
  columns(alias?: string): string[];
  /** The object of a row. */
  toRecord(row: RowBy<C>): RecordBy<C>;
  /**
   * The mapping of a row to a type that shows it: same names are taken over, `left` names the columns that the type does not show, and
   * the second argument of the mapping gives every other field. It is filled in and returned. A column or a field that is forgotten does
   * not compile.
   */
  to<Shown extends object>(): <const Left extends keyof RecordBy<C> = never>(
    ...left: Leaving<RecordBy<C>, Shown, Left>
  ) => (row: RowBy<C>, computed: Computed<Shown, Exclude<keyof RecordBy<C>, Left>>) => Shown;
}

type Fill = (row: object, target: object) => object;

const NAME = /^[a-z]\w*$/i;

/** Takes over what the pairs name, undefined for what is not there. */
const filling =
  (pairs: readonly (readonly [key: string, column: string])[]): Fill =>
  (row, target) => {
    const [from, into] = [row as Readonly<Record<string, unknown>>, target as Record<string, unknown>];
    for (const [key, column] of pairs) into[key] = from[column] ?? undefined;
    return target;
  };

/** Declares a table by its name and columns. Throws where a name is no identifier or stands twice. */
export const defineTable = <const Name extends string, const C extends Columns>(
  name: Name,
  declared: C,
): Table<C, Name> => {
  const columns = Object.entries(declared).map(([key, column]) => [key, column.name] as const);
  for (const word of columns.flat())
    if (!NAME.test(word)) throw new Error(`Table ${name}: ${word} can not be a name of a column.`);
  const names = new Set(columns.map(([, column]) => column));
  if (names.size < columns.length) throw new Error(`Table ${name} declares a column twice.`);
  const read = columns.filter(([key]) => declared[key]!.isRead);
  const fill = filling(read);
  return {
    name,
    declared,
    columns: (alias) => read.map(([, column]) => (alias === undefined ? column : `${alias}.${column}`)),
    toRecord: (row) => fill(row, {}) as RecordBy<C>,
    to:
      <Shown extends object>() =>
      (...left: readonly PropertyKey[]) => {
        const shown = left.length === 0 ? fill : filling(read.filter(([key]) => !left.includes(key)));
        return (row: object, computed: object) => shown(row, computed) as Shown;
      },
  };
};
