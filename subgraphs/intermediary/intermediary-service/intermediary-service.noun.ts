/** Intermediary service (中介服务事项): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { COPIED_LAW } from "./intermediary-service.law.js";
import { addRanks } from "./migrations/20261129160000_add_ranks.js";
import { journalLoads } from "./migrations/20261130200000_journal_loads.js";
import { IntermediaryServiceResolver } from "./intermediary-service.resolver.js";
import { createIntermediaryServiceService } from "./intermediary-service.service.js";

const services = { intermediaryServices: createIntermediaryServiceService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const intermediaryService: Noun<IntermediaryServices> = {
  owns: ["IntermediaryService"],
  resolvers: [IntermediaryServiceResolver],
  references: {
    IntermediaryService: ({ code }, { intermediaryServices }) => intermediaryServices.find(String(code)),
  },
  services,
  migrations: [addRanks, journalLoads],
  lawTables: [COPIED_LAW],
  changes: [
    {
      kind: "INTERMEDIARY_SERVICE",
      type: "IntermediaryService",
      description: "Intermediary service, by code (中介服务事项).",
    },
  ],
};
