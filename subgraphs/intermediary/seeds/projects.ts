/** Seeds intermediary procurements: finished ones from which the intermediaries' figures follow, running ones in every state, and the named ones. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type {
  DemonstrationCase,
  DemonstrationMatter,
  DemonstrationOrganization,
  DemonstrationWorld,
} from "../../demonstration.js";
import { Party } from "../intermediary-service/intermediary-service.enums.js";
import { ENGAGEMENTS } from "../intermediary-profile/intermediary-profile.rows.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { FundSource, Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { SeededIntermediary } from "./cast.js";
import { goldenProjects } from "./golden-projects.js";
import { ORDINARY, projectRows, workday, type PlannedProject } from "./project-rows.js";
import { commissionerOf } from "./services.js";

/** Finished projects per intermediary of a service. */
const PER_INTERMEDIARY = 3;
/** Of so many one finds fewer than three bidders and fails (流标). */
const FAILED_EACH = 17;
const SELECTIONS = [
  Selection.BID_PRICE,
  Selection.LOTTERY,
  Selection.AVERAGE,
  Selection.BEST_VALUE,
  Selection.DIRECT,
] as const;
const RUNNING: readonly (readonly [MarketState, number])[] = [
  [MarketState.ANNOUNCED, 4],
  [MarketState.SELECTED, 13],
  [MarketState.PUBLICISED, 14],
  [MarketState.CONTRACTED, 24],
  [MarketState.IN_SERVICE, 28],
  [MarketState.DELIVERED, 45],
  [MarketState.ACCEPTED, 50],
];

/** A place where a service is commissioned: who approves there, and the cases of enterprises that need it. */
interface Site {
  readonly matter: DemonstrationMatter;
  readonly cases: readonly DemonstrationCase[];
}

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

const ordinaryProject = (options: {
  readonly number: number;
  readonly code: string;
  readonly serviceName: string;
  readonly site: Site;
  readonly able: readonly SeededIntermediary[];
  readonly state: MarketState;
  readonly registeredOn: string;
  readonly finished: boolean;
  readonly firm: DemonstrationOrganization;
  /** True where the department commissions, and pays. */
  readonly department: boolean;
  readonly departmentName: (id: string) => string;
  readonly random: () => number;
}): PlannedProject => {
  const { number, code, site, able, registeredOn, random, firm } = options;
  const { matter } = site;
  const candidates = sample(able, 3 + Math.floor(random() * 3), random);
  const wanted = SELECTIONS[number % SELECTIONS.length]!;
  const failed = options.state === MarketState.FAILED;
  const open = candidates.length >= 3 && !(failed && wanted === Selection.DIRECT);
  const selection = failed && !open ? Selection.BID_PRICE : open ? wanted : Selection.DIRECT;
  const bidders = failed
    ? candidates.slice(0, 2)
    : selection === Selection.DIRECT
      ? candidates.slice(0, 1)
      : candidates;
  // A report belongs to an application that came after it was ordered.
  const linked = options.department
    ? undefined
    : site.cases.find(({ appliedOn }) => appliedOn >= registeredOn && random() < 0.5);
  const client = linked?.organization ?? firm;
  const owner = options.department
    ? { id: matter.deptId, uscc: matter.deptUscc, name: options.departmentName(matter.deptId), isPublic: true }
    : { id: client.id, uscc: client.uscc!, name: client.name, isPublic: false };
  return {
    projectNo: `XM${matter.divisionCode}${registeredOn.replaceAll("-", "")}${String(number).padStart(5, "0")}`,
    name: `${owner.name.replace(/（演示\d*）$/, "")}${options.serviceName}采购（演示${number}）`,
    serviceCode: code,
    owner: { id: owner.id, uscc: owner.uscc, isPublic: owner.isPublic },
    departmentUscc: linked?.deptUscc ?? matter.deptUscc,
    divisionCode: matter.divisionCode,
    fundSource: options.department ? FundSource.FISCAL : FundSource.SOCIAL,
    selection,
    ceilingFen: 3_000_000n,
    state: options.state,
    ...(failed ? { stateReason: "报价机构不足三家" } : {}),
    registeredOn,
    spans: options.finished
      ? {
          ...ORDINARY,
          close: 3 + Math.floor(random() * 4),
          sign: 2 + Math.floor(random() * 8),
          work: 5 + Math.floor(random() * 20),
          evaluate: 1 + Math.floor(random() * 10),
        }
      : ORDINARY,
    bids: bidders.map(({ organization, uscc }) => ({
      intermediaryId: organization.id,
      firmUscc: uscc,
      priceFen: BigInt(100_000 + Math.floor(random() * 2_000_000)),
    })),
    ...(linked ? { linkedCaseNo: linked.caseNo } : {}),
    sourceValue: Array.from({ length: 6 }, () => String(1 + Math.floor(random() * 33)).padStart(2, "0")).join(" "),
    sourceReference: `第${registeredOn.slice(0, 4)}${String(1 + (number % 150)).padStart(3, "0")}期`,
    preferred: bidders[Math.floor(random() * bidders.length)]!.organization.id,
    stars: Array.from({ length: 5 }, () => 3 + Math.floor(random() * 3)),
  };
};

/** Some of the values, each at most once. */
const sample = <T>(values: readonly T[], count: number, random: () => number): T[] => {
  const left = [...values];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
};
