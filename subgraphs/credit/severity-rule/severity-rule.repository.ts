/** SQL of severity rules: a short table, read whole. */
import type { Knex } from "knex";
import type { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import type { WhenUnperformed } from "./severity-rule.enums.js";
import type { SeverityRuleFacts } from "./severity-rule.js";

interface SeverityRuleRow {
  id: string;
  regulator_uscc: string | null;
  severity: Severity;
  min_months: number;
  max_months: number;
  when_unperformed: WhenUnperformed;
  kinds: PenaltyKind[];
  fine_from_fen: bigint | null;
  simple_procedure: boolean;
}

/** All rules, national and regulators'. */
export const findSeverityRules = async (db: Knex): Promise<SeverityRuleFacts[]> =>
  ((await db("severity_rules").select("*").orderBy("id")) as SeverityRuleRow[]).map((row) => ({
    id: row.id,
    regulatorUscc: row.regulator_uscc ?? undefined,
    severity: row.severity,
    minMonths: row.min_months,
    maxMonths: row.max_months,
    whenUnperformed: row.when_unperformed,
    kinds: row.kinds,
    fineFrom: row.fine_from_fen ?? undefined,
    simpleProcedure: row.simple_procedure,
  }));
