/** Lays the implementations of a catalogue item side by side, across the agencies of a division. */
import { divisionPrefix } from "../../../platform/auth/index.js";
import {
  LimitUnit,
  createParentPages,
  type Page,
  type PageArgs,
  type TimeLimit,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { MaterialNeed } from "../matter/material.enums.js";
import { toMatter } from "../matter/matter.repository.js";
import type { MatterRow } from "../matter/matter.rows.js";
import { comparedMatters } from "./matter-comparison.repository.js";
import type { MatterComparison } from "./matter-comparison.type.js";

/** Service of comparisons. */
export interface ComparisonService {
  listOfDivision(code: string, catalogCode: string, page: PageArgs): Promise<Page<MatterComparison>>;
}

/** The shortest promise first. */
const ORDER = [
  { column: "promised_days", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** A limit in days; working and natural days are both days here, as the guides print them. */
const inDays = (limit: TimeLimit | undefined): number | undefined => {
  if (limit === undefined) return undefined;
  if (limit.unit === LimitUnit.IMMEDIATE) return 0;
  if (limit.unit === LimitUnit.MONTH) return 30 * limit.amount;
  return limit.unit === LimitUnit.HOUR ? Math.round((limit.amount / 24) * 100) / 100 : limit.amount;
};

const toComparison = (row: MatterRow): MatterComparison => {
  const matter = toMatter(row);
  return {
    matter,
    promisedDays: inDays(matter.promised),
    statutoryDays: inDays(matter.statutory),
    visits: matter.visits,
    feeCount: matter.fees.length,
    materialCount: matter.allMaterials.length,
    requiredMaterialCount: matter.allMaterials.filter(({ need }) => need === MaterialNeed.REQUIRED).length,
  };
};

/** Creates the service for one request. */
export const createComparisonService = ({ db, viewer, cursors }: ServiceDependencies): ComparisonService => {
  const pages = createParentPages<string, MatterRow, MatterComparison>(db, (catalogCode) => ({
    orderBy: ORDER,
    ordering: "matterComparison",
    filter: catalogCode,
    cursors,
    toNode: toComparison,
    query: (prefix) => comparedMatters(db, viewer, catalogCode, prefix),
  }));
  return { listOfDivision: (code, catalogCode, page) => pages.load(divisionPrefix(code), catalogCode, page) };
};
