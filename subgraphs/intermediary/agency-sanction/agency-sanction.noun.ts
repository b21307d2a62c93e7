/** Sanction of an agency (中介机构处理): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { AgencySanctionResolver } from "./agency-sanction.resolver.js";
import { createAgencySanctionService } from "./agency-sanction.service.js";

const services = { sanctions: createAgencySanctionService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const agencySanction: Noun<IntermediaryServices> = {
  owns: ["AgencySanction"],
  resolvers: [AgencySanctionResolver],
  references: {
    AgencySanction: ({ id }, { sanctions }) => sanctions.find(String(id)),
  },
  services,
};
