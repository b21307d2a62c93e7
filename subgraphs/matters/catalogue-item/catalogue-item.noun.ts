/** Catalogue item (基本目录): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CatalogueItemResolver } from "./catalogue-item.resolver.js";
import { createCatalogueService } from "./catalogue-item.service.js";
import { addCatalogueStates } from "./migrations/20261128234500_add_catalogue_states.js";

const services = { catalogue: createCatalogueService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const catalogueItem: Noun<MattersServices> = {
  owns: ["CatalogueItem"],
  resolvers: [CatalogueItemResolver],
  references: {
    CatalogueItem: ({ catalogCode }, { catalogue }) => catalogue.find(String(catalogCode)),
  },
  services,
  changes: [{ kind: "CATALOGUE_ITEM", type: "CatalogueItem", description: "Catalogue item, by code (基本目录)." }],
  migrations: [addCatalogueStates],
};
