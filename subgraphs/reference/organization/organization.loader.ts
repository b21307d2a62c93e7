/** Batches lookups of organisations, at most 200 keys a statement. */
import DataLoader from "dataloader";
import type { Knex } from "knex";
import { findOrganizations } from "./organization.repository.js";
import type { Organization } from "./organization.type.js";

/** Loaders of one request, one per access path. */
export const createOrganizationLoaders = (
  db: Knex,
): Record<"byId" | "byUscc", DataLoader<string, Organization | undefined>> => {
  const by = (column: "id" | "uscc"): DataLoader<string, Organization | undefined> =>
    new DataLoader(
      async (keys) => {
        const found = new Map((await findOrganizations(db, column, keys)).map((row) => [row[column], row]));
        return keys.map((key) => found.get(key));
      },
      { maxBatchSize: 200 },
    );
  return { byId: by("id"), byUscc: by("uscc") };
};
