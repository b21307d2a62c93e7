/** What a request to the matters subgraph carries: its services, created for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createStatisticsService, type StatisticsService } from "./case-statistics/case-statistics.service.js";
import { createCatalogueService, type CatalogueService } from "./catalogue-item/catalogue-item.service.js";
import { createLicenceService, type LicenceService } from "./electronic-licence/electronic-licence.service.js";
import { createComparisonService, type ComparisonService } from "./matter-comparison/matter-comparison.service.js";
import { createVersionService, type VersionService } from "./matter-version/matter-version.service.js";
import { createMatterService, type MatterService } from "./matter/matter.service.js";
import { createAlertService, type AlertService } from "./monitor-alert/monitor-alert.service.js";
import {
  createPublicServiceService,
  type PublicServiceService,
} from "./public-institution-service/public-institution-service.service.js";
import { createBundleService, type BundleService } from "./service-bundle/service-bundle.service.js";
import { createCaseService, type CaseService } from "./service-case/service-case.service.js";
import { createRatingService, type RatingService } from "./service-rating/service-rating.service.js";

/** Services of the subgraph. */
export interface MattersServices {
  readonly matters: MatterService;
  readonly versions: VersionService;
  readonly comparisons: ComparisonService;
  readonly catalogue: CatalogueService;
  readonly cases: CaseService;
  readonly alerts: AlertService;
  readonly ratings: RatingService;
  readonly licences: LicenceService;
  readonly statistics: StatisticsService;
  readonly bundles: BundleService;
  readonly publicServices: PublicServiceService;
}

/** Context of its resolvers. */
export type MattersContext = SubgraphContext<MattersServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): MattersServices => {
  const matters = createMatterService(dependencies);
  return {
    matters,
    versions: createVersionService(dependencies),
    comparisons: createComparisonService(dependencies),
    catalogue: createCatalogueService(dependencies),
    cases: createCaseService(dependencies),
    alerts: createAlertService(dependencies),
    ratings: createRatingService(dependencies),
    licences: createLicenceService(dependencies),
    statistics: createStatisticsService(dependencies),
    bundles: createBundleService(dependencies, matters),
    publicServices: createPublicServiceService(dependencies),
  };
};
