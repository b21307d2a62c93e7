/** Standard of assistance (救助标准): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { AssistanceStandardResolver } from "./assistance.resolver.js";
import { createAssistanceService } from "./assistance.service.js";

const services = { assistance: createAssistanceService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const assistance: Noun<FundsServices> = {
  resolvers: [AssistanceStandardResolver],
  services,
};
