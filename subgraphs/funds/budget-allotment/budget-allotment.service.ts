/** Finds and lists allotments; a draft exists only for those who may know of it. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, createKeyLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { BudgetAllotmentFilter, BudgetAllotmentOrder } from "./budget-allotment.input.js";
import { findAdjustments, findAllotments, findUnits, listAllotments } from "./budget-allotment.repository.js";
import type { BudgetAllotment, AllotmentAdjustment } from "./budget-allotment.type.js";

/** What a list of allotments is asked for. */
export interface BudgetAllotmentQuery {
  readonly filter?: BudgetAllotmentFilter;
  readonly orderBy: BudgetAllotmentOrder;
}

/** Service of allotments. */
export interface BudgetAllotmentService {
  find(allotmentNo: string): Promise<BudgetAllotment | undefined>;
  /** The allotment as it stands after a write of this request. */
  findAnew(allotmentNo: string): Promise<BudgetAllotment | undefined>;
  /** What the issuer of an allotment that the viewer was shown added or took back. */
  adjustments(allotmentNo: string): Promise<AllotmentAdjustment[]>;
  /** Id of the unit that received all of an allotment that the viewer was shown. */
  unitId(allotmentNo: string): Promise<string | undefined>;
  list(query: BudgetAllotmentQuery, page: PageArgs): Promise<Page<BudgetAllotment>>;
}

/** Creates the service for one request. */
export const createBudgetAllotmentService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): BudgetAllotmentService => {
  const byNumber = createKeyLoader(
    (numbers) => findAllotments(db, viewer, numbers),
    ({ allotmentNo }) => allotmentNo,
  );
  const adjustments = createGroupLoader(
    (numbers) => findAdjustments(db, numbers, localDateOf(asOf)),
    ({ allotmentNo }) => allotmentNo,
  );
  const units = createKeyLoader(
    (numbers) => findUnits(db, numbers),
    ({ allotmentNo }) => allotmentNo,
  );
  return {
    unitId: async (allotmentNo) => (await units.load(allotmentNo))?.unitId,
    adjustments: async (allotmentNo) => (await adjustments.load(allotmentNo)).map(({ adjustment }) => adjustment),
    find: (allotmentNo) => byNumber.load(allotmentNo),
    findAnew: (allotmentNo) => byNumber.clear(allotmentNo).load(allotmentNo),
    list: (query, page) => listAllotments(db, viewer, query, page, cursors),
  };
};
