/** Finds and lists indicators; a draft exists only for those who may know of it. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, createKeyLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { BudgetIndicatorFilter, BudgetIndicatorOrder } from "./budget-indicator.input.js";
import { findAdjustments, findIndicators, findUnits, listIndicators } from "./budget-indicator.repository.js";
import type { BudgetIndicator, IndicatorAdjustment } from "./budget-indicator.type.js";

/** What a list of indicators is asked for. */
export interface BudgetIndicatorQuery {
  readonly filter?: BudgetIndicatorFilter;
  readonly orderBy: BudgetIndicatorOrder;
}

/** Service of indicators. */
export interface BudgetIndicatorService {
  find(indicatorNo: string): Promise<BudgetIndicator | undefined>;
  /** What the issuer of an indicator that the viewer was shown added or took back. */
  adjustments(indicatorNo: string): Promise<IndicatorAdjustment[]>;
  /** Id of the unit that received all of an indicator that the viewer was shown. */
  unitId(indicatorNo: string): Promise<string | undefined>;
  list(query: BudgetIndicatorQuery, page: PageArgs): Promise<Page<BudgetIndicator>>;
}

/** Creates the service for one request. */
export const createBudgetIndicatorService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): BudgetIndicatorService => {
  const byNumber = createKeyLoader(
    (numbers) => findIndicators(db, viewer, numbers),
    ({ indicatorNo }) => indicatorNo,
  );
  const adjustments = createGroupLoader(
    (numbers) => findAdjustments(db, numbers, localDateOf(asOf)),
    ({ indicatorNo }) => indicatorNo,
  );
  const units = createKeyLoader(
    (numbers) => findUnits(db, numbers),
    ({ indicatorNo }) => indicatorNo,
  );
  return {
    unitId: async (indicatorNo) => (await units.load(indicatorNo))?.unitId,
    adjustments: async (indicatorNo) => (await adjustments.load(indicatorNo)).map(({ adjustment }) => adjustment),
    find: (indicatorNo) => byNumber.load(indicatorNo),
    list: (query, page) => listIndicators(db, viewer, query, page, cursors),
  };
};
