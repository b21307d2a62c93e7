/** Reconciles allotments and policies, all of a request in one statement each. */
import type DataLoader from "dataloader";
import { createBatchLoader } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  findTreeSums,
  allotmentRoots,
  policyRoots,
  type TreeRoots,
  type TreeSums,
} from "../ledger/ledger.repository.js";
import { loadersByYear } from "../ledger/loaders.js";
import { evidenceOf } from "./evidence.js";
import { findEvidence } from "./evidence.repository.js";
import { reconcile } from "./reconcile.js";
import type { Reconciliation } from "./reconciliation.type.js";

/** Service of reconciliations, for its viewer. The caller has checked that the viewer may read the allotment. */
export interface ReconciliationService {
  ofAllotment(allotmentNo: string): Promise<Reconciliation>;
  /** With a division, only the money of which some goes there. */
  ofPolicy(policyCode: string, year: number, division?: string): Promise<Reconciliation>;
}

/** Creates the service for one request. */
export const createReconciliationService = ({ db, viewer, asOf }: ServiceDependencies): ReconciliationService => {
  const day = localDateOf(asOf);
  const load = async (keys: readonly string[], roots: TreeRoots): Promise<Reconciliation[]> => {
    const rows = new Map<string, TreeSums[]>(keys.map((key) => [key, []]));
    const found = await findTreeSums(db, roots, day);
    for (const row of found) rows.get(row.key)?.push(row);
    const evidence = await findEvidence(db, [...new Set(found.map(({ id }) => id))], day);
    return keys.map((key) => {
      const own = rows.get(key) ?? [];
      return reconcile(own, evidenceOf(evidence, new Set(own.map(({ id }) => id))), { day, viewer });
    });
  };
  const byAllotment = createBatchLoader<Reconciliation>((numbers) => load(numbers, allotmentRoots(numbers)));
  const ofDivision = new Map<string, (year: number) => DataLoader<string, Reconciliation>>();
  const byPolicy = (division: string): ((year: number) => DataLoader<string, Reconciliation>) => {
    let loaders = ofDivision.get(division);
    if (!loaders) {
      const within = division === "" ? undefined : division;
      loaders = loadersByYear((year, codes) => load(codes, policyRoots(codes, year, within)));
      ofDivision.set(division, loaders);
    }
    return loaders;
  };
  return {
    ofAllotment: (allotmentNo) => byAllotment.load(allotmentNo),
    ofPolicy: (policyCode, year, division = "") => byPolicy(division)(year).load(policyCode),
  };
};
