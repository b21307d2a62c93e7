/** Lists benchmarks of discretion, and finds the fines of a body that are outside them. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { benchmarkFindings, type Fined, type FoundFine } from "./benchmark-findings.js";
import type { DiscretionBenchmarkFilter } from "./discretion-benchmark.input.js";
import { benchmarksFollowed, benchmarksQuery, followedBy, toBenchmark } from "./discretion-benchmark.repository.js";
import type { DiscretionBenchmarkRow } from "./discretion-benchmark.rows.js";
import type { DiscretionBenchmark } from "./discretion-benchmark.type.js";

/** Service of benchmarks. */
export interface DiscretionBenchmarkService {
  list(filter: DiscretionBenchmarkFilter, page: PageArgs): Promise<Page<DiscretionBenchmark>>;
  /** Those by which a body goes on a day, today where none is named. */
  listFollowed(organId: string, on: string | undefined, page: PageArgs): Promise<Page<DiscretionBenchmark>>;
  /** What does not fit between the fines of a body and the benchmarks by which it goes. */
  findings(organId: string, fines: readonly Fined[]): Promise<FoundFine<DiscretionBenchmark>[]>;
}

const IN_ORDER = [
  { column: "organ_id", direction: "asc" },
  { column: "code", direction: "asc" },
  { column: "version", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createDiscretionBenchmarkService = ({
  db,
  asOf,
  cursors,
}: ServiceDependencies): DiscretionBenchmarkService => {
  const shape = { orderBy: IN_ORDER, cursors, toNode: toBenchmark, counted: true };
  const followedPages = createParentPages<{ readonly on: string }, DiscretionBenchmarkRow, DiscretionBenchmark>(
    db,
    (filter) => ({
      ...{ ...shape, ordering: "discretionBenchmarks.followed", filter },
      query: (organId) => followedBy(benchmarksQuery(db, filter), organId),
    }),
  );
  const followed = createGroupLoader(
    (organs) => benchmarksFollowed(db, organs),
    ({ followed_by: organ }) => organ,
  );
  return {
    list: (filter, page) =>
      readPage<DiscretionBenchmarkRow, DiscretionBenchmark>({
        ...{ ...shape, ordering: "discretionBenchmarks", filter, page },
        query: benchmarksQuery(db, filter),
      }),
    listFollowed: (organId, on, page) => followedPages.load(organId, { on: on ?? localDateOf(asOf) }, page),
    async findings(organId, fines) {
      const rows = await followed.load(organId);
      return benchmarkFindings(fines, rows.length === 0 ? undefined : rows.map(toBenchmark));
    },
  };
};
