/** Batches lookups of divisions. */
import type DataLoader from "dataloader";
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/page.js";
import {
  findDatedDivisions,
  listChildren,
  listPredecessors,
  listVersions,
  type DatedDivision,
} from "./division.repository.js";
import type { Division, DivisionVersion } from "./division.js";

/** Loaders of one request. */
export interface DivisionLoaders {
  readonly byCode: DataLoader<string, DatedDivision | undefined>;
  readonly children: DataLoader<string, Division[]>;
  readonly versions: DataLoader<string, DivisionVersion[]>;
  readonly predecessors: DataLoader<string, Division[]>;
}

/** Creates the loaders for requests of the day. */
export const createDivisionLoaders = (db: Knex, today: LocalDate): DivisionLoaders => ({
  byCode: createKeyLoader(
    (codes) => findDatedDivisions(db, codes, today),
    ({ code }) => code,
  ),
  children: createGroupLoader(
    (codes) => listChildren(db, codes, today),
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
