/** What a request to the intermediary subgraph carries: the services that its nouns make. */
import type { SubgraphContext } from "../../platform/subgraph/index.js";

/** Services of the subgraph: each noun adds those that it makes (`<noun>.noun.ts`). */
export interface IntermediaryServices {}

/** Context of its resolvers. */
export type IntermediaryContext = SubgraphContext<IntermediaryServices>;
