/** What writes of licences keep: a revocation with its document, a withdrawal, of which readers of the feed are told. */
import { retrack, type Migration, type TrackedTable } from "../../../../platform/database/index.js";

const BEFORE: TrackedTable = {
  kind: "LICENCE",
  table: "licences",
  key: "id",
  isPublic: "published_on <= feed_day and not counterparty_minor and sealed_by is null",
  version: "version",
};

/** When a licence is public: what its declaration (licence.policy.ts) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  { ...BEFORE, isPublic: `${BEFORE.isPublic} and coalesce(withdrawn_on > feed_day, true)` },
];

/** Adds them. */
export const writeLicences: Migration = {
  name: "20261130210000_write_licences",
  async up(knex) {
    await knex.raw(
      "alter table licences add revoked_on date, add revocation_no text, add withdrawn_on date, add withdraw_reason text",
    );
    await retrack(knex, TRACKED);
  },
  async down(knex) {
    await retrack(knex, [BEFORE]);
    await knex.raw("alter table licences drop revoked_on, drop revocation_no, drop withdrawn_on, drop withdraw_reason");
  },
};
