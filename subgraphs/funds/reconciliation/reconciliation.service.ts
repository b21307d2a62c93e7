/** Reconciles indicators and policies, all of a request in one statement each. */
import DataLoader from "dataloader";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  findTreeSums,
  indicatorRoots,
  policyRoots,
  type TreeRoots,
  type TreeSums,
} from "../ledger/ledger.repository.js";
import { loadersByYear } from "../ledger/loaders.js";
import { reconcile } from "./reconcile.js";
import type { Reconciliation } from "./reconciliation.type.js";

/** Service of reconciliations. The caller has checked that the viewer may read the indicator. */
export interface ReconciliationService {
  ofIndicator(indicatorNo: string): Promise<Reconciliation>;
  ofPolicy(policyCode: string, year: number): Promise<Reconciliation>;
}

/** Creates the service for one request. */
export const createReconciliationService = ({ db, asOf }: ServiceDependencies): ReconciliationService => {
  const day = localDateOf(asOf);
  const load = async (keys: readonly string[], roots: TreeRoots): Promise<Reconciliation[]> => {
    const rows = new Map<string, TreeSums[]>(keys.map((key) => [key, []]));
    for (const row of await findTreeSums(db, roots, day)) rows.get(row.key)?.push(row);
    return keys.map((key) => reconcile(rows.get(key) ?? [], day));
  };
  const byIndicator = new DataLoader<string, Reconciliation>((numbers) => load(numbers, indicatorRoots(numbers)), {
    maxBatchSize: 200,
  });
  const byPolicy = loadersByYear((year, codes) => load(codes, policyRoots(codes, year)));
  return {
    ofIndicator: (indicatorNo) => byIndicator.load(indicatorNo),
    ofPolicy: (policyCode, year) => byPolicy(year).load(policyCode),
  };
};
