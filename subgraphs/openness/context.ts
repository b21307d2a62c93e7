/** What a request to the openness subgraph carries: the services that its nouns make. */
import type { Viewer } from "../../platform/auth/viewer.js";
import type { LocalDate } from "../../platform/domain/index.js";
import type { SubgraphContext } from "../../platform/subgraph/index.js";

/** Services of the subgraph: each noun adds those that it makes (`<noun>.noun.ts`). */
export interface OpennessServices {}

/** Context of its resolvers. */
export type OpennessContext = SubgraphContext<OpennessServices>;

/** Who asks, and on which day: what its SQL goes by. */
export interface AskedBy {
  readonly viewer: Viewer;
  readonly day: LocalDate;
}
