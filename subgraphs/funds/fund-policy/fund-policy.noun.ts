/** Fund policy (资金政策): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { FundPolicyResolver } from "./fund-policy.resolver.js";
import { createFundPolicyService } from "./fund-policy.service.js";

const services = { fundPolicies: createFundPolicyService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const fundPolicy: Noun<FundsServices> = {
  owns: ["FundPolicy"],
  resolvers: [FundPolicyResolver],
  references: {
    FundPolicy: ({ policyCode }, { fundPolicies }) => fundPolicies.find(String(policyCode)),
  },
  services,
  changes: [{ kind: "FUND_POLICY", type: "FundPolicy", description: "Fund policy, by code (资金政策)." }],
};
