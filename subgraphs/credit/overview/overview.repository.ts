/** SQL of overviews: counts by the same queries that list the records, so that counts equal rows for every viewer (C5). */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { countsByParent } from "../../../platform/database/index.js";
import { commitmentsQuery } from "../commitment/commitment.repository.js";
import { licencesQuery } from "../licence/licence.repository.js";
import { listEntriesQuery } from "../list-entry/list-entry.repository.js";
import { penaltiesQuery } from "../penalty/penalty.repository.js";
import type { CreditOverview } from "./overview.type.js";

/** How much the viewer may know of about each body, in order. */
export const countRecords = async (
  db: Knex,
  viewer: Viewer,
  today: string,
  organizationIds: readonly string[],
): Promise<CreditOverview[]> => {
  const lists = [
    licencesQuery(db, viewer, today, {}),
    penaltiesQuery(db, viewer, today, {}),
    listEntriesQuery(db, viewer, today, {}),
    commitmentsQuery(db, viewer, {}),
  ];
  const counts = await countsByParent(
    db,
    organizationIds,
    lists.map((list) => (parent) => list.clone().where("counterparty_id", parent)),
  );
  return organizationIds.map((id) => {
    const [licences = 0, penalties = 0, listEntries = 0, commitments = 0] = counts.get(id) ?? [];
    return { licences, penalties, listEntries, commitments };
  });
};
