/** SQL of benchmarks of discretion: all of them are public. */
import type { Knex } from "knex";
import { DISCRETION_BENCHMARKS, type DiscretionBenchmarkRow } from "./discretion-benchmark.rows.js";
import type { DiscretionBenchmarkFilter } from "./discretion-benchmark.input.js";
import type { DiscretionBenchmark } from "./discretion-benchmark.type.js";

/** The benchmark of a row. */
export const toBenchmark: (row: DiscretionBenchmarkRow) => DiscretionBenchmark = DISCRETION_BENCHMARKS.toRecord;

/** Benchmarks that fit; the caller adds parent, order and page. */
export const benchmarksQuery = (db: Knex, filter: DiscretionBenchmarkFilter): Knex.QueryBuilder => {
  const query = db(DISCRETION_BENCHMARKS.name).select(DISCRETION_BENCHMARKS.columns());
  if (filter.organId != null) query.where("organ_id", filter.organId);
  if (filter.violation != null) query.where("violation", filter.violation);
  if (filter.on != null)
    query.whereRaw("valid_from <= :on and (valid_until is null or valid_until >= :on)", { on: filter.on });
  return query;
};

/** A version of a benchmark, and the body that goes by it. */
export type FollowedBenchmarkRow = DiscretionBenchmarkRow & { readonly followed_by: string };

/** Every version of the benchmarks by which these bodies go, their own or those of another. */
export const benchmarksFollowed = async (db: Knex, organs: readonly string[]): Promise<FollowedBenchmarkRow[]> =>
  (await db("enforcement_bodies as body")
    .join("discretion_benchmarks as b", "b.organ_id", db.raw("coalesce(body.benchmarks_of, body.organ_id)"))
    .select(...DISCRETION_BENCHMARKS.columns("b"), "body.organ_id as followed_by")
    .whereIn("body.organ_id", [...organs])) as FollowedBenchmarkRow[];

/** Narrows to those by which a body goes. */
export const followedBy = (query: Knex.QueryBuilder, organId: Knex.Raw): Knex.QueryBuilder =>
  query.whereRaw("organ_id = (select coalesce(benchmarks_of, organ_id) from enforcement_bodies where organ_id = ?)", [
    organId,
  ] as never);
