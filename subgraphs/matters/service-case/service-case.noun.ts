/** Case (办件): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { ServiceCaseResolver } from "./service-case.resolver.js";
import { createCaseService } from "./service-case.service.js";

const services = { cases: createCaseService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const serviceCase: Noun<MattersServices> = {
  owns: ["ServiceCase"],
  resolvers: [ServiceCaseResolver],
  references: {
    ServiceCase: ({ caseNo }, { cases }) => cases.find(String(caseNo)),
  },
  services,
  // Who may know of a case may read what was handed in for it and what became of it.
  files: { ServiceCase: async (caseNo, { cases }) => (await cases.find(caseNo)) !== undefined },
};
