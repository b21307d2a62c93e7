/** All that intermediary precomputes from its records. */
import type { Knex } from "knex";
import { refreshIntermediaryFigures } from "../intermediary-profile/intermediary-profile.repository.js";
import { refreshFindings } from "../finding/finding.candidates.repository.js";

/** Recomputes figures of intermediaries and findings as of the day, in the caller's transaction. */
export const refreshMarketFigures = async (db: Knex, today: string): Promise<void> => {
  await refreshIntermediaryFigures(db, today);
  await refreshFindings(db, today);
};
