/** All figures that matters precomputes from cases and ratings. */
import type { Knex } from "knex";
import { refreshRatingSums } from "../service-rating/service-rating.repository.js";
import { refreshCaseStatistics } from "./case-statistics.repository.js";

/** Recomputes statistics of cases and sums of ratings, in the caller's transaction. */
export const refreshMatterFigures = async (db: Knex, today: string): Promise<void> => {
  await refreshCaseStatistics(db, today);
  await refreshRatingSums(db);
};
