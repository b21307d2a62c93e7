/** What the seed of funds asks the demonstration world. */
import type {
  DemonstrationCase,
  DemonstrationOrganization,
  DemonstrationPerson,
  DemonstrationWorld,
} from "../../demonstration.js";
import type { SeedUnit } from "./rows.js";
import { POLICIES } from "./policies.js";
import { createHouseholds, type Recipient } from "./villages.js";

/** The agency that officer-1 of the demonstration belongs to. */
export const OFFICERS_AGENCY: SeedUnit = { id: "CN-USCC-11990101MB9000015E", uscc: "11990101MB9000015E" };

/** The institution that officer-2 of the demonstration belongs to. */
export const OFFICERS_CENTRE: SeedUnit = { id: "CN-USCC-12990101MB90000236", uscc: "12990101MB90000236" };

/** Answers about the world. */
export interface Sources {
  readonly world: DemonstrationWorld;
  /** Credit code of a division's finance bureau. */
  readonly financeOf: (division: string) => string | undefined;
  /** Bureau of a division in charge of a policy; its finance bureau where there is none. */
  readonly payerOf: (division: string, policyCode: string) => SeedUnit;
  readonly usccOf: (organizationId: string) => string | undefined;
  readonly organizationsOf: (
    division: string,
    roles: ReadonlySet<DemonstrationOrganization["role"]>,
  ) => readonly DemonstrationOrganization[];
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
  const bureauOf = (division: string, bureau: string): DemonstrationOrganization | undefined =>
    byDivision.get(division)?.find(({ role, name }) => role === "agency" && name.includes(bureau));
  return {
    world,
    financeOf: (division) => bureauOf(division, "财政局")?.uscc,
    payerOf(division, policyCode) {
      const unit = bureauOf(division, POLICIES[policyCode]!.bureau) ?? bureauOf(division, "财政局");
      if (unit?.uscc === undefined) throw new RangeError(`${division} has nobody who spends ${policyCode}.`);
      return { id: unit.id, uscc: unit.uscc };
    },
    usccOf: (id) => byId.get(id)?.uscc,
    organizationsOf: (division, roles) => (byDivision.get(division) ?? []).filter(({ role }) => roles.has(role)),
    grantedTo: (id) => granted.get(id) ?? [],
    person: (index) => world.persons[index]!,
    householdsOf: createHouseholds(world),
  };
};
