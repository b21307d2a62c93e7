/** The signed-in reader (我的): what this noun adds to the matters service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { MeResolver } from "./me.resolver.js";

/** Declaration of the noun. */
export const me: Noun<MattersServices> = {
  resolvers: [MeResolver],
};
