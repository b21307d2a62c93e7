/** The matters subgraph: the catalogue of service matters, how agencies implement it, and the cases that come of it (政务服务事项、办件). */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { CaseProgressResolver } from "./case-progress/case-progress.resolver.js";
import {
  CatalogueStatisticsResolver,
  MatterStatisticsResolver,
  OrganizationStatisticsResolver,
} from "./case-statistics/case-statistics.resolver.js";
import { refreshMatterFigures } from "./case-statistics/figures.repository.js";
import { catalogueImport } from "./catalogue-item/catalogue-item.import.js";
import { CatalogueItemResolver } from "./catalogue-item/catalogue-item.resolver.js";
import { createServices, type MattersServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { ElectronicLicenceResolver } from "./electronic-licence/electronic-licence.resolver.js";
import { LegalBasis } from "./legal-basis/legal-basis.type.js";
import { IntermediaryService } from "./intermediary-service/intermediary-service.type.js";
import {
  DivisionComparisonResolver,
  MatterComparisonResolver,
} from "./matter-comparison/matter-comparison.resolver.js";
import { MatterVersionResolver } from "./matter-version/matter-version.resolver.js";
import { ChannelsResolver, FeeItemResolver, MaterialResolver } from "./matter/material.resolver.js";
import { findPublishedByCode, type MatterCode } from "./matter/matter-code.repository.js";
import { matterImport } from "./matter/matter.import.js";
import { MatterResolver } from "./matter/matter.resolver.js";
import { MeResolver } from "./me/me.resolver.js";
import { migrations } from "./migrations/index.js";
import { MonitorAlertResolver } from "./monitor-alert/monitor-alert.resolver.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import {
  DivisionPublicServicesResolver,
  OrganizationPublicServicesResolver,
  PublicServicePriceResolver,
  PublicServiceResolver,
} from "./public-institution-service/public-institution-service.resolver.js";
import { clearMatters, seedMatters } from "./seeds/seed.js";
import {
  BundleResolver,
  DivisionBundlesResolver,
  MatterBundlesResolver,
} from "./service-bundle/service-bundle.resolver.js";
import { ServiceCaseResolver } from "./service-case/service-case.resolver.js";
import { MatterRatingsResolver, ServiceRatingResolver } from "./service-rating/service-rating.resolver.js";

/** Definition of the subgraph. */
export const matters: SubgraphDefinition<MattersServices> = {
  name: "matters",
  owns: [
    "CatalogueItem",
    "ServiceMatter",
    "ServiceCase",
    "MonitorAlert",
    "ServiceRating",
    "ElectronicLicence",
    "ServiceBundle",
    "PublicInstitutionService",
  ],
  resolvers: [
    MatterResolver,
    ChannelsResolver,
    MaterialResolver,
    FeeItemResolver,
    CatalogueItemResolver,
    OrganizationResolver,
    DivisionResolver,
    ServiceCaseResolver,
    CaseProgressResolver,
    MeResolver,
    MonitorAlertResolver,
    ServiceRatingResolver,
    MatterRatingsResolver,
    ElectronicLicenceResolver,
    MatterStatisticsResolver,
    OrganizationStatisticsResolver,
    CatalogueStatisticsResolver,
    MatterComparisonResolver,
    DivisionComparisonResolver,
    MatterVersionResolver,
    BundleResolver,
    MatterBundlesResolver,
    DivisionBundlesResolver,
    PublicServiceResolver,
    PublicServicePriceResolver,
    OrganizationPublicServicesResolver,
    DivisionPublicServicesResolver,
  ],
  orphanedTypes: [LegalBasis, IntermediaryService],
  references: {
    CatalogueItem: ({ catalogCode }, { catalogue }) => catalogue.find(String(catalogCode)),
    ServiceMatter: ({ id }, { matters: service }) => service.find(String(id)),
    ServiceCase: ({ projectNo }, { cases }) => cases.find(String(projectNo)),
    MonitorAlert: ({ id }, { alerts }) => alerts.find(String(id)),
    ServiceRating: ({ id }, { ratings }) => ratings.find(String(id)),
    ElectronicLicence: ({ certificateNumber }, { licences }) => licences.find(String(certificateNumber)),
    ServiceBundle: ({ code }, { bundles }) => bundles.find(String(code)),
    PublicInstitutionService: ({ id }, { publicServices }) => publicServices.find(String(id)),
    Organization: ({ id }) => ({ id }),
    Division: ({ code }) => ({ code }),
    LegalBasis: ({ id }) => ({ id }),
    IntermediaryService: ({ code }) => ({ code }),
  },
  createServices,
  imports: [catalogueImport, matterImport],
  batches: {
    /** Published matters of codes, a list for each, in the same order. */
    publishedMattersByCode: (input, { db }) => findPublishedByCode(db, input as MatterCode[]),
  },
  migrations,
  codes: "the query codes on receipts of cases (查询码)",
  changes: [{ kind: RecordKind.CATALOGUE_ITEM }, { kind: RecordKind.SERVICE_MATTER }],
  refresh: refreshMatterFigures,
  clear: clearMatters,
  seed: seedMatters,
};
