/** Case (办件), owned by matters: what this noun adds to the funds service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { ServiceCaseResolver } from "./service-case.resolver.js";

/** Declaration of the noun. */
export const serviceCase: Noun<FundsServices> = {
  resolvers: [ServiceCaseResolver],
  references: {
    ServiceCase: ({ caseNo }) => ({ caseNo }),
  },
};
