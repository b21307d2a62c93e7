/** Fills the intermediary schema from the demonstration world; every rule of the market is broken once, on purpose (README). */
import type { Knex } from "knex";
import type { DemonstrationWorld } from "../../demonstration.js";
import { refreshMarketFigures } from "../market-statistics/figures.repository.js";
import { intermediariesOf, seedIntermediaries } from "./intermediaries.js";
import { seedProjects } from "./projects.js";
import { seedServices } from "./services.js";

/** Removes all records. */
export const clearIntermediary = async (db: Knex): Promise<void> => {
  await db.raw(
    `truncate intermediary_services, service_matter_links, matter_demands, intermediaries, provided_services, intermediary_staff,
       intermediary_relations, intermediary_sanctions, intermediary_year_scores, intermediary_figures, engagements, intermediary_procurements, procurement_objections, entry_applications, bids, intermediary_findings restart identity cascade`,
  );
  // What exports cited; what the law's data says stays.
  await db("legal_basis_periods").whereLike("id", "CN-LAW-%").delete();
};

/** Fills the cleared schema. */
export const seedIntermediary = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const cast = intermediariesOf(world);
  await seedServices(db, world);
  await seedIntermediaries(db, world, cast.intermediaries);
  await seedProjects(db, world, cast);
  await refreshMarketFigures(db, world.today);
  // Plans are made from statistics: without them, small tables are read whole for each row.
  await db.raw(
    "analyze intermediary_procurements, bids, intermediaries, provided_services, intermediary_figures, service_matter_links, intermediary_findings",
  );
};
