/** Press event (新闻发布): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createPressEvents } from "./migrations/20261201123000_create_press_events.js";
import { PressEventResolver } from "./press-event.resolver.js";
import { createPressEventService } from "./press-event.service.js";

const services = { pressEvents: createPressEventService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const pressEvent: Noun<OpennessServices> = {
  owns: ["PressEvent"],
  resolvers: [PressEventResolver],
  references: {
    PressEvent: ({ id }, { pressEvents }) => pressEvents.find(String(id)),
  },
  services,
  migrations: [createPressEvents],
};
