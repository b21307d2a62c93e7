/** Division (行政区划), owned by reference: what this noun adds to the matters service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { DivisionResolver } from "./division.resolver.js";

/** Declaration of the noun. */
export const division: Noun<MattersServices> = {
  resolvers: [DivisionResolver],
  references: {
    Division: ({ code }) => ({ code }),
  },
};
