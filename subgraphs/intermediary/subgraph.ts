/** The intermediary subgraph: the list of services that an approval may require, the agencies that provide them and the market (中介服务). */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { AgencyCompositeResolver } from "./agency-composite/agency-composite.resolver.js";
import { AgencyProfileResolver } from "./agency-profile/agency-profile.resolver.js";
import { AgencySanctionResolver } from "./agency-sanction/agency-sanction.resolver.js";
import { BidResolver } from "./bid/bid.resolver.js";
import { createServices, type IntermediaryServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { DrawProofResolver } from "./draw/draw.resolver.js";
import { IntermediaryFindingResolver } from "./finding/finding.resolver.js";
import { intermediaryServiceImport } from "./intermediary-service/intermediary-service.import.js";
import { IntermediaryServiceResolver } from "./intermediary-service/intermediary-service.resolver.js";
import { LegalBasis } from "./legal-basis/legal-basis.type.js";
import { MarketProjectResolver } from "./market-project/market-project.resolver.js";
import { MarketStatisticsResolver, ServicePricesResolver } from "./market-statistics/market-statistics.resolver.js";
import { refreshMarketFigures } from "./market-statistics/figures.repository.js";
import { migrations } from "./migrations/index.js";
import { listFactsOf } from "./organization/list-facts.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { clearIntermediary, seedIntermediary } from "./seeds/seed.js";
import { ServiceCaseResolver } from "./service-case/service-case.resolver.js";
import { ServiceMatterResolver } from "./service-matter/service-matter.resolver.js";

/** Definition of the subgraph. */
export const intermediary: SubgraphDefinition<IntermediaryServices> = {
  name: "intermediary",
  owns: ["IntermediaryService", "MarketProject", "AgencySanction"],
  resolvers: [
    IntermediaryServiceResolver,
    AgencyProfileResolver,
    AgencyCompositeResolver,
    AgencySanctionResolver,
    MarketProjectResolver,
    BidResolver,
    DrawProofResolver,
    IntermediaryFindingResolver,
    MarketStatisticsResolver,
    ServicePricesResolver,
    OrganizationResolver,
    ServiceMatterResolver,
    ServiceCaseResolver,
    DivisionResolver,
  ],
  orphanedTypes: [LegalBasis],
  references: {
    IntermediaryService: ({ code }, { intermediaryServices }) => intermediaryServices.find(String(code)),
    MarketProject: ({ projectNo }, { marketProjects }) => marketProjects.find(String(projectNo)),
    AgencySanction: ({ id }, { sanctions }) => sanctions.find(String(id)),
    Organization: ({ id, ...told }) => ({ id, ...listFactsOf(told) }),
    ServiceMatter: ({ id }) => ({ id }),
    ServiceCase: ({ projectNo }) => ({ projectNo }),
    Division: ({ code }) => ({ code }),
    LegalBasis: ({ id }) => ({ id }),
  },
  createServices,
  imports: [intermediaryServiceImport],
  migrations,
  changes: [{ kind: RecordKind.INTERMEDIARY_SERVICE }],
  refresh: refreshMarketFigures,
  clear: clearIntermediary,
  seed: seedIntermediary,
};
