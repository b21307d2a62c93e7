/** Rounds of clean-up of normative documents (规范性文件清理): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { CleanedDocumentResolver, CleanupOutcomeResolver, CleanupRoundResolver } from "./cleanup-round.resolver.js";
import { createCleanupRoundService } from "./cleanup-round.service.js";
import { createCleanupRounds } from "./migrations/20261201125000_create_cleanup_rounds.js";

const services = { cleanupRounds: createCleanupRoundService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const cleanupRound: Noun<OpennessServices> = {
  owns: ["CleanupRound"],
  resolvers: [CleanupRoundResolver, CleanupOutcomeResolver, CleanedDocumentResolver],
  references: {
    CleanupRound: ({ id }, { cleanupRounds }) => cleanupRounds.find(String(id)),
  },
  services,
  migrations: [createCleanupRounds],
};
