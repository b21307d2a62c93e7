/** How many rows a query has: exactly up to a number, about beyond it. */
import type { Knex } from "knex";

/** The number, where it is no more than `most`; undefined where there are more. No more than that are read. */
export const countUpTo = async (query: Knex.QueryBuilder, most: number): Promise<number | undefined> => {
  const { client } = query;
  const rows = query
    .clone()
    .clearSelect()
    .clearOrder()
    .select(client.raw("1"))
    .limit(most + 1)
    .as("counted");
  const [{ count }] = (await client.queryBuilder().from(rows).count({ count: "*" })) as [{ count: bigint }];
  return count > most ? undefined : Number(count);
};

/** Two digits are as much as statistics know. */
const rounded = (rows: number): number => Number(rows.toPrecision(2));

/** About how many, in two digits, from what PostgreSQL expects; at least `least`. Nothing is read. */
export const estimateRows = async (query: Knex.QueryBuilder, least: number): Promise<number> => {
  const plain = query.clone().clearSelect().clearOrder().select(query.client.raw("1"));
  const { rows } = (await query.client.raw("explain (format json) ?", [plain])) as {
    rows: [{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }];
  };
  return Math.max(rounded(rows[0]["QUERY PLAN"][0].Plan["Plan Rows"]), least);
};
