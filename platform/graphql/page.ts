/** Reads one page of a list: keyset in SQL, sealed cursor outside. */
import type { Knex } from "knex";
import { listByKeyset, type KeysetColumn } from "../database/index.js";
import { badInput } from "../errors/index.js";
import type { PageArgs, Page } from "./connection.js";
import type { CursorCodec } from "./cursor.js";

/** A list to read a page of. */
export interface PageRequest<Row extends object, Node> {
  readonly query: Knex.QueryBuilder;
  /** Columns that order the list; the last one is unique. Public columns only. */
  readonly orderBy: readonly KeysetColumn[];
  /** Name of list and ordering, such as `organizations:NAME`. */
  readonly ordering: string;
  /** The filters, in any stable form: a cursor belongs to one list with one filter. */
  readonly filter: unknown;
  readonly page: Pick<PageArgs, "first" | "after">;
  readonly cursors: CursorCodec;
  readonly toNode: (row: Row) => Node;
  /** Counts all matches; given only where that is cheap. */
  readonly count?: () => Promise<number>;
}

/** Reads the page. Throws BAD_USER_INPUT for `first` outside 1-100 and for a cursor that this list did not give. */
export const readPage = async <Row extends object, Node>(request: PageRequest<Row, Node>): Promise<Page<Node>> => {
  const { first, after } = request.page;
  if (!Number.isInteger(first) || first < 1 || first > 100) {
    throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
  }
  const expected = { ordering: request.ordering, filter: request.filter };
  const keys = after == null ? undefined : request.cursors.open(after, expected);
  const [{ rows, hasNextPage }, totalCount] = await Promise.all([
    listByKeyset<Row>(request.query, { orderBy: request.orderBy, after: keys, first }),
    request.count?.(),
  ]);
  const edges = rows.map((row) => ({
    node: request.toNode(row),
    cursor: request.cursors.seal({ ...expected, keys: request.orderBy.map(({ column }) => keyValue(row, column)) }),
  }));
  return {
    edges,
    hasNextPage,
    hasPreviousPage: keys !== undefined,
    ...(totalCount === undefined ? {} : { totalCount }),
  };
};

const keyValue = (row: object, column: string): string | number => {
  const value = (row as Record<string, unknown>)[column.split(".").at(-1) ?? column];
  return typeof value === "number" ? value : String(value);
};
