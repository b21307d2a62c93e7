/** Penalties of the demonstration world: one of each publicity state for the golden enterprise, generated ones, persons, a minor. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { SEVERITY_RULES } from "../severity-rule/severity-rule.rows.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { PenaltyKind, Procedure, Severity } from "../penalty/penalty.enums.js";
import { WhenUnperformed } from "../severity-rule/severity-rule.enums.js";
import {
  ENTERPRISE,
  authorityColumns,
  bodyColumns,
  bodyName,
  bureaus,
  documentNumbers,
  firmsOf,
  organizationOf,
  personColumns,
  personName,
  sourceUnitOf,
  type Authority,
  type Body,
  type Named,
  type NewPenalty,
} from "./parties.js";

/** Division whose market bureau has rules of its own. */
const OWN_RULES = "222404";

/** That bureau's rules: general breaches stay public for half a year at least; minor ones are published, for a month at most. */
export const regulatorRules = (world: DemonstrationWorld): NewOf<typeof SEVERITY_RULES>[] => {
  const regulator = bureaus(world, "市场监督管理局")(OWN_RULES);
  const rule = (severity: Severity, min: number, max: number, kinds: PenaltyKind[]): NewOf<typeof SEVERITY_RULES> => ({
    id: `${OWN_RULES}-${severity}`,
    regulatorId: regulator.id,
    regulatorUscc: regulator.uscc,
    severity,
    minMonths: min,
    maxMonths: max,
    whenUnperformed: severity === Severity.MINOR ? WhenUnperformed.ENDS : WhenUnperformed.UNTIL_PERFORMED,
    kinds,
    fineFrom: undefined,
    simpleProcedure: severity === Severity.MINOR,
    basis: "珲春市市场监督管理局信用修复实施细则（演示）",
  });
  return [
    rule(Severity.MINOR, 0, 1, [PenaltyKind.WARNING, PenaltyKind.CRITICISM]),
    rule(Severity.GENERAL, 6, 12, [PenaltyKind.FINE, PenaltyKind.CONFISCATION]),
  ];
};

const NATIONAL: Readonly<Record<Severity, readonly [number, number]>> = {
  MINOR: [0, 0],
  GENERAL: [3, 12],
  SERIOUS: [12, 36],
};

/** Rule of a severity in a division, with its least and most months. */
const ruleIn = (severity: Severity, divisionCode: string): { id: string; minMonths: number; maxMonths: number } => {
  if (divisionCode !== OWN_RULES || severity === Severity.SERIOUS) {
    const [minMonths, maxMonths] = NATIONAL[severity];
    return { id: `L23-${severity}`, minMonths, maxMonths };
  }
  const [minMonths, maxMonths] = severity === Severity.GENERAL ? [6, 12] : [0, 1];
  return { id: `${OWN_RULES}-${severity}`, minMonths, maxMonths };
};

/** What is decided when, and what became of it. */
interface Penalised {
  readonly id: string;
  readonly docNo: string;
  readonly severity: Severity;
  readonly decided: string;
  /** Days from decision to publication; undefined for none. @default 5 */
  readonly publishedAfter?: number | null;
  readonly fine?: bigint;
  readonly until?: string;
  readonly withdrawnOn?: string;
  readonly repairedOn?: string;
  readonly republishedOn?: string;
  readonly shieldedFrom?: string;
  /** Day on which the duty was performed, false where it is not; undefined where it is not known. */
  readonly performed?: string | false;
}

const KINDS: Readonly<Record<Severity, PenaltyKind[]>> = {
  MINOR: [PenaltyKind.WARNING],
  GENERAL: [PenaltyKind.FINE],
  SERIOUS: [PenaltyKind.FINE, PenaltyKind.LICENCE_RESTRICTION],
};

/** Most notices are served with the decision, every fourth a month later, every sixth never. */
const repairNoticeOn = (docNo: string, decided: string, today: string): string | undefined => {
  const number = Number(/(\d+)号$/.exec(docNo)![1]);
  const served = addDays(decided, number % 4 === 0 ? 30 : number % 3);
  return number % 6 === 0 || served > today ? undefined : served;
};

const penalty = (party: Body & Named, authority: Authority, today: string, facts: Penalised): NewPenalty => {
  const minor = facts.severity === Severity.MINOR;
  const rule = ruleIn(facts.severity, authority.divisionCode);
  const published =
    facts.publishedAfter === null || rule.maxMonths === 0
      ? undefined
      : addDays(facts.decided, facts.publishedAfter ?? 5);
  const performed = facts.performed ?? (facts.repairedOn === undefined ? undefined : addDays(facts.repairedOn, -20));
  return {
    id: facts.id,
    ...party,
    ...authority,
    docNo: facts.docNo,
    sourceUnit: sourceUnitOf(authority),
    violationType: "违反市场监督管理规定（演示）",
    facts: "演示案情，并非真实案件。",
    basis: "《中华人民共和国行政处罚法》",
    kinds: KINDS[facts.severity],
    procedure: minor ? Procedure.SIMPLE_01 : Procedure.GENERAL_02,
    content: minor ? "警告" : "罚款",
    fine: minor ? undefined : (facts.fine ?? 500_000n),
    confiscated: undefined,
    suspendedLicence: facts.severity === Severity.SERIOUS ? "许可证（演示）" : undefined,
    severity: facts.severity,
    severityRuleId: rule.id,
    decisionDate: facts.decided,
    publicFrom: published !== undefined && published <= today ? published : undefined,
    publicityUntil: facts.until,
    withdrawnOn: facts.withdrawnOn,
    withdrawReason: facts.withdrawnOn === undefined ? undefined : "原处罚决定被依法撤销（演示）",
    repairedOn: facts.repairedOn,
    republishedOn: facts.republishedOn,
    shieldedFrom: facts.shieldedFrom,
    shieldedTo: undefined,
    sealedBy: undefined,
    contentHash: undefined,
    repairNoticeOn: repairNoticeOn(facts.docNo, facts.decided, today),
    // Whoever repaired had performed.
    dutyPerformed: performed === undefined ? undefined : performed !== false,
    dutyPerformedOn: performed === false ? undefined : performed,
    repairSystem: "MARKET_SUPERVISION",
  };
};

/** The enterprise of agent-1 has one of each state. */
const golden = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = organizationOf(world, ENTERPRISE);
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const authority = authorityColumns(bureaus(world, "市场监督管理局")(firm.divisionCode), firm.divisionCode);
  const docNo = documentNumbers("演罚金");
  const [GENERAL, SERIOUS] = [Severity.GENERAL, Severity.SERIOUS];
  const facts: Omit<Penalised, "id" | "docNo">[] = [
    { severity: GENERAL, decided: "2026-05-06", fine: 1_234_567n },
    { severity: GENERAL, decided: "2026-02-10", repairedOn: "2026-06-10", performed: "2026-03-05" },
    { severity: Severity.MINOR, decided: "2026-03-02" },
    { severity: SERIOUS, decided: "2024-07-01", publishedAfter: 30, performed: "2024-09-12" },
    { severity: GENERAL, decided: "2026-04-01", withdrawnOn: "2026-05-20" },
    { severity: GENERAL, decided: "2026-01-05", repairedOn: "2026-05-11", republishedOn: "2026-07-01" },
    { severity: SERIOUS, decided: "2025-03-03", shieldedFrom: "2026-06-01" },
    { severity: GENERAL, decided: "2026-08-20", until: "2027-02-20" },
    { severity: GENERAL, decided: "2026-09-25", publishedAfter: null },
    { severity: GENERAL, decided: "2025-03-10", performed: "2025-04-01" },
  ];
  return facts.map((entry, index) =>
    penalty(party, authority, world.today, { ...entry, id: `CF-GOLDEN-${index + 1}`, docNo: docNo(entry.decided) }),
  );
};

/** What becomes of generated penalties, in turn. */
const FATES = [
  "PUBLISHED",
  "PUBLISHED",
  "REPAIRED",
  "PUBLISHED",
  "WITHDRAWN",
  "NOT_PUBLISHED",
  "PUBLISHED",
  "REPUBLISHED",
];

/** Facts of the fate, as far as the day of the data has come. */
const fateOf = (
  number: number,
  { decided, minMonths, today }: { decided: string; minMonths: number; today: string },
): Pick<Penalised, "publishedAfter" | "withdrawnOn" | "repairedOn" | "republishedOn"> => {
  const past = (day: string): string | undefined => (day <= today ? day : undefined);
  const repaired = past(addDays(addMonths(decided, minMonths), 25));
  switch (FATES[number % FATES.length]) {
    case "REPAIRED":
      return { repairedOn: repaired };
    case "REPUBLISHED":
      return { repairedOn: repaired, republishedOn: repaired && past(addDays(repaired, 40)) };
    case "WITHDRAWN":
      return { withdrawnOn: past(addDays(decided, 30)) };
    case "NOT_PUBLISHED":
      return { publishedAfter: null };
    default:
      return { publishedAfter: number % 5 < 2 ? 25 : 5 };
  }
};

const paidOn = (decided: string, today: string): string | undefined => {
  const day = addDays(decided, 40);
  return day <= today ? day : undefined;
};

const generated = (world: DemonstrationWorld): NewPenalty[] => {
  const random = world.random("credit.penalties");
  const authorityOf = bureaus(world, "市场监督管理局");
  const docNo = documentNumbers("演罚");
  const penalised = firmsOf(world).filter((_firm, index) => index % 4 === 3);
  return penalised.map((firm: DemonstrationOrganization, number) => {
    const severity = [Severity.MINOR, Severity.GENERAL, Severity.GENERAL, Severity.SERIOUS][Math.floor(random() * 4)]!;
    // Most are of the last two years, where the statistics look.
    const decided = addDays(world.today, -Math.floor(random() ** 1.5 * 1_100) - 1);
    const { minMonths } = ruleIn(severity, firm.divisionCode);
    return penalty(
      { ...bodyColumns(firm), ...bodyName(firm) },
      authorityColumns(authorityOf(firm.divisionCode), firm.divisionCode),
      world.today,
      {
        id: `CF-${number}`,
        docNo: docNo(decided),
        severity,
        decided,
        fine: BigInt(100_000 + Math.floor(random() * 90_000) * 100),
        // Every eleventh did not pay, every third did, of the others it is not known.
        ...(number % 11 === 6
          ? { performed: false }
          : number % 3 === 1
            ? { performed: paidOn(decided, world.today) }
            : {}),
        ...fateOf(number, { decided, minMonths, today: world.today }),
      },
    );
  });
};

/** Persons: three in publicity, one of citizen-1 that was repaired, one of a minor that must never be public. */
const personal = (world: DemonstrationWorld): NewPenalty[] => {
  const authority = authorityColumns(bureaus(world, "市场监督管理局")("222401"), "222401");
  const docNo = documentNumbers("演罚个");
  const facts: [number, Pick<Penalised, "decided" | "repairedOn">, boolean][] = [
    [0, { decided: addDays(world.today, -60) }, false],
    [1, { decided: addDays(world.today, -61) }, false],
    [2, { decided: addDays(world.today, -62) }, false],
    [0, { decided: "2026-01-12", repairedOn: "2026-05-12" }, false],
    [3, { decided: "2026-06-08" }, true],
  ];
  return facts.map(([index, fact, minor], number) => {
    const person = world.persons[index]!;
    return penalty({ ...personColumns(person), ...personName(person, minor) }, authority, world.today, {
      id: minor ? "CF-MINOR-1" : `CF-PERSON-${number + 1}`,
      docNo: docNo(fact.decided),
      severity: Severity.GENERAL,
      ...fact,
    });
  });
};

/** One that its bureau should have published long ago, and one whose fine is not paid, which is public beyond its longest period. */
const overdue = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = firmsOf(world)[2]!;
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const authority = authorityColumns(bureaus(world, "市场监督管理局")("222403"), "222403");
  const docNo = documentNumbers("演罚逾");
  const facts: Pick<Penalised, "id" | "decided" | "publishedAfter" | "performed">[] = [
    { id: "CF-UNPUBLISHED", decided: "2026-06-01", publishedAfter: null },
    { id: "CF-UNPAID", decided: "2025-04-07", performed: false },
  ];
  return facts.map((fact) =>
    penalty(party, authority, world.today, { ...fact, docNo: docNo(fact.decided), severity: Severity.GENERAL }),
  );
};

/** Gongzhuling was 220381 until May 2020 and is 220184 since: decisions of 2024, one of which still carries the old code. */
const renamedDivision = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = firmsOf(world)[1]!;
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const bureau = bureaus(world, "市场监督管理局")("220000");
  const docNo = documentNumbers("演罚迁");
  return ["220381", "220184"].map((code) =>
    penalty(party, authorityColumns(bureau, code), world.today, {
      id: `CF-RENAMED-${code}`,
      docNo: docNo("2024-07-01"),
      severity: Severity.SERIOUS,
      decided: "2024-07-01",
    }),
  );
};

/** All penalties. */
export const penalties = (world: DemonstrationWorld): NewPenalty[] => [
  ...golden(world),
  ...personal(world),
  ...generated(world),
  ...renamedDivision(world),
  ...overdue(world),
];

/** True where a seeded penalty is in publicity today and was open to repair on an earlier day. */
export const wasRepairable = (row: NewPenalty, on: string, today: string): boolean => {
  const { minMonths, maxMonths } = ruleIn(row.severity, row.divisionCode);
  const decided = row.decisionDate;
  return (
    row.publicFrom !== undefined &&
    row.dutyPerformed !== false &&
    [row.withdrawnOn, row.repairedOn, row.shieldedFrom].every((day) => day === undefined) &&
    addMonths(decided, minMonths) <= on &&
    today <= (row.publicityUntil ?? addMonths(decided, maxMonths))
  );
};
