/** What a request to the matters subgraph carries: its services, made new for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createCatalogueService, type CatalogueService } from "./catalogue-item/catalogue-item.service.js";
import { createMatterService, type MatterService } from "./matter/matter.service.js";

/** Services of the subgraph. */
export interface MattersServices {
  readonly matters: MatterService;
  readonly catalogue: CatalogueService;
}

/** Context of its resolvers. */
export type MattersContext = SubgraphContext<MattersServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): MattersServices => ({
  matters: createMatterService(dependencies),
  catalogue: createCatalogueService(dependencies),
});
