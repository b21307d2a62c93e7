/** What a request to the openness subgraph carries: the services that its nouns make. */
import type { SubgraphContext } from "../../platform/subgraph/index.js";

/** Services of the subgraph: each noun adds those that it makes (`<noun>.noun.ts`). */
export interface OpennessServices {}

/** Context of its resolvers. */
export type OpennessContext = SubgraphContext<OpennessServices>;
