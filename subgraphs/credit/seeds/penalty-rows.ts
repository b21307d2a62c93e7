/** A penalty of the demonstration as a row: what follows from the breach, from the rule of its severity, and from what became of it. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import { WhenUnperformed } from "../severity-rule/severity-rule.enums.js";
import type { SEVERITY_RULES } from "../severity-rule/severity-rule.rows.js";
import { leastFine, procedureOf } from "./offence-fines.js";
import { citedOn } from "./citations.js";
import type { Offence } from "./offences.js";
import { bureaus, sourceUnitOf, type Authority, type Body, type Named, type NewPenalty } from "./parties.js";

/** Division in which the province tries rules of its own for market supervision. */
const OWN_RULES = "222404";

/** Ids of the rules that the demonstration makes. */
export const DEMONSTRATION_RULES: readonly string[] = [Severity.MINOR, Severity.GENERAL].map(
  (severity) => `${OWN_RULES}-${severity}`,
);

/** The province's rules for market supervision there: general breaches stay public for half a year at least; minor ones are published, for a month at most. */
export const regulatorRules = (world: DemonstrationWorld): NewOf<typeof SEVERITY_RULES>[] => {
  const regulator = bureaus(world, "市场监督管理局")("220000");
  const rule = (severity: Severity, min: number, max: number, kinds: PenaltyKind[]): NewOf<typeof SEVERITY_RULES> => ({
    id: `${OWN_RULES}-${severity}`,
    regulatorId: regulator.id,
    regulatorUscc: regulator.uscc,
    system: "MARKET_SUPERVISION",
    severity,
    minMonths: min,
    maxMonths: max,
    whenUnperformed: severity === Severity.MINOR ? WhenUnperformed.ENDS : WhenUnperformed.UNTIL_PERFORMED,
    kinds,
    fineFrom: undefined,
    simpleProcedure: severity === Severity.MINOR,
    basis: "吉林省市场监督管理厅信用修复试点规定（演示用值）",
    ...{ docNo: undefined, articleNo: undefined, effectiveFrom: undefined, jurisdiction: OWN_RULES },
    verified: false,
    noteEn: "Value for demonstration: no such document was issued.",
    noteZh: "演示用值：并无此文件。",
  });
  return [
    rule(Severity.MINOR, 0, 1, [PenaltyKind.WARNING, PenaltyKind.CRITICISM]),
    rule(Severity.GENERAL, 6, 12, [PenaltyKind.FINE, PenaltyKind.CONFISCATION]),
  ];
};

/** Least and most months of publicity by rule: the national ones, and those of the province. */
export const MONTHS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "L23-MINOR": [0, 0],
  "L23-GENERAL": [3, 12],
  "L23-SERIOUS": [12, 36],
  [`${OWN_RULES}-MINOR`]: [0, 1],
  [`${OWN_RULES}-GENERAL`]: [6, 12],
};

/** The rule for a breach in a division: market supervision in the one has the province's. */
export const ruleIn = ({ severity, bureau }: Offence, division: string): string => {
  const own = `${OWN_RULES}-${severity}`;
  return division === OWN_RULES && bureau === "市场监督管理局" && own in MONTHS ? own : `L23-${severity}`;
};

/** What is decided when, and what became of it. */
export interface Penalised {
  readonly id: string;
  readonly offence: Offence;
  readonly decided: string;
  /** Days from decision to publication, to the next working day; null for none. @default 5 */
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

/** A penalty before its decision has a number and its notice was served. */
export const penalty = (
  party: Body & Named,
  authority: Authority,
  { today, legalBases }: DemonstrationWorld,
  facts: Penalised,
): NewPenalty => {
  const { offence } = facts;
  const severityRuleId = ruleIn(offence, authority.divisionCode);
  const published =
    facts.publishedAfter === null || MONTHS[severityRuleId]![1] === 0
      ? undefined
      : workdayFrom(addDays(facts.decided, facts.publishedAfter ?? 5));
  const performed = facts.performed ?? (facts.repairedOn === undefined ? undefined : addDays(facts.repairedOn, -20));
  return {
    id: facts.id,
    ...party,
    ...authority,
    docNo: "",
    sourceUnit: sourceUnitOf(authority),
    violationType: offence.breach,
    facts: offence.facts,
    basis: citedOn(legalBases, offence, facts.decided),
    kinds: [...offence.kinds],
    procedure: procedureOf(offence),
    content: offence.content,
    fine: offence.fine && (facts.fine ?? BigInt(leastFine(offence) * 100)),
    confiscated: offence.confiscated === undefined ? undefined : BigInt(offence.confiscated * 50),
    suspendedLicence: undefined,
    severity: offence.severity,
    severityRuleId,
    decisionDate: facts.decided,
    publicFrom: published !== undefined && published <= today ? published : undefined,
    publicityUntil: facts.until,
    withdrawnOn: facts.withdrawnOn,
    withdrawReason: facts.withdrawnOn === undefined ? undefined : "原处罚决定被依法撤销（演示）",
    revokedOn: facts.withdrawnOn,
    revocationNo: facts.withdrawnOn === undefined ? undefined : `演撤〔${facts.withdrawnOn.slice(0, 4)}〕${facts.id}`,
    repairedOn: facts.repairedOn,
    republishedOn: facts.republishedOn,
    shieldedFrom: facts.shieldedFrom,
    shieldedTo: undefined,
    shieldRulingNo: undefined,
    sealedBy: undefined,
    contentHash: undefined,
    repairNoticeOn: undefined,
    // Whoever repaired had performed.
    dutyPerformed: performed === undefined ? undefined : performed !== false,
    dutyPerformedOn: performed === false ? undefined : performed,
    repairSystem: offence.bureau === "市场监督管理局" ? "MARKET_SUPERVISION" : undefined,
  };
};

/** True where a seeded penalty is in publicity today and was open to repair on an earlier day. */
export const wasRepairable = (row: NewPenalty, on: string, today: string): boolean => {
  const [least, most] = MONTHS[row.severityRuleId]!;
  const decided = row.decisionDate;
  return (
    row.publicFrom !== undefined &&
    row.dutyPerformed !== false &&
    [row.withdrawnOn, row.repairedOn, row.shieldedFrom].every((day) => day === undefined) &&
    addMonths(decided, least) <= on &&
    today <= (row.publicityUntil ?? addMonths(decided, most))
  );
};
