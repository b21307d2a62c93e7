/** Statistics of cases (办件统计): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import {
  MatterStatisticsResolver,
  OrganizationStatisticsResolver,
  CatalogueStatisticsResolver,
} from "./case-statistics.resolver.js";
import { createStatisticsService } from "./case-statistics.service.js";

const services = { statistics: createStatisticsService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const caseStatistics: Noun<MattersServices> = {
  resolvers: [MatterStatisticsResolver, OrganizationStatisticsResolver, CatalogueStatisticsResolver],
  services,
};
