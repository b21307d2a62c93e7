/** Classifies a penalty and finds the rule that bounds its publicity, from rules as data (信用修复管理办法, L23). Pure. */
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { PenaltyKind, Procedure, Severity } from "../penalty/penalty.enums.js";
import type { WhenUnperformed } from "./severity-rule.enums.js";

/** One rule as it is kept. */
export interface SeverityRuleFacts {
  readonly id: string;
  /** Credit code of the regulator; undefined for the national rule. */
  readonly regulatorUscc?: string;
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

type Dated = Pick<SeverityRuleFacts, "effectiveFrom">;

const inOrder = <Rule extends Dated>(rules: readonly Rule[]): Rule[] =>
  [...rules].sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1));

/** Of several rules of one regulator for one severity the last that was in force on the day. */
export const inForce = <Rule extends Dated>(rules: readonly Rule[], on: LocalDate): Rule | undefined =>
  inOrder(rules).findLast(({ effectiveFrom = "" }) => effectiveFrom <= on);

/** The regulator's rule for a severity of a decision of the day, else the national one, which holds for what is older than it too. Throws where neither is there: the migration brings the national ones. */
export const ruleOf = (
  rules: readonly SeverityRuleFacts[],
  authorityUscc: string,
  severity: Severity,
  on: LocalDate,
): SeverityRuleFacts => {
  const fitting = rules.filter((rule) => rule.severity === severity);
  const own = fitting.filter(({ regulatorUscc }) => regulatorUscc === authorityUscc);
  const national = fitting.filter(({ regulatorUscc }) => regulatorUscc === undefined);
  const found = inForce(own, on) ?? inForce(national, on) ?? inOrder(national)[0];
  if (!found) throw new Error(`There is no national rule for ${severity} penalties.`);
  return found;
};

/** Severity of a penalty whose source gives none: serious by kind or fine, minor by procedure or where all kinds are minor, else general. */
export const classify = (
  rules: readonly SeverityRuleFacts[],
  authorityUscc: string,
  { kinds, procedure, fine, decisionDate }: ClassifiedFacts,
): Severity => {
  const serious = ruleOf(rules, authorityUscc, Severity.SERIOUS, decisionDate);
  if (kinds.some((kind) => serious.kinds.includes(kind))) return Severity.SERIOUS;
  if (fine !== undefined && serious.fineFrom !== undefined && fine >= serious.fineFrom) return Severity.SERIOUS;
  const minor = ruleOf(rules, authorityUscc, Severity.MINOR, decisionDate);
  if (minor.simpleProcedure && procedure === Procedure.SIMPLE_01) return Severity.MINOR;
  return kinds.length > 0 && kinds.every((kind) => minor.kinds.includes(kind)) ? Severity.MINOR : Severity.GENERAL;
};
