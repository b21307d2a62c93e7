/** Finds and lists rounds of clean-up for one viewer, their outcomes, and those of a document. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { CleanupOutcomeKind } from "./cleanup-round.enums.js";
import type { CleanupRoundFilter } from "./cleanup-round.input.js";
import {
  countOutcomes,
  findRounds,
  outcomesOfDocuments,
  outcomesQuery,
  toOutcome,
  toRound,
  visibleRounds,
} from "./cleanup-round.repository.js";
import type { CleanupOutcomeRow, CleanupRoundRow } from "./cleanup-round.rows.js";
import type { CleanupCounts, CleanupOutcome, CleanupRound } from "./cleanup-round.type.js";

/** Service of rounds. */
export interface CleanupRoundService {
  find(id: string): Promise<CleanupRound | undefined>;
  list(filter: CleanupRoundFilter, page: PageArgs): Promise<Page<CleanupRound>>;
  /** Of a round that the viewer holds. */
  outcomes(roundId: string, kind: CleanupOutcomeKind | undefined, page: PageArgs): Promise<Page<CleanupOutcome>>;
  /** Of a round that the viewer holds. */
  counts(roundId: string): Promise<CleanupCounts>;
  /** At most 20, the latest round first. */
  outcomesOf(indexNo: string): Promise<CleanupOutcome[]>;
}

const LATEST_FIRST = [
  { column: "started_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;
const BY_NUMBER = [{ column: "index_no", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createCleanupRoundService = ({ db, viewer, asOf, cursors }: ServiceDependencies): CleanupRoundService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const byId = createKeyLoader(
    (ids) => findRounds(db, asked, ids),
    ({ id }) => id,
  );
  const pages = createParentPages<{ readonly kind?: CleanupOutcomeKind }, CleanupOutcomeRow, CleanupOutcome>(
    db,
    (filter) => ({
      ...{ orderBy: BY_NUMBER, ordering: "cleanupOutcomes", filter, cursors, toNode: toOutcome, counted: true },
      query: (roundId) => outcomesQuery(db, roundId, filter.kind),
    }),
  );
  const counts = createGroupLoader(
    (ids) => countOutcomes(db, ids),
    ({ roundId }) => roundId,
  );
  const ofDocument = createGroupLoader(
    (indexNos) => outcomesOfDocuments(db, asked, indexNos),
    ({ indexNo }) => indexNo,
  );
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<CleanupRoundRow, CleanupRound>({
        ...{ orderBy: LATEST_FIRST, ordering: "cleanupRounds", filter, page, cursors, toNode: toRound(day) },
        query: visibleRounds(db, asked, filter),
      }),
    outcomes: (roundId, kind, page) => pages.load(roundId, kind === undefined ? {} : { kind }, page),
    async counts(roundId) {
      const found = await counts.load(roundId);
      const of = (kind: CleanupOutcomeKind): number => found.find((one) => one.kind === kind)?.count ?? 0;
      const { KEPT, AMENDED, REPEALED } = CleanupOutcomeKind;
      return { kept: of(KEPT), amended: of(AMENDED), repealed: of(REPEALED) };
    },
    outcomesOf: (indexNo) => ofDocument.load(indexNo),
  };
};
