/** How the outcome of a rule is told. Pure. */
import type { Fen } from "../../../platform/domain/index.js";
import type { ReconciliationRule, RuleResult } from "./reconciliation.type.js";

/** Offenders named in an answer; more are counted. */
const LISTED = 20;

/** Sum of amounts. */
export const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0n);

/** Distance of two amounts. */
export const gapOf = (a: Fen, b: Fen): Fen => (a > b ? a - b : b - a);

/** The outcome: `fine` where nothing offends, else the offenders. */
export const ruleResult = (
  id: ReconciliationRule,
  difference: Fen,
  fine: string,
  offenders: readonly string[],
): RuleResult => ({
  id,
  ok: offenders.length === 0,
  difference,
  description:
    offenders.length === 0
      ? fine
      : `${offenders.slice(0, LISTED).join("; ")}${offenders.length > LISTED ? `; ${offenders.length - LISTED} more` : ""}`,
});
