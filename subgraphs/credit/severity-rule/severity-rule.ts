/** Classifies a penalty and finds the rule that bounds its publicity, from rules as data (信用修复管理办法, L23). Pure. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { PenaltyKind, Procedure, Severity } from "../penalty/penalty.enums.js";
import type { WhenUnperformed } from "./severity-rule.enums.js";

/** One rule as it is kept. */
export interface SeverityRuleFacts {
  readonly id: string;
  /** Credit code of the regulator that set it; undefined for the national rule. */
  readonly regulatorUscc?: string;
  /** System whose bureaus decide by it (repair-measures.json); undefined where it is of the regulator alone, or of the nation. */
  readonly system?: string;
  /** Division in which it holds, with all below it; 000000 for the whole country. */
  readonly jurisdiction?: string;
  readonly severity: Severity;
  readonly minMonths: number;
  /** 0 where nothing of this severity is published. */
  readonly maxMonths: number;
  readonly whenUnperformed: WhenUnperformed;
  /** Kinds of penalty that make it this severe. */
  readonly kinds: readonly PenaltyKind[];
  /** Fine from which it is this severe. */
  readonly fineFrom?: Fen;
  /** True where the simple procedure alone makes it this severity. */
  readonly simpleProcedure: boolean;
  /** First day of decisions that it is for; undefined where nobody said. */
  readonly effectiveFrom?: LocalDate;
}

/** What a penalty is classified by. */
export interface ClassifiedFacts {
  readonly kinds: readonly PenaltyKind[];
  readonly procedure?: Procedure;
  readonly fine?: Fen;
  readonly decisionDate: LocalDate;
}

/** Who decided, as its record says. */
export interface Decider {
  /** Credit code of the authority. */
  readonly uscc: string;
  /** System to which it belongs, where it is of one. */
  readonly system?: string | null | undefined;
  /** Division of the decision, six digits. */
  readonly division: string;
}

/** The whole country as a jurisdiction. */
export const NATION = "000000";

/** Whose a rule is, in a phrase: rules of one owner take each other's place by their days, and may not contradict each other. */
export const ownerOf = ({
  regulatorUscc,
  system,
  jurisdiction = NATION,
}: Pick<SeverityRuleFacts, "regulatorUscc" | "system" | "jurisdiction">): string =>
  system === undefined ? (regulatorUscc ?? "the nation") : `${system} in ${jurisdiction}`;

type Dated = Pick<SeverityRuleFacts, "effectiveFrom">;

const inOrder = <Rule extends Dated>(rules: readonly Rule[]): Rule[] =>
  [...rules].sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1));

/** Of several rules of one regulator for one severity the last that was in force on the day. */
export const inForce = <Rule extends Dated>(rules: readonly Rule[], on: LocalDate): Rule | undefined =>
  inOrder(rules).findLast(({ effectiveFrom = "" }) => effectiveFrom <= on);

/** The digits that all divisions of a jurisdiction begin with; none for the whole country. */
const within = (jurisdiction = NATION): string => (jurisdiction === NATION ? "" : divisionPrefix(jurisdiction));

/** Of the rules for a system the one of the narrowest jurisdiction that has one in force on the day, of those the last. */
const ofSystem = (
  rules: readonly SeverityRuleFacts[],
  { system, division }: Decider,
  on: LocalDate,
): SeverityRuleFacts | undefined => {
  const fitting = rules.filter(
    (rule) =>
      rule.system !== undefined &&
      rule.system === system &&
      division.startsWith(within(rule.jurisdiction)) &&
      (rule.effectiveFrom ?? "") <= on,
  );
  const narrowest = Math.max(...fitting.map(({ jurisdiction }) => within(jurisdiction).length));
  return inForce(
    fitting.filter(({ jurisdiction }) => within(jurisdiction).length === narrowest),
    on,
  );
};

/**
 * The rule for a severity of a decision of the day: the bureau's own, else that of its system in the narrowest jurisdiction, else the
 * national one, which holds for what is older than it too. Throws where none is there: the migration brings the national ones.
 */
export const ruleOf = (
  rules: readonly SeverityRuleFacts[],
  decider: Decider,
  severity: Severity,
  on: LocalDate,
): SeverityRuleFacts => {
  const fitting = rules.filter((rule) => rule.severity === severity);
  const ofBureaus = fitting.filter(({ system }) => system === undefined);
  const own = ofBureaus.filter(({ regulatorUscc }) => regulatorUscc === decider.uscc);
  const national = ofBureaus.filter(({ regulatorUscc }) => regulatorUscc === undefined);
  const found = inForce(own, on) ?? ofSystem(fitting, decider, on) ?? inForce(national, on) ?? inOrder(national)[0];
  if (!found) throw new Error(`There is no national rule for ${severity} penalties.`);
  return found;
};

/** Severity of a penalty whose source gives none: serious by kind or fine, minor by procedure or where all kinds are minor, else general. */
export const classify = (
  rules: readonly SeverityRuleFacts[],
  decider: Decider,
  { kinds, procedure, fine, decisionDate }: ClassifiedFacts,
): Severity => {
  const serious = ruleOf(rules, decider, Severity.SERIOUS, decisionDate);
  if (kinds.some((kind) => serious.kinds.includes(kind))) return Severity.SERIOUS;
  if (fine !== undefined && serious.fineFrom !== undefined && fine >= serious.fineFrom) return Severity.SERIOUS;
  const minor = ruleOf(rules, decider, Severity.MINOR, decisionDate);
  if (minor.simpleProcedure && procedure === Procedure.SIMPLE_01) return Severity.MINOR;
  return kinds.length > 0 && kinds.every((kind) => minor.kinds.includes(kind)) ? Severity.MINOR : Severity.GENERAL;
};
