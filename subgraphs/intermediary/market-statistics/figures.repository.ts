/** All that intermediary precomputes from its records. */
import type { Knex } from "knex";
import { refreshAgencyFigures } from "../agency-profile/agency-profile.repository.js";
import { refreshFindings } from "../finding/finding.candidates.repository.js";

/** Recomputes figures of agencies and findings as of the day, in the caller's transaction. */
export const refreshMarketFigures = async (db: Knex, today: string): Promise<void> => {
  await refreshAgencyFigures(db, today);
  await refreshFindings(db, today);
};
