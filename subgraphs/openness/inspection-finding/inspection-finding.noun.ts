/** Findings of inspection and audit (督查、审计发现问题): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { InspectedTaskResolver, InspectionFindingResolver } from "./inspection-finding.resolver.js";
import { createInspectionFindingService } from "./inspection-finding.service.js";
import { createInspectionFindings } from "./migrations/20261202150100_create_inspection_findings.js";

const services = { inspectionFindings: createInspectionFindingService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const inspectionFinding: Noun<OpennessServices> = {
  owns: ["InspectionFinding"],
  resolvers: [InspectionFindingResolver, InspectedTaskResolver],
  references: {
    InspectionFinding: ({ id }, { inspectionFindings }) => inspectionFindings.find(String(id)),
  },
  services,
  migrations: [createInspectionFindings],
};
