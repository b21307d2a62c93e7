/** Case (办件), owned by matters: what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { ServiceCaseResolver } from "./service-case.resolver.js";

/** Declaration of the noun. */
export const serviceCase: Noun<IntermediaryServices> = {
  resolvers: [ServiceCaseResolver],
  references: {
    ServiceCase: ({ caseNo }) => ({ caseNo }),
  },
};
