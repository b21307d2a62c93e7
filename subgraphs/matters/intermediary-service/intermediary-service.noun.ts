/** Intermediary service (中介服务事项), owned by intermediary: what this noun adds to the matters service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { IntermediaryServiceResolver } from "./intermediary-service.resolver.js";

/** Declaration of the noun. */
export const intermediaryService: Noun<MattersServices> = {
  resolvers: [IntermediaryServiceResolver],
  references: {
    IntermediaryService: ({ code, isListed }) => ({ code, isListed }),
  },
};
