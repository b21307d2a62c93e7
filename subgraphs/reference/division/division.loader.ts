/** Batches lookups of divisions. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/index.js";
import { findDivisions, listChildren, listPredecessors, listVersions } from "./division.repository.js";
import type { Division, DivisionVersion } from "./division.js";

/** Loaders of one request. */
export interface DivisionLoaders {
  readonly byCode: DataLoader<string, Division | undefined>;
  readonly children: DataLoader<string, Division[]>;
  readonly versions: DataLoader<string, DivisionVersion[]>;
  readonly predecessors: DataLoader<string, Division[]>;
}

/** Creates the loaders. */
export const createDivisionLoaders = (db: Knex): DivisionLoaders => ({
  byCode: createKeyLoader(
    (codes) => findDivisions(db, codes),
    ({ code }) => code,
  ),
  children: createGroupLoader(
    (codes) => listChildren(db, codes),
    ({ parentCode }) => parentCode ?? "",
  ),
  versions: createGroupLoader(
    (codes) => listVersions(db, codes),
    ({ code }) => code,
  ),
  predecessors: createGroupLoader(
    (codes) => listPredecessors(db, codes),
    ({ replacedByCode }) => replacedByCode ?? "",
  ),
});
