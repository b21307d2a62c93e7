/** Penalty in publicity (行政处罚公示): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { PenaltyResolver } from "./penalty.resolver.js";
import { createPenaltyService } from "./penalty.service.js";

const services = { penalties: createPenaltyService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const penalty: Noun<CreditServices> = {
  owns: ["AdministrativePenalty"],
  resolvers: [PenaltyResolver],
  references: {
    AdministrativePenalty: ({ id }, { penalties }) => penalties.find(String(id)),
  },
  services,
  changes: [{ kind: "PENALTY", type: "AdministrativePenalty", description: "Penalty in publicity, by id (行政处罚)." }],
};
