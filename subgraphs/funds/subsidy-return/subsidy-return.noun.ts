/** Lines that come back (补贴明细退票): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { BatchReturnsResolver } from "./batch-returns.resolver.js";
import { createSubsidyReturns } from "./migrations/20261130230000_create_subsidy_returns.js";
import { TOLD_RETURN } from "./subsidy-return.notices.js";
import { SubsidyReturnResolver } from "./subsidy-return.resolver.js";
import { createSubsidyReturnService } from "./subsidy-return.service.js";

const services = { subsidyReturns: createSubsidyReturnService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const subsidyReturn: Noun<FundsServices> = {
  resolvers: [SubsidyReturnResolver, BatchReturnsResolver],
  services,
  notices: [TOLD_RETURN],
  migrations: [createSubsidyReturns],
};
