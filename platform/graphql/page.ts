/** Reads pages of lists: keyset in SQL, sealed cursors outside; one page, or one page for each of many parents at once. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import {
  countByParent,
  countUpTo,
  createBatchLoader,
  estimateRows,
  listByKeyset,
  listByParent,
  type KeysetColumn,
} from "../database/index.js";
import { badInput } from "../errors/service-error.js";
import type { PageArgs } from "./connection.type.js";
import type { CursorCodec, Page } from "./lists/index.js";

/** How a list is ordered, named and shown. */
export interface ListShape<Row extends object, Node> {
  /** Columns that order the list; the last one is unique. Public columns only. */
  readonly orderBy: readonly KeysetColumn[];
  /** Name of list and ordering, such as `organizations:NAME`. */
  readonly ordering: string;
  /** The filters, in any stable form: a cursor belongs to one list with one filter. */
  readonly filter: unknown;
  readonly cursors: CursorCodec;
  readonly toNode: (row: Row) => Node;
}

/** A list to read a page of. */
export interface PageRequest<Row extends object, Node> extends ListShape<Row, Node> {
  readonly query: Knex.QueryBuilder;
  readonly page: Pick<PageArgs, "first" | "after">;
}

const afterKeys = <Row extends object, Node>(
  { ordering, filter, cursors }: ListShape<Row, Node>,
  { first, after }: Pick<PageArgs, "first" | "after">,
): readonly (string | number)[] | undefined => {
  if (!Number.isInteger(first) || first < 1 || first > 100) {
    throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
  }
  return after == null ? undefined : cursors.open(after, { ordering, filter });
};

/** A row of a page as a node with its cursor, which is sealed when it is asked for. */
class SealedEdge<Row extends object, Node> {
  constructor(
    readonly node: Node,
    readonly list: Pick<ListShape<Row, Node>, "orderBy" | "ordering" | "filter" | "cursors">,
    readonly row: Row,
  ) {}

  get cursor(): string {
    const { orderBy, ordering, filter, cursors } = this.list;
    return cursors.seal({ ordering, filter, keys: orderBy.map(({ column }) => keyValue(this.row, column)) });
  }
}

/** How many there are in all: exactly, if there are not too many, and about. */
interface Total {
  exact(): Promise<number | undefined>;
  about(): Promise<number | undefined>;
}

const toPage = <Row extends object, Node>(
  list: ListShape<Row, Node>,
  { rows, hasNextPage }: { rows: readonly Row[]; hasNextPage: boolean },
  { hasPreviousPage, total }: { hasPreviousPage: boolean; total: Total | undefined },
): Page<Node> => ({
  edges: rows.map((row) => new SealedEdge(list.toNode(row), list, row)),
  hasNextPage,
  hasPreviousPage,
  // Counted where it is asked for.
  get totalCount() {
    return total?.exact();
  },
  get approximateCount() {
    return total?.about();
  },
});

/** Rows that are counted one by one. */
const MOST_COUNTED = 10_000;

/** The total of a query, counted once. */
const totalOf = (query: Knex.QueryBuilder): Total => {
  let counted: Promise<number | undefined> | undefined;
  const exact = (): Promise<number | undefined> => (counted ??= countUpTo(query, MOST_COUNTED));
  return { exact, about: async () => (await exact()) ?? estimateRows(query, MOST_COUNTED) };
};

/** Reads the page. Throws BAD_USER_INPUT for `first` outside 1-100 and for a cursor that this list did not give. */
export const readPage = async <Row extends object, Node>(request: PageRequest<Row, Node>): Promise<Page<Node>> => {
  const after = afterKeys(request, request.page);
  const listed = await listByKeyset<Row>(request.query, { orderBy: request.orderBy, after, first: request.page.first });
  return toPage(request, listed, { hasPreviousPage: after !== undefined, total: totalOf(request.query) });
};

/** A list that each of many parents has. */
export interface ParentListRequest<Row extends object, Node> extends ListShape<Row, Node> {
  /** The list of one parent, given a reference to the parent's key. */
  readonly query: (parent: Knex.Raw) => Knex.QueryBuilder;
  /** True where counting a parent's rows is cheap. */
  readonly counted?: boolean;
}

/** Loads a page of each parent's list; lists with the same arguments are read in one statement. */
export interface ParentPages<Args, Node> {
  load(parent: string, args: Args, page: PageArgs): Promise<Page<Node>>;
}

/** Creates the loader of one request. `request` says what the list is for given arguments. */
export const createParentPages = <Args, Row extends object, Node>(
  db: Knex,
  request: (args: Args) => ParentListRequest<Row, Node>,
): ParentPages<Args, Node> => {
  const loaders = new Map<string, DataLoader<string, Page<Node>>>();
  const create = (args: Args, page: PageArgs): DataLoader<string, Page<Node>> => {
    const list = request(args);
    const after = afterKeys(list, page);
    const counts = createBatchLoader<number>(async (parents) => {
      const counted = await countByParent(db, parents, list.query);
      return parents.map((parent) => counted.get(parent) ?? 0);
    });
    return createBatchLoader(async (parents) => {
      const lists = await listByParent<Row>(db, parents, list.query, {
        orderBy: list.orderBy,
        after,
        first: page.first,
      });
      return parents.map((parent) =>
        toPage(list, lists.get(parent) ?? { rows: [], hasNextPage: false }, {
          hasPreviousPage: after !== undefined,
          total: list.counted ? { exact: () => counts.load(parent), about: () => counts.load(parent) } : undefined,
        }),
      );
    });
  };
  return {
    load(parent, args, page) {
      const key = JSON.stringify([args, page.first, page.after]);
      let loader = loaders.get(key);
      if (!loader) loaders.set(key, (loader = create(args, page)));
      return loader.load(parent);
    },
  };
};

const keyValue = (row: object, column: string): string | number => {
  const value = (row as Record<string, unknown>)[column.split(".").at(-1) ?? column];
  return typeof value === "number" ? value : String(value);
};

/** Loads rows by key, at most 200 keys a statement; undefined for a key that has none. */
export const createKeyLoader = <Node>(
  find: (keys: readonly string[]) => Promise<readonly Node[]>,
  keyOf: (node: Node) => string | undefined,
): DataLoader<string, Node | undefined> =>
  createBatchLoader(async (keys) => {
    const found = new Map((await find(keys)).map((node) => [keyOf(node), node]));
    return keys.map((key) => found.get(key));
  });

/** Loads all rows of each parent, at most 200 parents a statement. */
export const createGroupLoader = <Node>(
  list: (parents: readonly string[]) => Promise<readonly Node[]>,
  parentOf: (node: Node) => string,
): DataLoader<string, Node[]> =>
  createBatchLoader(async (parents) => {
    const groups = new Map<string, Node[]>(parents.map((parent) => [parent, []]));
    for (const node of await list(parents)) groups.get(parentOf(node))?.push(node);
    return parents.map((parent) => groups.get(parent) ?? []);
  });
