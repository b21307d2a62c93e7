/** Which of the records that the feed of changes told of are still public: publicity ends by time alone. */
import type { Knex } from "knex";
import { ANONYMOUS } from "../../../platform/auth/index.js";
import type { TrackedKind } from "../../../platform/subgraph/index.js";
import { licencesQuery } from "../licence/licence.repository.js";
import { listEntriesQuery } from "../list-entry/list-entry.repository.js";
import { penaltiesQuery } from "../penalty/penalty.repository.js";

type PublicRecords = (db: Knex, today: string) => Knex.QueryBuilder;

const stillPublic =
  (records: PublicRecords): TrackedKind["stillPublic"] =>
  async (db, keys, today) =>
    new Set(((await records(db, today).whereIn("id", [...keys])) as { id: string }[]).map(({ id }) => id));

/** Licences among the keys that the public may know of on the day. */
export const publicLicences = stillPublic((db, today) => licencesQuery(db, ANONYMOUS, today, {}));

/** Penalties in publicity on the day. */
export const publicPenalties = stillPublic((db, today) => penaltiesQuery(db, ANONYMOUS, today, {}));

/** List entries that stand on the day. */
export const publicListEntries = stillPublic((db, today) => listEntriesQuery(db, ANONYMOUS, today, {}));
