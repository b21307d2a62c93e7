/** Which rule counts for a stored penalty now, where that is another one than it stands under. Pure. */
import { addMonths } from "../../../platform/domain/index.js";
import type { PenaltyKind, Procedure, Severity } from "../penalty/penalty.enums.js";
import { isWithinPeriod } from "../penalty/penalty.status.js";
import { WhenUnperformed } from "./severity-rule.enums.js";
import { classify, ruleOf, type SeverityRuleFacts } from "./severity-rule.js";

/** What of a stored penalty decides, with its rule; of one that was imported there is a hash of its contents. */
export interface RuledRow {
  readonly kinds: PenaltyKind[];
  readonly authority_uscc: string;
  readonly repair_system: string | null;
  readonly division_code: string;
  readonly severity: Severity;
  /** True where the rules said how grave it is, and not its source. */
  readonly severity_by_rule: boolean;
  readonly severity_rule_id: string;
  readonly procedure: Procedure | null;
  readonly fine_fen: string | null;
  readonly decision_date: string;
  readonly publicity_until: string | null;
  readonly content_hash: string | null;
  readonly max_months: number;
  readonly when_unperformed: WhenUnperformed;
}

/** True where a record is public by the rule no longer than it is, and its own last day is not before the rule's first. */
const narrows = (
  rule: SeverityRuleFacts,
  { decision_date: decided, publicity_until: until, ...row }: RuledRow,
): boolean =>
  rule.maxMonths <= row.max_months &&
  (rule.whenUnperformed === WhenUnperformed.ENDS || row.when_unperformed === WhenUnperformed.UNTIL_PERFORMED) &&
  (rule.maxMonths === 0 ||
    until === null ||
    until > addMonths(decided, rule.maxMonths) ||
    isWithinPeriod(decided, until, rule));

/** The rule that counts for it now, where that is another one and closes or narrows; demonstration records are made with theirs. */
export const otherRule = (rules: readonly SeverityRuleFacts[], row: RuledRow): SeverityRuleFacts | undefined => {
  if (row.content_hash === null || row.max_months === 0) return undefined;
  const { kinds, decision_date: decisionDate, procedure, fine_fen: fen } = row;
  const decider = { uscc: row.authority_uscc, system: row.repair_system, division: row.division_code };
  const facts = {
    kinds,
    decisionDate,
    procedure: procedure ?? undefined,
    fine: fen === null ? undefined : BigInt(fen),
  };
  const severity = row.severity_by_rule ? classify(rules, decider, facts) : row.severity;
  const rule = ruleOf(rules, decider, severity, decisionDate);
  return rule.id !== row.severity_rule_id && narrows(rule, row) ? rule : undefined;
};
