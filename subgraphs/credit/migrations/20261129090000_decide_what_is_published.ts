/**
 * What may be published (信用修复管理办法, 国家发展改革委令第36号, in force 2026-04-01): minor penalties are not, unless their regulator's own rule says
 * so; where the duty is not performed time alone does not end publicity; what a law seals is told to nobody (治安管理处罚法 第一百三十六条).
 */
import type { Knex } from "knex";
import { retrack, type Migration, type TrackedTable } from "../../../platform/database/index.js";
import { NATIONAL_RULES as FIRST_RULES } from "./20261125090000_extend_credit_records.js";
import { TRACKED as TRACKED_BEFORE } from "./20261128120000_track_changes_by_epoch.js";

/** The national rules as they stand since. */
export const NATIONAL_RULES = FIRST_RULES.map((rule) => ({
  ...rule,
  max_months: rule.severity === "MINOR" ? 0 : rule.max_months,
  when_unperformed: rule.severity === "MINOR" ? "ENDS" : "UNTIL_PERFORMED",
}));

const NEVER_REPAIRED_OR_AGAIN =
  "(coalesce(repaired_on > feed_day, true) or coalesce(republished_on <= feed_day, false))";
const NOT_SHIELDED = "(coalesce(shielded_from > feed_day, true) or coalesce(shielded_to < feed_day, false))";
/** True where the rule publishes the penalty and its last day has not passed; one without end is. */
const RULE_PUBLISHES = `(select r.max_months > 0 and case
    when r.when_unperformed = 'UNTIL_PERFORMED' and not duty_performed then true
    when r.when_unperformed = 'UNTIL_PERFORMED' and duty_performed_on >= feed_day then true
    else coalesce(publicity_until, (decision_date + r.max_months * interval '1 month')::date) >= feed_day end
  from severity_rules r where r.id = severity_rule_id)`;

/** Records of which the feed tells, and when each is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  {
    kind: "LICENCE",
    table: "licences",
    key: "id",
    isPublic: "published_on <= feed_day and not counterparty_minor and sealed_by is null",
    version: "version",
  },
  {
    kind: "PENALTY",
    table: "penalties",
    key: "id",
    isPublic: `published_on <= feed_day and not counterparty_minor and sealed_by is null and coalesce(withdrawn_on > feed_day, true)
      and ${NEVER_REPAIRED_OR_AGAIN} and ${NOT_SHIELDED} and ${RULE_PUBLISHES}`,
    version: "version",
  },
];

const BEFORE = TRACKED_BEFORE.filter(({ kind }) => TRACKED.some((table) => table.kind === kind));

const changeRules = async (knex: Knex): Promise<void> => {
  await knex.raw(`alter table severity_rules
    add when_unperformed text not null default 'UNTIL_PERFORMED' check (when_unperformed in ('ENDS', 'UNTIL_PERFORMED'))`);
  for (const { id, max_months, when_unperformed } of NATIONAL_RULES)
    await knex("severity_rules").where({ id }).update({ max_months, when_unperformed });
  // "At most three months" holds for a regulator too, whatever was performed.
  await knex("severity_rules")
    .where({ severity: "MINOR" })
    .update({ min_months: 0, max_months: knex.raw("least(max_months, 3)"), when_unperformed: "ENDS" });
  await knex.raw(`alter table severity_rules add constraint severity_rules_minor check (severity <> 'MINOR'
    or (min_months = 0 and max_months <= case when regulator_uscc is null then 0 else 3 end and when_unperformed = 'ENDS'))`);
};

/** Columns, rules and the conditions of the feed: readers are told of the end of what is public no longer. */
export const decideWhatIsPublished: Migration = {
  name: "20261129090000_decide_what_is_published",
  async up(knex) {
    await changeRules(knex);
    await knex.raw(`alter table penalties add duty_performed boolean, add duty_performed_on date,
      add constraint penalties_performed check (duty_performed_on is null or (duty_performed is true and duty_performed_on >= decision_date))`);
    for (const table of ["penalties", "licences"])
      await knex.schema.alterTable(table, (columns) => columns.text("sealed_by"));
    await retrack(knex, TRACKED);
  },
  async down(knex) {
    await retrack(knex, BEFORE);
    for (const table of ["penalties", "licences"])
      await knex.schema.alterTable(table, (columns) => columns.dropColumn("sealed_by"));
    await knex.raw("alter table penalties drop duty_performed, drop duty_performed_on");
    await knex.raw("alter table severity_rules drop constraint severity_rules_minor, drop when_unperformed");
    for (const { id, max_months } of FIRST_RULES) await knex("severity_rules").where({ id }).update({ max_months });
  },
};
