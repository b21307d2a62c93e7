/** The SQL reading of whose a row is: the rows of `canRead` (platform/disclosure/whose.ts), so that pages, counts and links hold nothing else. */
import type { Knex } from "knex";
import {
  agencyOf,
  type AnyReader,
  bodyOf,
  couldReadAny,
  personOf,
  type Reader,
  supervisedBy,
  type Whose,
} from "../disclosure/admission/index.js";
import type { LocalDate } from "../domain/index.js";
import { beginningWith } from "./like.js";

/** A condition with its bindings. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

/** Who reads, and the name by which the statement calls the table; without one, columns stand alone. */
export type RowReader<Column extends string> = Reader<Column> & AtTable;

interface AtTable {
  readonly table?: string;
}

/** The condition for statements that are written as text. */
export const readableSql = <C extends string>(whose: Whose<C>, reader: RowReader<C>): Condition =>
  couldReadAny(whose, reader.viewer) ? conditionOf(whose, reader) : { sql: "false", bindings: [] };

/** Leaves in the query the rows that the viewer may know of. */
export const readableRows = <C extends string>(
  query: Knex.QueryBuilder,
  whose: Whose<C>,
  reader: RowReader<C>,
): Knex.QueryBuilder => {
  const { sql, bindings } = readableSql(whose, reader);
  return query.whereRaw(sql, [...bindings]);
};

/** Leaves in the query the rows that the viewer may not know of. */
export const unreadableRows = <C extends string>(
  query: Knex.QueryBuilder,
  whose: Whose<C>,
  reader: RowReader<C>,
): Knex.QueryBuilder => {
  const { sql, bindings } = readableSql(whose, reader);
  return query.whereRaw(`not coalesce(${sql}, false)`, [...bindings]);
};

/** Parts that no row can fulfil for the viewer are left out, so that the planner sees what it needs and no more. */
const conditionOf = (whose: Whose<string>, reader: AnyReader & AtTable): Condition => {
  const { viewer, table } = reader;
  const today = reader.today as LocalDate;
  if (whose.kind === "ANY_OF" || whose.kind === "ALL_OF") {
    const parts = whose.rules.filter((rule) => couldReadAny(rule, viewer)).map((rule) => conditionOf(rule, reader));
    if (parts.length === 1) return parts[0]!;
    return {
      sql: `(${parts.map(({ sql }) => sql).join(whose.kind === "ANY_OF" ? " or " : " and ")})`,
      bindings: parts.flatMap(({ bindings }) => bindings),
    };
  }
  const column = table === undefined ? whose.column : `${table}.${whose.column}`;
  const listed = (values: readonly string[]): string => values.map(() => "?").join(", ");
  switch (whose.kind) {
    case "PERSON":
      return { sql: `${column} = ?`, bindings: [personOf(viewer)!] };
    case "BODY":
      return { sql: `${column} = ?`, bindings: [bodyOf(viewer)!] };
    case "AGENCY":
      return { sql: `${column} = ?`, bindings: [agencyOf(viewer)!] };
    case "DIVISION":
      return { sql: `${column} like ?`, bindings: [beginningWith(supervisedBy(viewer, whose)!)] };
    case "ONE_OF":
      return { sql: `${column} in (${listed(whose.values)})`, bindings: whose.values };
    case "NONE_OF":
      return { sql: `${column} not in (${listed(whose.values)})`, bindings: whose.values };
    case "AT_LEAST":
      return { sql: `${column} >= ?`, bindings: [whose.least] };
    case "UNLESS":
      return { sql: `not ${column}`, bindings: [] };
    case "GIVEN":
      return { sql: `${column} is not null`, bindings: [] };
    case "SINCE":
      return { sql: `${column} <= ?`, bindings: [today] };
    case "BEFORE":
      return { sql: `(${column} is null or ${column} > ?)`, bindings: [today] };
    case "AFTER":
      return { sql: `${column} < ?`, bindings: [today] };
    case "UNTIL":
      return { sql: `(${column} is null or ${column} >= ?)`, bindings: [today] };
  }
};
