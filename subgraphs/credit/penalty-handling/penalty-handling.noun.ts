/** Publicity of penalties (行政处罚公示): what its writes add to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { recordShields } from "./migrations/20261130222000_record_shields.js";
import { recordRevocations } from "./migrations/20261130202000_record_revocations.js";
import { PenaltyHandlingResolver } from "./penalty-handling.resolver.js";
import { createPenaltyHandlingService } from "./penalty-handling.service.js";
import { TOLD_PENALTY } from "./penalty-handling.notices.js";

const services = { penaltyHandling: createPenaltyHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const penaltyHandling: Noun<CreditServices> = {
  resolvers: [PenaltyHandlingResolver],
  services,
  notices: [TOLD_PENALTY],
  migrations: [recordRevocations, recordShields],
};
