/** Fills the credit schema from the demonstration world: repaired, expired, withdrawn and late records, natural persons, a 2024 penalty. */
import type { Knex } from "knex";
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { CounterpartyType } from "../counterparty/counterparty.js";
import { LicenceCategory } from "../licence/licence.type.js";
import { ListKind } from "../list-entry/list-entry.type.js";
import { PenaltyKind, PublicityState, Severity } from "../penalty/penalty.type.js";

/** Named for tests and showcase: the enterprise that agent-1 acts for, and officer-1's agency. */
const ENTERPRISE = "91990101MA9000011P";
const AGENCY = "11990101MB9000015E";
/** Synthetic persons; the hashes are those of the demonstration users. */
const PERSONS = [
  { name: "张示例", hash: "demo-subject-1" },
  { name: "欧阳演示", hash: "demo-subject-2" },
  { name: "李样本", hash: "demo-subject-3" },
];

/** Replaces all data of the schema. */
export const seedCredit = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await db.raw("truncate licences, penalties, list_entries");
  const random = world.random("credit");
  const firms = world.organizations.filter(({ role }) =>
    ["enterprise", "intermediary", "sole-trader", "cooperative"].includes(role),
  );
  const authority = authorities(world);
  await db.batchInsert(
    "licences",
    firms.flatMap((firm, index) => licencesOf(firm, index, world, authority, random)),
    500,
  );
  await db.batchInsert(
    "penalties",
    [
      ...golden(world, authority),
      ...firms.flatMap((firm, index) => (index % 4 === 3 ? [penaltyOf(firm, index, world, authority, random)] : [])),
      ...personPenalties(world, authority),
    ],
    500,
  );
  await db.batchInsert(
    "list_entries",
    firms.flatMap((firm, index) => entriesOf(firm, index, world, authority)),
    500,
  );
};

type Authority = (divisionCode: string) => DemonstrationOrganization;

/** The market-supervision bureau of a division; officer-1's agency in Yanji. */
const authorities = (world: DemonstrationWorld): Authority => {
  const golden = world.organizations.find(({ uscc }) => uscc === AGENCY)!;
  const bureaus = new Map(
    world.organizations
      .filter(({ role, name }) => role === "agency" && name.includes("市场监督管理局"))
      .map((bureau) => [bureau.divisionCode, bureau]),
  );
  return (divisionCode) => (divisionCode === "222401" ? golden : (bureaus.get(divisionCode) ?? golden));
};

const partyOf = (firm: DemonstrationOrganization, authority: DemonstrationOrganization): Record<string, unknown> => ({
  counterparty_id: firm.id,
  counterparty_uscc: firm.uscc ?? null,
  counterparty_hash: null,
  counterparty_name: firm.name,
  counterparty_type: firm.role === "sole-trader" ? CounterpartyType.SOLE_TRADER_04 : CounterpartyType.LEGAL_PERSON_02,
  authority_id: authority.id,
  authority_uscc: authority.uscc,
  division_code: firm.divisionCode,
});

const licencesOf = (
  firm: DemonstrationOrganization,
  index: number,
  world: DemonstrationWorld,
  authority: Authority,
  random: () => number,
): Record<string, unknown>[] =>
  Array.from({ length: 1 + (index % 3) }, (_, number) => {
    const decided = addDays(world.today, -30 - Math.floor(random() * 1_200));
    const matter = world.matters.find(
      ({ divisionCode, taskType, published }) => published && divisionCode === firm.divisionCode && taskType === "01",
    );
    return {
      id: `XK-${index}-${number}`,
      ...partyOf(firm, authority(firm.divisionCode)),
      doc_no: `演许〔${decided.slice(0, 4)}〕${index * 3 + number + 1}号`,
      doc_name: "准予行政许可决定书",
      category: index % 7 === 6 ? LicenceCategory.REGISTRATION_05 : LicenceCategory.ORDINARY_01,
      cert_name: matter ? `${matter.taskName}证` : "许可证",
      content: "准予从事许可范围内的经营活动（演示）",
      decision_date: decided,
      // Every ninth is published far too late.
      published_on: addDays(decided, index % 9 === 8 ? 40 : 3),
      valid_from: decided,
      valid_to: addMonths(decided, 36),
      revoked: index % 37 === 36,
      matter_id: matter?.id ?? null,
    };
  });

const STATES = [
  PublicityState.PUBLISHED,
  PublicityState.PUBLISHED,
  PublicityState.REPAIRED,
  PublicityState.PUBLISHED,
  PublicityState.WITHDRAWN,
  PublicityState.NOT_PUBLISHED,
];

const penalty = (
  id: string,
  party: Record<string, unknown>,
  facts: { severity: Severity; decided: string; state: PublicityState; fine?: bigint; publishedAfter?: number },
): Record<string, unknown> => ({
  id,
  ...party,
  doc_no: `演罚〔${facts.decided.slice(0, 4)}〕${id.replace(/\D+/g, "") || "0"}号`,
  violation_type: "违反市场监督管理规定（演示）",
  facts: "演示案情，并非真实案件。",
  basis: "《中华人民共和国行政处罚法》",
  kinds:
    facts.severity === Severity.MINOR
      ? [PenaltyKind.WARNING]
      : facts.severity === Severity.GENERAL
        ? [PenaltyKind.FINE]
        : [PenaltyKind.FINE, PenaltyKind.LICENCE_RESTRICTION],
  content: facts.severity === Severity.MINOR ? "警告" : "罚款",
  fine_fen: facts.severity === Severity.MINOR ? null : (facts.fine ?? 500_000n),
  confiscated_fen: null,
  severity: facts.severity,
  decision_date: facts.decided,
  published_on: facts.state === PublicityState.NOT_PUBLISHED ? null : addDays(facts.decided, facts.publishedAfter ?? 5),
  publicity_until: null,
  publicity_state: facts.state,
});

/** The enterprise of agent-1 has one of each: in publicity, repaired, expired, and one of 2024 still in publicity. */
const golden = (world: DemonstrationWorld, authority: Authority): Record<string, unknown>[] => {
  const firm = world.organizations.find(({ uscc }) => uscc === ENTERPRISE)!;
  const party = partyOf(firm, authority(firm.divisionCode));
  return [
    penalty("CF-GOLDEN-1", party, {
      severity: Severity.GENERAL,
      decided: "2026-05-06",
      state: PublicityState.PUBLISHED,
      fine: 1_234_567n,
    }),
    penalty("CF-GOLDEN-2", party, {
      severity: Severity.GENERAL,
      decided: "2026-02-10",
      state: PublicityState.REPAIRED,
    }),
    penalty("CF-GOLDEN-3", party, { severity: Severity.MINOR, decided: "2026-03-02", state: PublicityState.PUBLISHED }),
    penalty("CF-GOLDEN-4", party, {
      severity: Severity.SERIOUS,
      decided: "2024-07-01",
      state: PublicityState.PUBLISHED,
      publishedAfter: 30,
    }),
  ];
};

const penaltyOf = (
  firm: DemonstrationOrganization,
  index: number,
  world: DemonstrationWorld,
  authority: Authority,
  random: () => number,
): Record<string, unknown> => {
  const severity = [Severity.MINOR, Severity.GENERAL, Severity.GENERAL, Severity.SERIOUS][Math.floor(random() * 4)]!;
  return penalty(`CF-${index}`, partyOf(firm, authority(firm.divisionCode)), {
    severity,
    decided: addDays(world.today, -Math.floor(random() * 1_300) - 1),
    state: STATES[index % STATES.length]!,
    fine: BigInt(100_000 + Math.floor(random() * 90_000) * 100),
    publishedAfter: index % 5 === 4 ? 25 : 5,
  });
};

const personPenalties = (world: DemonstrationWorld, authority: Authority): Record<string, unknown>[] =>
  PERSONS.map(({ name, hash }, index) =>
    penalty(
      `CF-PERSON-${index + 1}`,
      {
        counterparty_id: null,
        counterparty_uscc: null,
        counterparty_hash: hash,
        counterparty_name: name,
        counterparty_type: CounterpartyType.NATURAL_PERSON_01,
        authority_id: authority("222401").id,
        authority_uscc: authority("222401").uscc,
        division_code: "222401",
      },
      { severity: Severity.GENERAL, decided: addDays(world.today, -60 - index), state: PublicityState.PUBLISHED },
    ),
  );

const entriesOf = (
  firm: DemonstrationOrganization,
  index: number,
  world: DemonstrationWorld,
  authority: Authority,
): Record<string, unknown>[] => {
  const kind =
    index % 19 === 18
      ? ListKind.SERIOUS
      : index % 23 === 22
        ? ListKind.ABNORMAL
        : index % 17 === 16
          ? ListKind.RED
          : undefined;
  if (!kind) return [];
  const listed = addDays(world.today, -400 - index);
  return [
    {
      id: `MD-${index}`,
      counterparty_id: firm.id,
      counterparty_uscc: firm.uscc ?? null,
      authority_uscc: authority(firm.divisionCode).uscc,
      division_code: firm.divisionCode,
      list:
        kind === ListKind.SERIOUS ? "严重违法失信名单" : kind === ListKind.ABNORMAL ? "经营异常名录" : "守信激励名单",
      kind,
      decision_doc_no: `演认〔${listed.slice(0, 4)}〕${index + 1}号`,
      basis_law: "《企业信息公示暂行条例》",
      reason: "演示事由",
      listed_on: listed,
      expires_on: index % 2 === 0 ? addMonths(listed, 36) : addMonths(listed, 12),
      removed_on: index % 3 === 2 ? addDays(listed, 90) : null,
    },
  ];
};
