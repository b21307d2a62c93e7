/** Counts records by the same queries that list them, so that counts equal rows for every viewer (C5). */
import DataLoader from "dataloader";
import { countByParent } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { commitmentsQuery } from "../commitment/commitment.repository.js";
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
  const lists = {
    licences: licencesQuery(db, viewer, today, {}),
    penalties: penaltiesQuery(db, viewer, today, {}),
    listEntries: listEntriesQuery(db, viewer, today, {}),
    commitments: commitmentsQuery(db, viewer, {}),
  };
  const byOrganization = new DataLoader<string, CreditOverview>(
    async (ids) => {
      const counts = await Promise.all(
        Object.values(lists).map((list) =>
          countByParent(db, ids, (parent) => list.clone().where("counterparty_id", parent)),
        ),
      );
      return ids.map((id) => {
        const [licences = 0, penalties = 0, listEntries = 0, commitments = 0] = counts.map(
          (found) => found.get(id) ?? 0,
        );
        return { licences, penalties, listEntries, commitments };
      });
    },
    { maxBatchSize: 200 },
  );
  return { find: (organizationId) => byOrganization.load(organizationId) };
};
