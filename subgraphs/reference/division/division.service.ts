/** Finds divisions, those no longer valid included. */
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createDivisionLoaders } from "./division.loader.js";
import { searchDivisions } from "./division.repository.js";
import type { Division } from "./division.type.js";

/** Service of divisions. */
export interface DivisionService {
  find(code: string): Promise<Division | undefined>;
  children(code: string, first: number): Promise<Division[]>;
  search(text: string, first: number): Promise<Division[]>;
}

/** Creates the service for one request. */
export const createDivisionService = ({ db }: ServiceDependencies): DivisionService => {
  const loaders = createDivisionLoaders(db);
  return {
    find: (code) => loaders.byCode.load(code),
    children: async (code, first) => (await loaders.children.load(code)).slice(0, first),
    search: (text, first) => searchDivisions(db, text, first),
  };
};
