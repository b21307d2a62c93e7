/** Sums what was paid out of a year's money; what persons were paid is in no category, and told of groups alone. */
import { divisionPrefix } from "../../../platform/auth/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { OF_DIVISION } from "../access/entitled.policy.js";
import { codeName, type Classification } from "../classification/classification.js";
import { withheldDivisions } from "../suppression/withheld-divisions.js";
import {
  countUncategorised,
  findSpendingSums,
  spendingCategories,
  type CategoryRow,
  type UncategorisedCount,
} from "./spending.repository.js";
import { SpendingDimension } from "./spending.enums.js";
import type { Spending, SpendingCategory } from "./spending.type.js";

/** Which spending. */
export type SpendingQuery = Pick<Spending, "year" | "dimension" | "division">;

/** Service of spending. */
export interface SpendingService {
  /** Sums of the year; zeros where nothing was paid. */
  find(query: SpendingQuery): Promise<Spending>;
  /** Categories of payments that everyone may know of, largest first. */
  categories(query: SpendingQuery, page: PageArgs): Promise<Page<SpendingCategory>>;
}

const LARGEST_FIRST = [
  { column: "amount_fen", direction: "desc" },
  { column: "code", direction: "asc" },
] as const;

const CLASSIFICATIONS: Partial<Record<SpendingDimension, Classification>> = {
  [SpendingDimension.FUNCTION]: "FUNCTION",
  [SpendingDimension.FUNCTION_CLASS]: "FUNCTION",
  [SpendingDimension.GOV_ECON]: "GOVERNMENT_ECONOMIC",
  [SpendingDimension.DEPT_ECON]: "DEPARTMENT_ECONOMIC",
};

/** Creates the service for one request. */
export const createSpendingService = ({ db, viewer, asOf, cursors }: ServiceDependencies): SpendingService => {
  const day = localDateOf(asOf);
  return {
    async find({ year, dimension, division }) {
      const [{ categorised, total }, counts] = await Promise.all([
        findSpendingSums(db, { year, division, day }),
        countUncategorised(db, { year, day }),
      ]);
      const sums = { year, dimension, division, categorised };
      return isWithheld(counts, division) && !canRead(OF_DIVISION, { viewer }, { division })
        ? { ...sums, suppressed: true }
        : { ...sums, persons: total - categorised, total, suppressed: false };
    },
    categories: ({ year, dimension, division }, page) =>
      readPage<CategoryRow, SpendingCategory>({
        query: spendingCategories(db, { year, division, day }, dimension),
        orderBy: LARGEST_FIRST,
        ordering: "spendingByCategory",
        filter: { year, dimension, division },
        page,
        cursors,
        toNode: toCategory(year, dimension),
      }),
  };
};

const toCategory =
  (year: number, dimension: SpendingDimension) =>
  ({ code, amount_fen, payment_count }: CategoryRow): SpendingCategory => {
    const classification = CLASSIFICATIONS[dimension];
    return {
      code: code === "" ? undefined : code,
      name: classification && codeName(classification, year, code),
      amount: amount_fen,
      paymentCount: payment_count,
      divisionCode: dimension === SpendingDimension.RECIPIENT_DIVISION ? code : undefined,
    };
  };

/** True where a scheme's small group would be told; each scheme apart, because the figures of the others are public. */
const isWithheld = (counts: readonly UncategorisedCount[], division: string | undefined): boolean => {
  const schemes = new Set(counts.map(({ scheme }) => scheme));
  return [...schemes].some((scheme) => {
    const withheld = withheldDivisions(counts.filter((entry) => entry.scheme === scheme));
    // The sum of everything minus the provinces would give a withheld one away.
    return division === undefined
      ? [...withheld].some((key) => key.length === 2)
      : withheld.has(divisionPrefix(division));
  });
};
