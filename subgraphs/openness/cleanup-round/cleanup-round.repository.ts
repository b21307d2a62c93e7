/** SQL of rounds of clean-up; those that a viewer may not know of never leave the database, nor what they decided. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import type { CleanupOutcomeKind } from "./cleanup-round.enums.js";
import type { CleanupRoundFilter } from "./cleanup-round.input.js";
import { WHOSE_PUBLISHED_RECORD } from "../published-record/published-record.policy.js";
import {
  CLEANUP_OUTCOMES,
  CLEANUP_ROUNDS,
  type CleanupOutcomeRow,
  type CleanupRoundRow,
} from "./cleanup-round.rows.js";
import type { CleanupOutcome, CleanupRound } from "./cleanup-round.type.js";

const shown = CLEANUP_ROUNDS.to<CleanupRound>()("decidedOn", "publishedOn");

/** The round of a row: what is dated after the day has not happened yet. */
export const toRound =
  (day: LocalDate) =>
  (row: CleanupRoundRow): CleanupRound =>
    shown(row, { decidedOn: comeBy(row.decided_on, day), publishedOn: comeBy(row.published_on, day) });

/** The outcome of a row. */
export const toOutcome: (row: CleanupOutcomeRow) => CleanupOutcome = CLEANUP_OUTCOMES.toRecord;

/** Rounds that fit and that the viewer may know of; the caller adds order and page. */
export const visibleRounds = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: CleanupRoundFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(CLEANUP_ROUNDS.name).select(CLEANUP_ROUNDS.columns()), WHOSE_PUBLISHED_RECORD, {
    viewer,
    today: day,
  });
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Rounds with these ids, in no order. */
export const findRounds = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<CleanupRound[]> =>
  ((await visibleRounds(db, asked).whereIn("id", [...ids])) as CleanupRoundRow[]).map(toRound(asked.day));

/** Outcomes of a round, of which the caller knows that the viewer may know of it. */
export const outcomesQuery = (db: Knex, roundId: Knex.Raw, kind: CleanupOutcomeKind | undefined): Knex.QueryBuilder => {
  const query = db(CLEANUP_OUTCOMES.name).select(CLEANUP_OUTCOMES.columns()).where("round_id", roundId);
  return kind === undefined ? query : query.where("kind", kind);
};

/** How many outcomes of each kind these rounds have. */
export const countOutcomes = async (
  db: Knex,
  ids: readonly string[],
): Promise<{ readonly roundId: string; readonly kind: CleanupOutcomeKind; readonly count: number }[]> =>
  (await db(CLEANUP_OUTCOMES.name)
    .select("round_id as roundId", "kind", db.raw("count(*)::int as count"))
    .whereIn("round_id", [...ids])
    .groupBy("round_id", "kind")) as { roundId: string; kind: CleanupOutcomeKind; count: number }[];

/** The latest twenty outcomes of each of these documents, of rounds that the viewer may know of. */
export const outcomesOfDocuments = async (
  db: Knex,
  asked: AskedBy,
  indexNos: readonly string[],
): Promise<CleanupOutcome[]> => {
  const ranked = db(CLEANUP_OUTCOMES.name)
    .join(visibleRounds(db, asked).as("round"), "round.id", "round_id")
    .select(
      ...CLEANUP_OUTCOMES.columns(CLEANUP_OUTCOMES.name),
      db.raw("row_number() over (partition by index_no order by round.started_on desc, round.id) as place"),
    )
    .whereIn("index_no", [...indexNos]);
  const rows = await db.from(ranked.as("ranked")).where("place", "<=", 20).orderBy(["index_no", "place"]);
  return (rows as CleanupOutcomeRow[]).map(toOutcome);
};
