/** Draw of an intermediary (摇号): what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { DrawProofResolver } from "./draw.resolver.js";

/** Declaration of the noun. */
export const draw: Noun<IntermediaryServices> = {
  resolvers: [DrawProofResolver],
};
