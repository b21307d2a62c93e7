/** What handling of alerts keeps: versions, which every step counts up, and the light of which the agency was told. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";

/** Adds them. Alerts that exist are of version 1, and of what their agency was told nothing is known. */
export const addAlertVersions: Migration = {
  name: "20261130220000_add_alert_versions",
  async up(knex) {
    await countVersions(knex, "monitor_alerts");
    await knex.raw(
      "alter table monitor_alerts add raised_light text check (raised_light in ('YELLOW', 'RED', 'BLACK', 'PROVISIONAL'))",
    );
  },
  async down(knex) {
    await stopCountingVersions(knex, "monitor_alerts");
    await knex.raw("alter table monitor_alerts drop raised_light, drop version");
  },
};
