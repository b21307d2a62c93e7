/** Batches lookups of organisations. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/page.js";
import { findHoldings, findOrganizations, listMergedInto, type Holding } from "./organization.repository.js";
import type { IdentifierScheme } from "./organization.enums.js";
import type { Organization } from "./organization.js";

/** Loaders of one request, one per access path. */
export interface OrganizationLoaders {
  readonly byId: DataLoader<string, Organization | undefined>;
  readonly byUscc: DataLoader<string, Organization | undefined>;
  readonly mergedInto: DataLoader<string, Organization[]>;
  /** By scheme and value with a space between. */
  readonly holdings: DataLoader<string, Holding[]>;
}

/** Creates the loaders. */
export const createOrganizationLoaders = (db: Knex): OrganizationLoaders => ({
  byId: createKeyLoader(
    (ids) => findOrganizations(db, "id", ids),
    ({ id }) => id,
  ),
  byUscc: createKeyLoader(
    (codes) => findOrganizations(db, "uscc", codes),
    ({ uscc }) => uscc,
  ),
  mergedInto: createGroupLoader(
    (ids) => listMergedInto(db, ids),
    ({ mergedIntoId }) => mergedIntoId ?? "",
  ),
  holdings: createGroupLoader(
    (keys) =>
      findHoldings(
        db,
        keys.map((key) => ({
          scheme: key.slice(0, key.indexOf(" ")) as IdentifierScheme,
          value: key.slice(key.indexOf(" ") + 1),
        })),
      ),
    ({ scheme, value }) => `${scheme} ${value}`,
  ),
});
