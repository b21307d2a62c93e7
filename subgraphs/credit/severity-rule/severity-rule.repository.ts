/** SQL of severity rules: a short table, read whole. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import type { SeverityRuleFacts } from "./severity-rule.js";
import type { SeverityRule } from "./severity-rule.type.js";
import { SEVERITY_RULES, type SeverityRuleRow } from "./severity-rule.rows.js";

/** A rule with its source. */
export interface KeptSeverityRule
  extends SeverityRuleFacts, Pick<SeverityRule, "regulator" | "basis" | "docNo" | "articleNo" | "verified" | "notes"> {}

const shown = SEVERITY_RULES.to<KeptSeverityRule>()("regulatorId", "setAside", "noteEn", "noteZh");

const toRule = (row: SeverityRuleRow): KeptSeverityRule =>
  shown(row, {
    regulator: row.regulator_id === null ? undefined : { id: row.regulator_id },
    notes: { en: row.note_en ?? undefined, zh: row.note_zh ?? undefined },
  });

/** All rules in force on some day, national and regulators'. */
export const findSeverityRules = async (db: Knex): Promise<KeptSeverityRule[]> =>
  (
    (await db("severity_rules")
      .select(SEVERITY_RULES.columns())
      .where({ set_aside: false })
      .orderBy("id")) as SeverityRuleRow[]
  ).map(toRule);

/** Rules with these ids, in no order; those too that are out of force, because records name them. */
export const findSeverityRulesById = async (db: Knex, ids: readonly string[]): Promise<KeptSeverityRule[]> =>
  (
    (await db("severity_rules")
      .select(SEVERITY_RULES.columns())
      .whereIn("id", [...ids])) as SeverityRuleRow[]
  ).map(toRule);

/** Takes rules out of force: what was decided by them keeps them, and nothing new is. */
export const putSeverityRulesAside = async (trx: Knex.Transaction, ids: readonly string[]): Promise<void> => {
  await trx("severity_rules")
    .whereIn("id", [...ids])
    .update({ set_aside: true });
};

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
