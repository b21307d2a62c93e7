/** The matters subgraph: the catalogue of service matters and how agencies implement it (政务服务事项). */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { CatalogueItemResolver } from "./catalogue-item/catalogue-item.resolver.js";
import { createServices, type MattersServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { LegalBasis } from "./legal-basis/legal-basis.type.js";
import { IntermediaryService } from "./intermediary-service/intermediary-service.type.js";
import { FeeItemResolver, MaterialResolver } from "./matter/material.resolver.js";
import { matterImport } from "./matter/matter.import.js";
import { MatterResolver } from "./matter/matter.resolver.js";
import { migrations } from "./migrations/index.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { seedMatters } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const matters: SubgraphDefinition<MattersServices> = {
  name: "matters",
  owns: ["CatalogueItem", "ServiceMatter"],
  resolvers: [
    MatterResolver,
    MaterialResolver,
    FeeItemResolver,
    CatalogueItemResolver,
    OrganizationResolver,
    DivisionResolver,
  ],
  orphanedTypes: [LegalBasis, IntermediaryService],
  references: {
    CatalogueItem: ({ catalogCode }, { catalogue }) => catalogue.find(String(catalogCode)),
    ServiceMatter: ({ id }, { matters: service }) => service.find(String(id)),
    Organization: ({ id }) => ({ id }),
    Division: ({ code }) => ({ code }),
    LegalBasis: ({ id }) => ({ id }),
    IntermediaryService: ({ code }) => ({ code }),
  },
  createServices,
  imports: [matterImport],
  migrations,
  changes: [{ kind: RecordKind.CATALOGUE_ITEM }, { kind: RecordKind.SERVICE_MATTER }],
  seed: seedMatters,
};
