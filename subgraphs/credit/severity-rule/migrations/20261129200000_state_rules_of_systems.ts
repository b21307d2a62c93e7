/** A rule of severity may be that of a system in a place: a ministry's or a province's, for all bureaus of its sector there. */
import type { Migration } from "../../../../platform/database/index.js";

/** What a minor breach may be: public for three months at most, by the nation not at all. */
const minorUnless = (national: string): string => `check (severity <> 'MINOR'
  or (min_months = 0 and max_months <= case when ${national} then 0 else 3 end and when_unperformed = 'ENDS'))`;

/** The column, and the bounds of what is minor with it. */
export const stateRulesOfSystems: Migration = {
  name: "20261129200000_state_rules_of_systems",
  async up(knex) {
    await knex.raw(`alter table severity_rules add system text,
      add constraint severity_rules_system check (system is null or jurisdiction is not null),
      drop constraint severity_rules_minor,
      add constraint severity_rules_minor ${minorUnless("regulator_uscc is null and system is null")}`);
  },
  async down(knex) {
    // Records name them; nothing is decided by them where systems are not known, and the nation publishes nothing that is minor.
    await knex.raw("update severity_rules set set_aside = true where system is not null");
    await knex.raw("update severity_rules set max_months = 0 where severity = 'MINOR' and regulator_uscc is null");
    await knex.raw(`alter table severity_rules drop constraint severity_rules_minor, drop system,
      add constraint severity_rules_minor ${minorUnless("regulator_uscc is null")}`);
  },
};
