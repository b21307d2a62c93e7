/** Seeds intermediary procurements: finished ones from which the intermediaries' figures follow, running ones in every state, and the named ones. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationCase, DemonstrationWorld } from "../../demonstration.js";
import { Party } from "../intermediary-service/intermediary-service.enums.js";
import { ENGAGEMENTS } from "../intermediary-profile/intermediary-profile.rows.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { SeededIntermediary } from "./cast.js";
import { goldenProjects } from "./golden-projects.js";
import { projectRows } from "./project-rows.js";
import { workday, type PlannedProject } from "./project-plan.js";
import { commissionerOf } from "./services.js";
import { type Site, ordinaryProject } from "./ordinary-project.js";

/** Finished projects per intermediary of a service. */
const PER_INTERMEDIARY = 3;
/** Of so many one finds fewer than three bidders and fails (流标). */
const FAILED_EACH = 17;
const RUNNING: readonly (readonly [MarketState, number])[] = [
  [MarketState.UNDER_PUBLIC_NOTICE, 4],
  [MarketState.SELECTED, 13],
  [MarketState.IN_PUBLICITY, 14],
  [MarketState.CONTRACTED, 24],
  [MarketState.IN_SERVICE, 28],
  [MarketState.DELIVERED, 45],
  [MarketState.ACCEPTED, 50],
];

/** Fills projects, bids and engagements. */
export const seedProjects = async (
  db: Knex,
  world: DemonstrationWorld,
  cast: { readonly intermediaries: readonly SeededIntermediary[]; readonly listed: SeededIntermediary },
): Promise<void> => {
  const rows = [...ordinaryProjects(world, cast.intermediaries), ...goldenProjects({ world, ...cast })].map(
    projectRows,
  );
  await insertRecords(
    db,
    INTERMEDIARY_PROCUREMENTS,
    rows.map(({ project }) => project),
  );
  await insertRecords(
    db,
    BIDS,
    rows.flatMap(({ bids }) => bids),
  );
  await insertRecords(
    db,
    ENGAGEMENTS,
    rows.flatMap(({ engagement }) => engagement ?? []),
  );
};

const sitesOf = (world: DemonstrationWorld): Map<string, Site[]> => {
  const cases = new Map<string, DemonstrationCase[]>();
  for (const entry of world.cases) {
    if (entry.organization?.uscc !== undefined && entry.organization.role !== "intermediary")
      cases.set(entry.matterId, [...(cases.get(entry.matterId) ?? []), entry]);
  }
  return new Map(
    world.intermediaryServices.map(({ code, catalogCodes }) => [
      code,
      world.matters
        .filter(({ published, catalogCode }) => published && catalogCodes.includes(catalogCode))
        .map((matter) => ({ matter, cases: cases.get(matter.id) ?? [] })),
    ]),
  );
};

const ordinaryProjects = (
  world: DemonstrationWorld,
  intermediaries: readonly SeededIntermediary[],
): PlannedProject[] => {
  const random = world.random("market");
  const sites = sitesOf(world);
  const firms = world.organizations.filter(({ role, uscc }) => role === "enterprise" && uscc !== undefined);
  const projects: PlannedProject[] = [];
  const names = new Map(world.organizations.map((body) => [body.id, body.name]));
  for (const [index, { code, name }] of world.intermediaryServices.entries()) {
    const able = intermediaries.filter(({ active, services }) => active && services.includes(code));
    const places = sites.get(code) ?? [];
    if (able.length === 0 || places.length === 0) continue;
    const plan = (state: MarketState, daysAgo: number, finished: boolean): void => {
      const site = places[Math.floor(random() * places.length)]!;
      projects.push(
        ordinaryProject({
          number: projects.length,
          code,
          serviceName: name,
          site,
          able,
          state,
          registeredOn: workday(addDays(world.today, -daysAgo), 0),
          finished,
          firm: firms[Math.floor(random() * firms.length)]!,
          departmentName: (id) => names.get(id)!,
          department: commissionerOf(index) === Party.APPROVING_DEPARTMENT,
          random,
        }),
      );
    };
    for (let count = able.length * PER_INTERMEDIARY; count > 0; count--) {
      const daysAgo = 100 + Math.floor(random() * 600);
      const failed = projects.length % FAILED_EACH === FAILED_EACH - 1;
      const ended = daysAgo > 400 ? MarketState.ARCHIVED : MarketState.EVALUATED;
      plan(failed ? MarketState.FAILED : ended, daysAgo, true);
    }
    for (const [state, daysAgo] of RUNNING) plan(state, daysAgo, false);
  }
  return projects;
};
