/** What the seed of funds asks the demonstration world. */
import type {
  DemonstrationCase,
  DemonstrationOrganization,
  DemonstrationPerson,
  DemonstrationWorld,
} from "../../demonstration.js";
import type { SeedUnit } from "./rows.js";
import { tradeOf, type Trade } from "../../demonstration-trades.js";
import { BUILDERS, POLICIES } from "./policies.js";
import { createHouseholds, type Recipient } from "./villages.js";

/** The agency that officer-1 of the demonstration belongs to. */
export const OFFICERS_AGENCY: SeedUnit = { id: "CN-USCC-11990101MB9000015E", uscc: "11990101MB9000015E" };

/** The institution that officer-2 of the demonstration belongs to. */
export const OFFICERS_CENTRE: SeedUnit = { id: "CN-USCC-12990101MB90000236", uscc: "12990101MB90000236" };

const BUSINESSES: ReadonlySet<DemonstrationOrganization["role"]> = new Set([
  "enterprise",
  "individually-owned-business",
  "cooperative",
]);

/** Answers about the world. */
export interface Sources {
  readonly world: DemonstrationWorld;
  /** Credit code of a division's finance bureau. */
  readonly financeOf: (division: string) => string | undefined;
  /** Bureau of a division in charge of a policy. Throws RangeError where there is none. */
  readonly payerOf: (division: string, policyCode: string) => SeedUnit;
  readonly usccOf: (organizationId: string) => string | undefined;
  /** Bodies of a county that do business in one of the trades. */
  readonly tradersOf: (division: string, trades: readonly Trade[]) => readonly DemonstrationOrganization[];
  /** Building firms: they work in the whole prefecture. */
  readonly builders: readonly DemonstrationOrganization[];
  /** Economic use of a policy's money that persons are paid. */
  readonly personEconOf: (policyCode: string) => string | undefined;
  /** Cases that were granted to an organisation. */
  readonly grantedTo: (organizationId: string) => readonly DemonstrationCase[];
  readonly person: (index: number) => DemonstrationPerson;
  readonly householdsOf: (village: string, count: number) => Recipient[];
}

const grouped = <T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
};

/** Indexes the world once. */
export const createSources = (world: DemonstrationWorld): Sources => {
  const byId = new Map(world.organizations.map((organization) => [organization.id, organization]));
  const byDivision = grouped(world.organizations, ({ divisionCode }) => divisionCode);
  const granted = grouped(
    world.cases.filter((entry) => entry.organization !== undefined && entry.granted === true),
    ({ organization }) => organization!.id,
  );
  // The bureau of a county, the 厅 or 委员会 of a province.
  const bureauOf = (division: string, bureau: string): DemonstrationOrganization | undefined =>
    byDivision.get(division)?.find(({ role, name }) => role === "agency" && name.includes(bureau.slice(0, -1)));
  const inTrade = (body: DemonstrationOrganization, trades: readonly Trade[]): boolean =>
    BUSINESSES.has(body.role) && trades.includes(tradeOf(body));
  return {
    world,
    financeOf: (division) => bureauOf(division, "财政局")?.uscc,
    payerOf(division, policyCode) {
      const unit = bureauOf(division, POLICIES[policyCode]!.bureau);
      if (unit?.uscc === undefined) throw new RangeError(`${division} has nobody who spends ${policyCode}.`);
      return { id: unit.id, uscc: unit.uscc };
    },
    usccOf: (id) => byId.get(id)?.uscc,
    tradersOf: (division, trades) => (byDivision.get(division) ?? []).filter((body) => inTrade(body, trades)),
    builders: world.organizations.filter((body) => inTrade(body, BUILDERS)),
    personEconOf: (policyCode) => POLICIES[policyCode]!.personEconCode,
    grantedTo: (id) => granted.get(id) ?? [],
    person: (index) => world.persons[index]!,
    householdsOf: createHouseholds(world),
  };
};
