/** SQL of severity rules: a short table, read whole. */
import type { Knex } from "knex";
import type { SeverityRuleFacts } from "./severity-rule.js";
import { SEVERITY_RULES, type SeverityRuleRow } from "./severity-rule.rows.js";

const shown = SEVERITY_RULES.to<SeverityRuleFacts>()(
  "regulatorId",
  "basis",
  "docNo",
  "articleNo",
  "jurisdiction",
  "verified",
);

/** All rules, national and regulators'. */
export const findSeverityRules = async (db: Knex): Promise<SeverityRuleFacts[]> =>
  ((await db("severity_rules").select(SEVERITY_RULES.columns()).orderBy("id")) as SeverityRuleRow[]).map((row) =>
    shown(row, {}),
  );
