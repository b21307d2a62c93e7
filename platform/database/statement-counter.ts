/** Counts SQL statements of a pool, for tests and benchmarks. */
import type { Knex } from "knex";

/** A running count. */
export interface StatementCounter {
  count(): number;
  reset(): void;
}

/** Counts from now on. */
export const countStatements = (db: Knex): StatementCounter => {
  let count = 0;
  db.on("query", () => {
    count += 1;
  });
  return {
    count: () => count,
    reset: () => {
      count = 0;
    },
  };
};
