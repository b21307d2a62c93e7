/** Project of the market (中介超市项目): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { IntermediaryProcurementResolver } from "./intermediary-procurement.resolver.js";
import { createIntermediaryProcurementService } from "./intermediary-procurement.service.js";

const services = { intermediaryProcurements: createIntermediaryProcurementService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const intermediaryProcurement: Noun<IntermediaryServices> = {
  owns: ["IntermediaryProcurement"],
  resolvers: [IntermediaryProcurementResolver],
  references: {
    IntermediaryProcurement: ({ projectNo }, { intermediaryProcurements }) =>
      intermediaryProcurements.find(String(projectNo)),
  },
  changes: [
    {
      kind: "PROCUREMENT",
      type: "IntermediaryProcurement",
      description: "Procurement since its public notice, by number (中介采购项目).",
    },
  ],
  services,
};
