/** Funded project (资金项目): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { FundProjectResolver } from "./fund-project.resolver.js";
import { createFundProjectService } from "./fund-project.service.js";

const services = { fundProjects: createFundProjectService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const fundProject: Noun<FundsServices> = {
  owns: ["FundProject"],
  resolvers: [FundProjectResolver],
  references: {
    FundProject: ({ projectCode }, { fundProjects }) => fundProjects.find(String(projectCode)),
  },
  changes: [{ kind: "FUND_PROJECT", type: "FundProject", description: "Funded project, by code (资金项目)." }],
  services,
};
