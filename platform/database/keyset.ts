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

/** Rows of the page, in order. */
export const listByKeyset = async <Row extends object>(
  query: Knex.QueryBuilder,
  { orderBy, after, first }: KeysetPage,
): Promise<{ rows: Row[]; hasNextPage: boolean }> => {
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
  const rows = (await page.limit(first + 1)) as Row[];
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
};
