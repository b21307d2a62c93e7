/** Seeds the intermediaries of the market with staff, relations and sanctions; each awkward case once, on purpose. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { INTERMEDIARY_YEAR_SCORES } from "../intermediary-composite/intermediary-composite.rows.js";
import {
  INTERMEDIARIES,
  INTERMEDIARY_RELATIONS,
  PROVIDED_SERVICES,
  INTERMEDIARY_STAFF,
  type RelationKind,
} from "../intermediary-profile/intermediary-profile.rows.js";
import { STORED_QUALIFICATION } from "../intermediary-profile/intermediary-profile.stored.js";
import { INTERMEDIARY_SANCTIONS } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { ENTRY_APPLICATIONS } from "../market-entry/market-entry.rows.js";
import { AGENT_FIRM, OFFICER_1, type SeededIntermediary } from "./cast.js";
import { entriesOf } from "./entries.js";
import { workday } from "./project-plan.js";
import { sanctionsOf } from "./sanctions.js";
import { qualificationOf, servicesOf } from "./trades.js";

/** Firms in the order in which the credit service lists them: every nineteenth is on a serious-dishonesty list. */
const listedFirm = (world: DemonstrationWorld): DemonstrationOrganization => {
  const firms = world.organizations.filter(({ role }) =>
    ["enterprise", "intermediary", "individually-owned-business", "cooperative"].includes(role),
  );
  // Even ones stand for three years; every third was taken off again.
  return (
    firms.find(
      ({ role, uscc }, index) =>
        index % 19 === 18 &&
        index % 2 === 0 &&
        index % 3 !== 2 &&
        role !== "individually-owned-business" &&
        uscc !== undefined,
    ) ?? firms[18]!
  );
};

/** All intermediaries: the intermediaries of the world, then agent-1's firm and the listed one. */
export const intermediariesOf = (
  world: DemonstrationWorld,
): { intermediaries: SeededIntermediary[]; listed: SeededIntermediary } => {
  const codes = world.intermediaryServices.map(({ code }) => code);
  const listedOrganization = listedFirm(world);
  const intermediaries = world.organizations
    .filter(({ role, id }) => role === "intermediary" && id !== listedOrganization.id)
    .map((organization, index, all) => ({
      organization,
      uscc: organization.uscc!,
      // The first two are the named ones of the world; the first four provide the first service beside those of their trade.
      services: [...new Set([...(index < 4 ? [codes[0]!] : []), ...servicesOf(organization.name)])],
      // Those with a sanction that barred them, and some for whom there are no figures yet, take no part.
      active: index % 9 !== 8 && index % 13 !== 12 && index !== 5 && index !== 9 && index !== all.length - 1,
    }));
  const agentFirm = world.organizations.find(({ uscc }) => uscc === AGENT_FIRM)!;
  const listed = {
    organization: listedOrganization,
    uscc: listedOrganization.uscc!,
    services: [codes[1]!],
    active: false,
  };
  return {
    intermediaries: [
      ...intermediaries,
      { organization: agentFirm, uscc: AGENT_FIRM, services: ["ZJ-006"], active: false },
      listed,
    ],
    listed,
  };
};

const STAFF_PROFESSIONS = ["注册环保工程师", "检验检测人员", "注册咨询工程师（投资）"];

/** Fills intermediaries and what hangs on them. */
export const seedIntermediaries = async (
  db: Knex,
  world: DemonstrationWorld,
  intermediaries: readonly SeededIntermediary[],
): Promise<void> => {
  await insertRecords(
    db,
    INTERMEDIARIES,
    intermediaries.map(({ organization: { id, name, divisionCode }, uscc }, index) => ({
      ...{ id, uscc, name, divisionCode },
      capacity: 2 + (index % 5),
      qualifications: [
        STORED_QUALIFICATION.write({
          ...qualificationOf(name),
          level: "省级",
          certNo: `演质${String(20_000 + index)}`,
          validTo: addDays(world.today, 100 + index * 10),
        }),
      ],
    })),
  );
  await insertRecords(
    db,
    PROVIDED_SERVICES,
    intermediaries.flatMap(({ organization, services }) =>
      services.map((serviceCode) => ({ serviceCode, intermediaryId: organization.id })),
    ),
  );
  const people = world.persons.slice(3);
  await insertRecords(
    db,
    INTERMEDIARY_STAFF,
    intermediaries.flatMap(({ organization }, index) =>
      Array.from({ length: 1 + (index % 3) }, (_, position) => ({
        intermediaryId: organization.id,
        position,
        name: people[(index * 3 + position) % people.length]!.name,
        certNo: `演证${String(10_000 + index * 3 + position)}`,
        profession: STAFF_PROFESSIONS[(index + position) % STAFF_PROFESSIONS.length]!,
      })),
    ),
  );
  await insertRecords(db, INTERMEDIARY_RELATIONS, relationsOf(world, intermediaries));
  await insertRecords(db, INTERMEDIARY_SANCTIONS, sanctionsOf(world, intermediaries));
  await insertRecords(db, ENTRY_APPLICATIONS, entriesOf(world));
  await insertRecords(db, INTERMEDIARY_YEAR_SCORES, yearScoresOf(world, intermediaries));
};

/** The regulator scores the two years that are over, in February; every seventh intermediary is left out of one of them. */
const yearScoresOf = (
  world: DemonstrationWorld,
  intermediaries: readonly SeededIntermediary[],
): NewOf<typeof INTERMEDIARY_YEAR_SCORES>[] => {
  const regulator = world.organizations.find(({ uscc }) => uscc === OFFICER_1)!;
  const last = Number(world.today.slice(0, 4)) - 1;
  return intermediaries.flatMap(({ organization }, index) =>
    [last - 1, last]
      .filter((year) => index % 7 !== 6 || year !== last)
      .map((year) => ({
        intermediaryId: organization.id,
        year,
        scoreTenths: 700 - ((index * 53 + year * 29) % 260),
        scorerId: regulator.id,
        scoredOn: workday(`${year + 1}-02-25`, 1),
      })),
  );
};

type Relation = NewOf<typeof INTERMEDIARY_RELATIONS>;

/** Ordinary relations are to departments that approve nothing of the intermediary's; three are not ordinary (N2). */
const relationsOf = (world: DemonstrationWorld, intermediaries: readonly SeededIntermediary[]): Relation[] => {
  const bureau = (divisionCode: string, name: string): DemonstrationOrganization =>
    world.organizations.find(
      (organization) =>
        organization.role === "agency" &&
        organization.divisionCode === divisionCode &&
        organization.name.includes(name),
    )!;
  const relation = (bodyId: string, related: DemonstrationOrganization, kind: RelationKind): Relation => ({
    bodyId,
    relatedId: related.id,
    relatedUscc: related.uscc,
    kind,
    validFrom: "2023-01-01",
    validTo: undefined,
  });
  const holding = world.organizations.find(
    ({ role, divisionCode }) => role === "enterprise" && divisionCode === "222403",
  )!;
  const idOf = (index: number): string => intermediaries[index]!.organization.id;
  return [
    ...intermediaries.flatMap(({ organization }, index) =>
      index % 4 === 3 && index > 3
        ? [relation(organization.id, bureau(organization.divisionCode, "财政局"), "DECLARED")]
        : [],
    ),
    relation(idOf(2), bureau("222401", "生态环境局"), "OWNED_BY"),
    relation(idOf(3), holding, "OWNED_BY"),
    relation(holding.id, bureau("222403", "生态环境局"), "SUBORDINATE_TO"),
    relation(idOf(1), bureau("222404", "生态环境局"), "DECLARED"),
    // Over before the demonstration day: no finding.
    { ...relation(idOf(0), bureau("222401", "生态环境局"), "OWNED_BY"), validTo: "2024-12-31" },
  ];
};
