/** Composite evaluation of an intermediary (综合评价): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { IntermediaryCompositeResolver } from "./intermediary-composite.resolver.js";
import { createIntermediaryCompositeService } from "./intermediary-composite.service.js";
import { addComposites } from "./migrations/20261126090000_add_composites.js";

const services = { composites: createIntermediaryCompositeService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const intermediaryComposite: Noun<IntermediaryServices> = {
  resolvers: [IntermediaryCompositeResolver],
  services,
  migrations: [addComposites],
};
