/** Emergencies (突发事件): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { OpennessServices } from "../context.js";
import { clearEmergencies, seedEmergencies } from "../seeds/emergencies.js";
import { EmergencyResolver } from "./emergency.resolver.js";
import { createEmergencyService } from "./emergency.service.js";
import { createEmergencyEvents } from "./migrations/20261202150500_create_emergency_events.js";

const services = { emergencies: createEmergencyService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const emergency: Noun<OpennessServices, DemonstrationWorld> = {
  owns: ["EmergencyEvent"],
  resolvers: [EmergencyResolver],
  references: { EmergencyEvent: ({ id }, { emergencies }) => emergencies.find(String(id)) },
  services,
  migrations: [createEmergencyEvents],
  clear: clearEmergencies,
  seed: seedEmergencies,
};
