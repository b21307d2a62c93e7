/** Reads figures of cases; they are public, except those that are too small. */
import type DataLoader from "dataloader";
import { createBatchLoader } from "../../../platform/database/index.js";
import { WORK_CALENDAR } from "../../../platform/domain/index.js";
import { checkedYear } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findStatistics } from "./case-statistics.repository.js";
import type { StatisticsRow, StatisticsScope } from "./case-statistics.rows.js";
import type { CaseStats } from "./case-statistics.type.js";

/** Service of case statistics. */
export interface StatisticsService {
  /** Figures of a year. Throws BAD_USER_INPUT for a year that is none. */
  find(scope: StatisticsScope, key: string, year: number): Promise<CaseStats>;
}

const toStats = (year: number, row: StatisticsRow | undefined): CaseStats => {
  // Nothing and too little look alike.
  if (row === undefined || row.suppressed) return { year, suppressed: true };
  return {
    year,
    completed: row.completed,
    // Without its calendar nobody knows what the year's working days are, nor what was in time.
    ...(WORK_CALENDAR.isWorkday(`${year}-01-01`) === undefined
      ? {}
      : {
          medianWorkdays: Number(row.median_workdays),
          overdueRate: Math.round((row.overdue / row.completed) * 10_000) / 10_000,
        }),
    suppressed: false,
  };
};

/** Creates the service for one request. */
export const createStatisticsService = ({ db }: ServiceDependencies): StatisticsService => {
  const loaders = new Map<string, DataLoader<string, CaseStats>>();
  const create = (scope: StatisticsScope, year: number): DataLoader<string, CaseStats> =>
    createBatchLoader(async (keys) => {
      const rows = new Map((await findStatistics(db, scope, year, keys)).map((row) => [row.key, row]));
      return keys.map((key) => toStats(year, rows.get(key)));
    });
  return {
    find(scope, key, year) {
      const name = `${scope} ${checkedYear(year)}`;
      let loader = loaders.get(name);
      if (!loader) loaders.set(name, (loader = create(scope, year)));
      return loader.load(key);
    },
  };
};
