/** The intermediary subgraph: the list of services that an approval may require, and the agencies that provide them (中介服务). */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { AgencyProfileResolver } from "./agency-profile/agency-profile.resolver.js";
import { createServices, type IntermediaryServices } from "./context.js";
import { IntermediaryServiceResolver } from "./intermediary-service/intermediary-service.resolver.js";
import { LegalBasis } from "./legal-basis/legal-basis.type.js";
import { migrations } from "./migrations/index.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { seedIntermediary } from "./seeds/seed.js";
import { ServiceMatterResolver } from "./service-matter/service-matter.resolver.js";

/** Definition of the subgraph. */
export const intermediary: SubgraphDefinition<IntermediaryServices> = {
  name: "intermediary",
  owns: ["IntermediaryService"],
  resolvers: [IntermediaryServiceResolver, AgencyProfileResolver, OrganizationResolver, ServiceMatterResolver],
  orphanedTypes: [LegalBasis],
  references: {
    IntermediaryService: ({ code }, { intermediaryServices }) => intermediaryServices.find(String(code)),
    Organization: ({ id }) => ({ id }),
    ServiceMatter: ({ id }) => ({ id }),
    LegalBasis: ({ id }) => ({ id }),
  },
  createServices,
  migrations,
  changes: [{ kind: RecordKind.INTERMEDIARY_SERVICE }],
  seed: seedIntermediary,
};
