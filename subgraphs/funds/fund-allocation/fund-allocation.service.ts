/** Finds allocations and reads flows; everything batches, whatever the number of parents. */
import { createBatchLoader } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { ledgersOf, type AllocationLedger } from "../ledger/ledger.js";
import { findAccountBalances, findAllocationSums } from "../ledger/ledger.repository.js";
import { loadersByYear } from "../ledger/loaders.js";
import {
  divisionFlowQuery,
  downstreamQuery,
  findAllocations,
  policyFlowQuery,
  toAllocation,
  type DivisionFlow,
  type PolicyFlow,
} from "./fund-allocation.repository.js";
import type { AllocationRow } from "./fund-allocation.rows.js";
import type { FundAllocation } from "./fund-allocation.type.js";

/** Service of allocations. */
export interface FundAllocationService {
  find(id: string): Promise<FundAllocation | undefined>;
  /** The ledger of an allocation that the viewer was shown. */
  ledger(id: string): Promise<AllocationLedger>;
  downstream(allotmentNo: string, depth: number, page: PageArgs): Promise<Page<FundAllocation>>;
  policyFlow(policyCode: string, flow: PolicyFlow, page: PageArgs): Promise<Page<FundAllocation>>;
  divisionFlow(code: string, flow: DivisionFlow, page: PageArgs): Promise<Page<FundAllocation>>;
  /** What a division holds of a year's money. */
  balanceOf(code: string, year: number): Promise<bigint>;
}

const NOTHING: AllocationLedger = { sent: 0n, received: 0n, paid: 0n, passedOn: 0n, balance: 0n };

const NEAREST_FIRST = [
  { column: "depth", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

const LATEST_FIRST = [
  { column: "a.decided_on", direction: "desc" },
  { column: "a.id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createFundAllocationService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): FundAllocationService => {
  const day = localDateOf(asOf);
  const byId = createKeyLoader(
    (ids) => findAllocations(db, viewer, ids),
    ({ id }) => id,
  );
  const ledgers = createBatchLoader<AllocationLedger>(async (ids) => {
    const found = ledgersOf(await findAllocationSums(db, ids, day));
    return ids.map((id) => found.get(id) ?? NOTHING);
  });
  const list = { cursors, toNode: toAllocation };
  const downstream = createParentPages<number, AllocationRow, FundAllocation>(db, (depth) => ({
    ...list,
    orderBy: NEAREST_FIRST,
    ordering: "fundAllocations:downstream",
    filter: { depth },
    query: (allotmentNo) => downstreamQuery(db, viewer, depth, allotmentNo),
  }));
  const policyFlow = createParentPages<PolicyFlow, AllocationRow, FundAllocation>(db, (flow) => ({
    ...list,
    orderBy: NEAREST_FIRST,
    ordering: "fundAllocations:policy",
    filter: flow,
    query: (policyCode) => policyFlowQuery(db, viewer, flow, policyCode),
  }));
  const divisionFlow = createParentPages<DivisionFlow, AllocationRow, FundAllocation>(db, (flow) => ({
    ...list,
    orderBy: LATEST_FIRST,
    ordering: "fundAllocations:division",
    filter: flow,
    query: (code) => divisionFlowQuery(db, viewer, flow, code),
  }));
  const balances = loadersByYear(async (year, codes) => {
    const found = await findAccountBalances(db, codes, year, day);
    return codes.map((code) => found.get(code) ?? 0n);
  });
  return {
    find: (id) => byId.load(id),
    ledger: (id) => ledgers.load(id),
    downstream: (allotmentNo, depth, page) => downstream.load(allotmentNo, depth, page),
    policyFlow: (policyCode, flow, page) => policyFlow.load(policyCode, flow, page),
    divisionFlow: (code, flow, page) => divisionFlow.load(code, flow, page),
    balanceOf: (code, year) => balances(year).load(code),
  };
};
