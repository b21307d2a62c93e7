/** The credit subgraph: licences and penalties in publicity, and credit lists (公共信用信息). */
import "reflect-metadata";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { createServices, type CreditServices } from "./context.js";
import { LicenceResolver } from "./licence/licence.resolver.js";
import { ListEntryResolver } from "./list-entry/list-entry.resolver.js";
import { migrations } from "./migrations/index.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { PenaltyResolver } from "./penalty/penalty.resolver.js";
import { seedCredit } from "./seeds/seed.js";
import { ServiceMatter } from "./service-matter/service-matter.type.js";

/** Definition of the subgraph. */
export const credit: SubgraphDefinition<CreditServices> = {
  name: "credit",
  owns: ["AdministrativeLicence", "AdministrativePenalty", "ListEntry"],
  resolvers: [LicenceResolver, PenaltyResolver, ListEntryResolver, OrganizationResolver],
  orphanedTypes: [ServiceMatter],
  references: {
    AdministrativeLicence: ({ id }, { licences }) => licences.find(String(id)),
    AdministrativePenalty: ({ id }, { penalties }) => penalties.find(String(id)),
    ListEntry: ({ id }, { listEntries }) => listEntries.find(String(id)),
    Organization: ({ id }) => ({ id }),
    ServiceMatter: ({ id }) => ({ id }),
  },
  createServices,
  migrations,
  seed: seedCredit,
};
