/** Division (行政区划), owned by reference: what this noun adds to the openness service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { DivisionResolver } from "./division.resolver.js";
import { Division } from "./division.type.js";

/** Declaration of the noun. */
export const division: Noun<OpennessServices> = {
  orphanedTypes: [Division],
  resolvers: [DivisionResolver],
  references: {
    Division: ({ code }) => ({ code }),
  },
};
