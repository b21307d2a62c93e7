/** Finding of rules (疑点): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { IntermediaryFindingResolver } from "./finding.resolver.js";
import { createFindingService } from "./finding.service.js";
import { createFindings } from "./migrations/20261128233000_create_findings.js";

const services = { findings: createFindingService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const finding: Noun<IntermediaryServices> = {
  resolvers: [IntermediaryFindingResolver],
  services,
  migrations: [createFindings],
};
