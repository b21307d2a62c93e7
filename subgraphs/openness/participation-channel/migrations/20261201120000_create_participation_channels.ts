/** Channels by which bodies take what people ask and tell. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createParticipationChannels: Migration = {
  name: "20261201120000_create_participation_channels",
  async up(knex) {
    await knex.raw(`create table participation_channels (
      id text collate "C" primary key,
      kind text not null,
      name text not null,
      phone text,
      agency_id text collate "C" not null,
      agency_uscc text not null,
      division_code text collate "C" not null)`);
    await knex.raw("create index on participation_channels (division_code, id)");
  },
  async down(knex) {
    await knex.raw("drop table participation_channels");
  },
};
