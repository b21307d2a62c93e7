/** SQL of severity rules: a short table, read whole. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
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

/** Writes rules in the place of those with their ids. */
export const writeSeverityRules = async (
  trx: Knex.Transaction,
  rules: readonly NewOf<typeof SEVERITY_RULES>[],
): Promise<void> => {
  await trx("severity_rules")
    .insert(rules.map((rule) => toRow(SEVERITY_RULES, rule)))
    .onConflict("id")
    .merge();
};
