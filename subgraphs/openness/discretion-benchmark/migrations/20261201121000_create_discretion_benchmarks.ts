/** Benchmarks of discretion with their versions: of a circumstance one version is in force on a day. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createDiscretionBenchmarks: Migration = {
  name: "20261201121000_create_discretion_benchmarks",
  async up(knex) {
    await knex.raw(`create table discretion_benchmarks (
      id text collate "C" primary key,
      organ_id text collate "C" not null,
      code text collate "C" not null,
      version integer not null check (version > 0),
      violation text not null,
      degree text not null,
      circumstance text not null,
      fine_from_fen bigint not null check (fine_from_fen >= 0),
      fine_to_fen bigint not null check (fine_to_fen >= fine_from_fen),
      basis_id text,
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      unique (organ_id, code, version))`);
    await knex.raw("create index on discretion_benchmarks (organ_id, violation)");
  },
  async down(knex) {
    await knex.raw("drop table discretion_benchmarks");
  },
};
