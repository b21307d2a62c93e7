/** Case (办件), owned by matters: what this noun adds to the credit service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ServiceCaseResolver } from "./service-case.resolver.js";

/** Declaration of the noun. */
export const serviceCase: Noun<CreditServices> = {
  resolvers: [ServiceCaseResolver],
  references: {
    ServiceCase: ({ caseNo }) => ({ caseNo }),
  },
};
