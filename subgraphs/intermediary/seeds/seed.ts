/** Fills the intermediary schema from the demonstration world; every rule of the market is broken once, on purpose (README). */
import type { Knex } from "knex";
import type { DemonstrationWorld } from "../../demonstration.js";
import { refreshMarketFigures } from "../market-statistics/figures.repository.js";
import { agenciesOf, seedAgencies } from "./agencies.js";
import { seedProjects } from "./projects.js";
import { seedServices } from "./services.js";

/** Removes all records. */
export const clearIntermediary = async (db: Knex): Promise<void> => {
  await db.raw(
    `truncate intermediary_services, service_matter_links, matter_demands, agencies, agency_services, agency_staff,
       agency_relations, agency_sanctions, agency_year_scores, agency_figures, engagements, market_projects, bids, intermediary_findings restart identity cascade`,
  );
  // What exports cited; what the law's data says stays.
  await db("legal_basis_periods").whereLike("id", "CN-LAW-%").delete();
};

/** Fills the cleared schema. */
export const seedIntermediary = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const cast = agenciesOf(world);
  await seedServices(db, world);
  await seedAgencies(db, world, cast.agencies);
  await seedProjects(db, world, cast);
  await refreshMarketFigures(db, world.today);
  // Plans are made from statistics: without them, small tables are read whole for each row.
  await db.raw(
    "analyze market_projects, bids, agencies, agency_services, agency_figures, service_matter_links, intermediary_findings",
  );
};
