/** Pages by the values of the ordering columns, so that inserts elsewhere move nothing. */
import type { Knex } from "knex";

/** An ordering column; its values are never null. */
export interface KeysetColumn {
  readonly column: string;
  readonly direction: "asc" | "desc";
}

/** What a page is. */
export interface KeysetPage {
  /** The last column is unique. */
  readonly orderBy: readonly KeysetColumn[];
  /** Values of the ordering columns at the last row of the page before. */
  readonly after?: readonly (string | number)[];
  readonly first: number;
}

/** The query narrowed to one row more than the page, in order; that row says whether there is a next page. */
export const narrowToPage = (query: Knex.QueryBuilder, { orderBy, after, first }: KeysetPage): Knex.QueryBuilder => {
  const page = query.clone();
  if (after) {
    // (a, b) after (x, y): a > x or (a = x and b > y), each comparison in its column's direction.
    page.where((condition) => {
      for (const [index, { column, direction }] of orderBy.entries()) {
        condition.orWhere((step) => {
          for (const [before, { column: equal }] of orderBy.slice(0, index).entries())
            step.where(equal, after[before] as string);
          step.where(column, direction === "asc" ? ">" : "<", after[index] as string);
        });
      }
    });
  }
  for (const { column, direction } of orderBy) page.orderBy(column, direction);
  return page.limit(first + 1);
};

/** Rows of one page. */
export const listByKeyset = async <Row extends object>(
  query: Knex.QueryBuilder,
  page: KeysetPage,
): Promise<{ rows: Row[]; hasNextPage: boolean }> => {
  const rows = (await narrowToPage(query, page)) as Row[];
  return { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first };
};

/** Rows of one page per parent, in one statement: `query` is made for a reference to the parent. */
export const listByParent = async <Row extends object>(
  db: Knex,
  parents: readonly string[],
  query: (parent: Knex.Raw) => Knex.QueryBuilder,
  page: KeysetPage,
): Promise<Map<string, { rows: Row[]; hasNextPage: boolean }>> => {
  const order = page.orderBy.map(({ column, direction }) => `page.${column.split(".").at(-1)} ${direction}`).join(", ");
  const result = (await db.raw(
    `select parents.parent as parent_key, page.* from unnest(?::text[]) as parents(parent) cross join lateral (?) as page order by ${order}`,
    [[...parents], narrowToPage(query(db.raw("parents.parent")), page)],
  )) as { rows: (Row & { parent_key: string })[] };
  const all = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
  for (const row of result.rows) all.get(row.parent_key)?.push(row);
  return new Map(
    parents.map((parent) => {
      const rows = all.get(parent) ?? [];
      return [parent, { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first }];
    }),
  );
};

/** A list of a parent, given a reference to the parent. */
export type ListOfParent = (parent: Knex.Raw) => Knex.QueryBuilder;

/** How many rows each parent has in each of the lists, all in one statement; in the order of the lists. */
export const countsByParent = async (
  db: Knex,
  parents: readonly string[],
  lists: readonly ListOfParent[],
): Promise<Map<string, number[]>> => {
  const counted = lists.map((list) => list(db.raw("parents.parent")).clearSelect().clearOrder().count({ count: "*" }));
  const { rows } = (await db.raw(
    `select parents.parent, array[${lists.map((_, index) => `counted_${index}.count`).join(", ")}]::int[] as counts
     from unnest(?::text[]) as parents(parent) ${lists.map((_, index) => `cross join lateral (?) as counted_${index}`).join(" ")}`,
    [[...parents], ...counted],
  )) as { rows: { parent: string; counts: number[] }[] };
  return new Map(rows.map(({ parent, counts }) => [parent, counts]));
};

/** How many rows each parent has, in one statement. */
export const countByParent = async (
  db: Knex,
  parents: readonly string[],
  list: ListOfParent,
): Promise<Map<string, number>> =>
  new Map([...(await countsByParent(db, parents, [list]))].map(([parent, [count]]) => [parent, count!]));
