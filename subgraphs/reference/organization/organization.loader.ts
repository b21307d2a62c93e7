/** Batches lookups of organisations. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import { findOrganizations } from "./organization.repository.js";
import type { Organization } from "./organization.type.js";

/** Loaders of one request, one per access path. */
export const createOrganizationLoaders = (
  db: Knex,
): Record<"byId" | "byUscc", DataLoader<string, Organization | undefined>> => ({
  byId: createKeyLoader(
    (ids) => findOrganizations(db, "id", ids),
    ({ id }) => id,
  ),
  byUscc: createKeyLoader(
    (codes) => findOrganizations(db, "uscc", codes),
    ({ uscc }) => uscc,
  ),
});
