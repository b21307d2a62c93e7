/** What writes of list entries keep: that the decision was revoked, by which document, and that an entry stands again because its repair was false. */
import { retrack, type Migration, type TrackedTable } from "../../../../platform/database/index.js";

const STANDS = "listed_on <= feed_day and coalesce(expires_on >= feed_day, true)";
const entries = (isPublic: string): TrackedTable => ({
  kind: "LIST_ENTRY",
  table: "list_entries",
  key: "id",
  isPublic,
});

/** When an entry is public: what its declaration (list-entry.policy.ts) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  entries(`${STANDS} and coalesce(revoked_on > feed_day, true)
    and (coalesce(removed_on > feed_day, true) or coalesce(relisted_on <= feed_day, false))`),
];

/** Adds them. */
export const writeListEntries: Migration = {
  name: "20261130220000_write_list_entries",
  async up(knex) {
    await knex.raw(`alter table list_entries add relisted_on date, add revoked_on date, add revocation_no text,
      add constraint list_entries_relisted check (relisted_on is null or removed_on <= relisted_on),
      add constraint list_entries_revoked check ((revoked_on is null) = (revocation_no is null))`);
    await retrack(knex, TRACKED);
  },
  async down(knex) {
    await retrack(knex, [entries(`${STANDS} and coalesce(removed_on > feed_day, true)`)]);
    await knex.raw(`alter table list_entries drop constraint list_entries_relisted, drop constraint list_entries_revoked,
      drop relisted_on, drop revoked_on, drop revocation_no`);
  },
};
