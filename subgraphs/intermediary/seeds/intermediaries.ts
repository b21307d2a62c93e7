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
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";

/** An intermediary of the market. */
export interface SeededIntermediary {
  readonly organization: DemonstrationOrganization;
  readonly uscc: string;
  /** Codes of the services it provides. */
  readonly services: readonly string[];
  /** True where it takes part in ordinary projects. */
  readonly active: boolean;
}

/** The enterprise of agent-1: it keeps a food laboratory too, so that a demonstration user has bids of its own. */
export const AGENT_FIRM = "91990101MA9000011P";
/** Intermediaries of officer-1 and officer-2; they decide the named sanctions. */
export const OFFICER_1 = "11990101MB9000015E";
export const OFFICER_2 = "12990101MB90000236";

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
      // The first two are the named ones of the world; the first four provide the first service.
      services: [...new Set([codes[index < 4 ? 0 : index % codes.length]!, codes[(index * 7 + 5) % codes.length]!])],
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

/** The intermediary whose suspension is in force. */
export const suspendedIntermediary = (intermediaries: readonly SeededIntermediary[]): SeededIntermediary =>
  intermediaries[12] ?? intermediaries[4]!;

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
          name: "检验检测机构资质认定",
          level: "省级",
          certNo: `演质${String(20_000 + index)}`,
          issuer: "吉林省市场监督管理局（演示）",
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
        scoredOn: `${year + 1}-02-20`,
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

type Sanction = NewOf<typeof INTERMEDIARY_SANCTIONS>;

const sanctionsOf = (world: DemonstrationWorld, intermediaries: readonly SeededIntermediary[]): Sanction[] => {
  const officer1 = world.organizations.find(({ uscc }) => uscc === OFFICER_1)!;
  const officer2 = world.organizations.find(({ uscc }) => uscc === OFFICER_2)!;
  const sanction = (
    id: string,
    { organization, uscc }: SeededIntermediary,
    level: SanctionLevel,
    facts: { readonly decided?: number; readonly months?: number; readonly revoked?: number },
    authority = officer1,
  ): Sanction => ({
    id,
    intermediaryId: organization.id,
    firmUscc: uscc,
    level,
    reason: "超出承诺时限且未说明原因（演示）",
    docNo:
      facts.decided === undefined
        ? undefined
        : `演惩〔${addDays(world.today, -facts.decided).slice(0, 4)}〕${id.replace(/\D+/g, "")}号`,
    noticedOn: addDays(world.today, -(facts.decided ?? 5) - 15),
    defence: "演示陈述申辩意见",
    decidedOn: facts.decided === undefined ? undefined : addDays(world.today, -facts.decided),
    months: facts.months,
    revokedOn: facts.revoked === undefined ? undefined : addDays(world.today, -facts.revoked),
    authorityId: authority.id,
    authorityUscc: authority.uscc!,
    divisionCode: authority.divisionCode,
  });
  const agentFirm = intermediaries.find(({ uscc }) => uscc === AGENT_FIRM)!;
  const { SUSPENSION, REMOVAL, REMINDER, INTERVIEW } = SanctionLevel;
  return [
    sanction("CJ-GOLDEN-1", suspendedIntermediary(intermediaries), SUSPENSION, { decided: 90, months: 6 }),
    sanction("CJ-GOLDEN-2", intermediaries.at(-3)!, REMOVAL, { decided: 200, months: 24 }),
    sanction("CJ-GOLDEN-3", intermediaries[5]!, SUSPENSION, { decided: 400, months: 3 }),
    sanction("CJ-GOLDEN-4", agentFirm, INTERVIEW, {}, officer2),
    sanction("CJ-GOLDEN-5", intermediaries[9]!, SUSPENSION, { decided: 100, months: 12, revoked: 50 }),
    sanction("CJ-GOLDEN-6", intermediaries[6]!, REMINDER, { decided: 30 }),
    ...intermediaries.flatMap((intermediary, index) =>
      index > 12 && index % 13 === 12 && !intermediary.active
        ? [sanction(`CJ-${index}`, intermediary, SUSPENSION, { decided: 60, months: 3 }, officer2)]
        : [],
    ),
  ];
};
