/** Lists of powers, duties and what is barred (权力清单、责任清单、负面清单): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { AgencyListItemResolver, PowerListFindingResolver } from "./agency-list-item.resolver.js";
import { AgencyListResolver } from "./agency-list.resolver.js";
import { createAgencyListService } from "./agency-list.service.js";
import { ListingBodyResolver } from "./listing-body.resolver.js";
import { createAgencyLists } from "./migrations/20261201110000_create_agency_lists.js";

const services = { agencyLists: createAgencyListService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const agencyList: Noun<OpennessServices> = {
  owns: ["AgencyList"],
  resolvers: [AgencyListResolver, AgencyListItemResolver, PowerListFindingResolver, ListingBodyResolver],
  references: {
    AgencyList: ({ id }, { agencyLists }) => agencyLists.find(String(id)),
  },
  services,
  migrations: [createAgencyLists],
};
