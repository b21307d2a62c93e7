/** Counts records by the same queries that list them, so that counts equal rows for every viewer (C5). */
import DataLoader from "dataloader";
import { countByParent } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { licencesQuery } from "../licence/licence.repository.js";
import { listEntriesQuery } from "../list-entry/list-entry.repository.js";
import { penaltiesQuery } from "../penalty/penalty.repository.js";
import type { CreditOverview } from "./overview.type.js";

/** Service of overviews. */
export interface OverviewService {
  find(organizationId: string): Promise<CreditOverview>;
}

/** Creates the service for one request. */
export const createOverviewService = ({ db, viewer, asOf }: ServiceDependencies): OverviewService => {
  const today = localDateOf(asOf);
  const byOrganization = new DataLoader<string, CreditOverview>(
    async (ids) => {
      const [licences, penalties, listEntries] = await Promise.all([
        countByParent(db, ids, (parent) => licencesQuery(db).where("counterparty_id", parent)),
        countByParent(db, ids, (parent) => penaltiesQuery(db, viewer, today, {}).where("counterparty_id", parent)),
        countByParent(db, ids, (parent) =>
          listEntriesQuery(db, viewer, today, undefined).where("counterparty_id", parent),
        ),
      ]);
      return ids.map((id) => ({
        licences: licences.get(id) ?? 0,
        penalties: penalties.get(id) ?? 0,
        listEntries: listEntries.get(id) ?? 0,
      }));
    },
    { maxBatchSize: 200 },
  );
  return { find: (organizationId) => byOrganization.load(organizationId) };
};
