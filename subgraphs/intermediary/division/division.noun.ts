/** Division (行政区划), owned by reference: what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { DivisionResolver } from "./division.resolver.js";

/** Declaration of the noun. */
export const division: Noun<IntermediaryServices> = {
  resolvers: [DivisionResolver],
  references: {
    Division: ({ code }) => ({ code }),
  },
};
