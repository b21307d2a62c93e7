/** Versions of ratings, which every step of a rectification counts up. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Ratings that exist are of version 1. */
export const addRatingVersions: Migration = {
  name: "20261130081000_add_rating_versions",
  async up(knex) {
    await knex.raw("alter table service_ratings add version integer not null default 1");
  },
  async down(knex) {
    await knex.raw("alter table service_ratings drop version");
  },
};
