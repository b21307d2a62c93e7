/** Fund policy (资金政策), owned by funds: what this noun adds to the openness service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { FundPolicy } from "./fund-policy.type.js";

/** Declaration of the noun. */
export const fundPolicy: Noun<OpennessServices> = {
  orphanedTypes: [FundPolicy],
  references: {
    FundPolicy: ({ policyCode }) => ({ policyCode }),
  },
};
