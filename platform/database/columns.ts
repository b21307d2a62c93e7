/** Kinds of columns: the SQL type, the value in TypeScript, and how a value is written. A column is declared as `text("doc_no").nullable()`. */
import type { Knex } from "knex";
import type { LocalDate } from "../domain/index.js";
import type { CopyValue } from "./copy.js";

/** True where every read gives the column, false where SQL alone looks at it. */
type Read = boolean;

/** How a kind is written; what is left out is written as it is. */
interface Writing {
  /** As the value of an insert. */
  readonly toInsert?: (value: never) => unknown;
  /** As a cell of COPY. */
  readonly toCopy?: (value: never) => CopyValue;
}

/** A column by its name in SQL. `Value` is what is read and written; null where there may be none. */
export class Column<Name extends string, Value, IsRead extends Read = true, HasDefault extends boolean = false> {
  /** In types alone. */
  declare readonly holds: Value;

  constructor(
    readonly name: Name,
    /** As PostgreSQL's `format_type` says it. */
    readonly sqlType: string,
    readonly writing: Writing = {},
    readonly isNullable: boolean = false,
    readonly isRead: IsRead = true as IsRead,
    readonly hasDefault: HasDefault = false as HasDefault,
  ) {}

  /** Says more of the value than the SQL type does, such as the words of an enumeration or the shape of JSON. */
  of<Narrow extends Value>(): Column<Name, Narrow, IsRead, HasDefault> {
    return this as unknown as Column<Name, Narrow, IsRead, HasDefault>;
  }

  /** May hold nothing: null in a row, undefined in a record. */
  nullable(): Column<Name, Value | null, IsRead, HasDefault> {
    return new Column(this.name, this.sqlType, this.writing, true, this.isRead, this.hasDefault);
  }

  /** Filled by PostgreSQL where a new record says nothing. */
  byDefault(): Column<Name, Value, IsRead, true> {
    return new Column(this.name, this.sqlType, this.writing, this.isNullable, this.isRead, true);
  }

  /** Written and compared in SQL, and in no list of columns; `reason` says what it is for. */
  unread(reason: string): Column<Name, Value, false, HasDefault> {
    if (reason === "") throw new Error(`Say why ${this.name} is not read.`);
    return new Column(this.name, this.sqlType, this.writing, this.isNullable, false, this.hasDefault);
  }
}

type Declare<Value> = <const Name extends string>(name: Name) => Column<Name, Value>;

const kind =
  <Value>(sqlType: string, writing?: Writing): Declare<Value> =>
  (name) =>
    new Column(name, sqlType, writing);

const asArray = (values: readonly (string | number)[]): string =>
  `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** Text. */
export const text = kind<string>("text");
/** A list of texts. */
export const texts = kind<string[]>("text[]", { toCopy: asArray });
/** A whole number of 32 bits. */
export const integer = kind<number>("integer");
/** A list of whole numbers of 16 bits. */
export const smallIntegers = kind<number[]>("smallint[]", { toCopy: asArray });
/** A whole number of 64 bits. */
export const bigInteger = kind<bigint>("bigint");
/** An amount of money in fen. */
export const fen = kind<bigint>("bigint");
/** A decimal number as it is written, so that no digit is lost. */
export const decimal = kind<string>("numeric");
/** A decimal number of so many digits, so many of them behind the point. */
export const decimalOf = (digits: number, behindPoint: number): Declare<string> =>
  kind<string>(`numeric(${digits},${behindPoint})`);
/** True or false. */
export const truth = kind<boolean>("boolean");
/** A day, `YYYY-MM-DD`. */
export const day = kind<LocalDate>("date");
/** A moment. */
export const moment = kind<Date>("timestamp with time zone", { toCopy: (value: Date) => value.toISOString() });
/** JSON; say its shape by `of`. */
export const json = kind<unknown>("jsonb", {
  toInsert: (value: unknown) => JSON.stringify(value),
  toCopy: (value: unknown) => JSON.stringify(value),
});
/** Words of the name search, given as an expression (`searchVector`); COPY can not write them. */
export const searchWords = (name: string): Column<string, Knex.Raw, false> =>
  new Column<string, Knex.Raw>(name, "tsvector").unread("searched in SQL");
