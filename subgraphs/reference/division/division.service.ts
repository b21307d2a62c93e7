/** Finds divisions, those no longer valid included, and what a code stands for on a day. */
import { localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { divisionAsOf, divisionUnderCode, type DivisionHistorySource } from "./division.history.js";
import { createDivisionLoaders } from "./division.loader.js";
import { searchDivisions } from "./division.repository.js";
import type { Division, DivisionAsOf, DivisionVersion } from "./division.js";

/** Service of divisions. */
export interface DivisionService {
  /** As it is on the day of the request; undefined before its first day. */
  find(code: string): Promise<Division | undefined>;
  /** The division under this very code on the day. */
  findOn(code: string, day: LocalDate): Promise<Division | undefined>;
  /** The division of the same territory on the day. */
  asOf(code: string, day: LocalDate): Promise<Division | undefined>;
  /** The same as the entity that records link to. */
  asOfRecord(code: string, day: LocalDate): Promise<DivisionAsOf | undefined>;
  versions(code: string): Promise<DivisionVersion[]>;
  predecessors(code: string): Promise<Division[]>;
  children(code: string, first: number): Promise<Division[]>;
  search(text: string, first: number): Promise<Division[]>;
}

/** Creates the service for one request. */
export const createDivisionService = ({ db, asOf: now }: ServiceDependencies): DivisionService => {
  const today = localDateOf(now);
  const loaders = createDivisionLoaders(db, today);
  const source: DivisionHistorySource = {
    find: async (code) => (await loaders.byCode.load(code))?.last,
    versions: (code) => loaders.versions.load(code),
    predecessors: (code) => loaders.predecessors.load(code),
  };
  const asOf = (code: string, day: LocalDate): Promise<Division | undefined> => divisionAsOf(source, code, day);
  return {
    find: async (code) => (await loaders.byCode.load(code))?.onDay,
    findOn: (code, day) => divisionUnderCode(source, code, day),
    asOf,
    async asOfRecord(code, day) {
      const division = await asOf(code, day);
      return division && { code, on: day, name: division.name, asOf: division };
    },
    versions: (code) => loaders.versions.load(code),
    predecessors: async (code) => (await loaders.predecessors.load(code)).slice(0, 100),
    children: async (code, first) => (await loaders.children.load(code)).slice(0, first),
    search: (text, first) => searchDivisions(db, text, first, today),
  };
};
