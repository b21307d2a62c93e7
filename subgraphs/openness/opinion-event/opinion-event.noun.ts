/** Event of public concern (政务舆情): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createOpinionEvents } from "./migrations/20261201122000_create_opinion_events.js";
import { OpinionEventResolver } from "./opinion-event.resolver.js";
import { createOpinionEventService } from "./opinion-event.service.js";

const services = { opinionEvents: createOpinionEventService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opinionEvent: Noun<OpennessServices> = {
  owns: ["OpinionEvent"],
  resolvers: [OpinionEventResolver],
  references: {
    OpinionEvent: ({ id }, { opinionEvents }) => opinionEvents.find(String(id)),
  },
  services,
  migrations: [createOpinionEvents],
};
