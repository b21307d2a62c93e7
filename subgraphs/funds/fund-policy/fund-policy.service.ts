/** Finds and lists fund policies; all of them are public. */
import type DataLoader from "dataloader";
import { createGroupLoader, createKeyLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { FundPolicyQuery } from "./fund-policy.input.js";
import { findMattersOfPolicies, findPolicies, findPoliciesOfMatters, listPolicies } from "./fund-policy.repository.js";
import type { FundPolicy } from "./fund-policy.type.js";

/** Service of policies. */
export interface FundPolicyService {
  find(policyCode: string): Promise<FundPolicy | undefined>;
  /** Policies that a matter applies for. */
  ofMatter(matterId: string): Promise<FundPolicy[]>;
  /** Ids of the matters by which a policy is applied for, at most 100. */
  matterIds(policyCode: string, division?: string): Promise<string[]>;
  list(query: FundPolicyQuery, page: PageArgs): Promise<Page<FundPolicy>>;
}

/** Creates the service for one request. */
export const createFundPolicyService = ({ db, cursors }: ServiceDependencies): FundPolicyService => {
  const byCode = createKeyLoader(
    (codes) => findPolicies(db, codes),
    ({ policyCode }) => policyCode,
  );
  const byMatter = createGroupLoader(
    (ids) => findPoliciesOfMatters(db, ids),
    ({ matterId }) => matterId,
  );
  const matters = new Map<string, DataLoader<string, { readonly matterId: string }[]>>();
  const mattersIn = (division = ""): DataLoader<string, { readonly matterId: string }[]> => {
    let loader = matters.get(division);
    if (!loader) {
      loader = createGroupLoader(
        (codes) => findMattersOfPolicies(db, codes, division === "" ? undefined : division),
        ({ policyCode }) => policyCode,
      );
      matters.set(division, loader);
    }
    return loader;
  };
  return {
    find: (policyCode) => byCode.load(policyCode),
    ofMatter: async (matterId) => (await byMatter.load(matterId)).map(({ policy }) => policy),
    matterIds: async (policyCode, division) =>
      (await mattersIn(division).load(policyCode)).map(({ matterId }) => matterId),
    list: (query, page) => listPolicies(db, query, page, cursors),
  };
};
