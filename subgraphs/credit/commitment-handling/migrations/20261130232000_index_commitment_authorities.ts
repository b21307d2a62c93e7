/** Finds whether an authority took commitments before. */
import type { Migration } from "../../../../platform/database/index.js";

/** Indexes by authority. */
export const indexCommitmentAuthorities: Migration = {
  name: "20261130232000_index_commitment_authorities",
  up: (knex) => knex.raw("create index commitments_authority on commitments (authority_id)"),
  down: (knex) => knex.raw("drop index commitments_authority"),
};
