/** An organisation code finds the credit code that embeds it (positions 9 to 17). */
import type { Migration } from "../../../platform/database/index.js";

/** Index of embedded organisation codes. */
export const indexEmbeddedOrgCodes: Migration = {
  name: "20261124101000_index_embedded_org_codes",
  up: (knex) => knex.raw("create index organizations_embedded_org_code_index on organizations (substr(uscc, 9, 9))"),
  down: (knex) => knex.raw("drop index organizations_embedded_org_code_index"),
};
