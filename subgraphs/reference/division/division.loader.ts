/** Batches lookups of divisions. */
import DataLoader from "dataloader";
import type { Knex } from "knex";
import { findDivisions, listChildren } from "./division.repository.js";
import type { Division } from "./division.type.js";

/** Loaders of one request. */
export interface DivisionLoaders {
  readonly byCode: DataLoader<string, Division | undefined>;
  readonly children: DataLoader<string, Division[]>;
}

/** Creates the loaders. */
export const createDivisionLoaders = (db: Knex): DivisionLoaders => ({
  byCode: new DataLoader(
    async (codes) => {
      const found = new Map((await findDivisions(db, codes)).map((division) => [division.code, division]));
      return codes.map((code) => found.get(code));
    },
    { maxBatchSize: 200 },
  ),
  children: new DataLoader(
    async (codes) => {
      const all = await listChildren(db, codes);
      return codes.map((code) => all.filter((division) => division.parentCode === code));
    },
    { maxBatchSize: 200 },
  ),
});
