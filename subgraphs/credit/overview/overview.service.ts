/** Counts records of an organisation, as far as the viewer may know of them (C5). */
import { createBatchLoader } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { countRecords } from "./overview.repository.js";
import type { CreditOverview } from "./overview.type.js";

/** Service of overviews. */
export interface OverviewService {
  find(organizationId: string): Promise<CreditOverview>;
}

/** Creates the service for one request. */
export const createOverviewService = ({ db, viewer, asOf }: ServiceDependencies): OverviewService => {
  const today = localDateOf(asOf);
  const byOrganization = createBatchLoader<CreditOverview>((ids) => countRecords(db, viewer, today, ids));
  return { find: (organizationId) => byOrganization.load(organizationId) };
};
