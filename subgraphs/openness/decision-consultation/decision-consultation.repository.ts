/** SQL of consultations on decisions, of their topics and of how many opinions came. */
import type { Knex } from "knex";
import { readableRows, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import { limitAmountSql } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import type { OpinionOutcome } from "../opinion/opinion.enums.js";
import { COMMENT_LIMIT } from "./decision-consultation.js";
import { WHOSE_DECISION_CONSULTATION } from "./decision-consultation.policy.js";
import {
  CONSULTATION_TOPICS,
  DECISION_CONSULTATIONS,
  type DecisionConsultationRow,
} from "./decision-consultation.rows.js";

/** The SQL of `isTooShort`. */
const TOO_SHORT = (): string =>
  `(shortened_because is null and closes_on < opens_on + (${limitAmountSql(COMMENT_LIMIT, "opens_on")}))`;

/** Consultations that the viewer may know of; the caller narrows them. */
export const visibleConsultations = (db: Knex, { viewer, day }: AskedBy): Knex.QueryBuilder =>
  readableRows(db(DECISION_CONSULTATIONS.name).select(DECISION_CONSULTATIONS.columns()), WHOSE_DECISION_CONSULTATION, {
    viewer,
    today: day,
  });

/** Decisions on which the public has too little time, by consultations that the viewer may know of. */
export const tooShortConsultations = (db: Knex, asked: AskedBy): Knex.QueryBuilder =>
  visibleConsultations(db, asked).clearSelect().select("decision_id").whereRaw(TOO_SHORT());

/** Those that are open on the day in divisions whose codes begin with the prefix; ":" is the character after "9". */
export const openInDivision = (db: Knex, asked: AskedBy, prefix: Knex.Raw): Knex.QueryBuilder =>
  visibleConsultations(db, asked)
    .where("opens_on", "<=", asked.day)
    .where("closes_on", ">=", asked.day)
    .whereRaw("division_code >= ? and division_code < ? || ':'", [prefix, prefix]);

/** Consultations of these decisions, in no order. */
export const findConsultations = async (
  db: Knex,
  asked: AskedBy,
  ids: readonly string[],
): Promise<DecisionConsultationRow[]> =>
  (await visibleConsultations(db, asked).whereIn("decision_id", [...ids])) as DecisionConsultationRow[];

/** Topics of these consultations in their order. */
export const findTopics = async (db: Knex, ids: readonly string[]): Promise<RecordOf<typeof CONSULTATION_TOPICS>[]> =>
  (
    (await db(CONSULTATION_TOPICS.name)
      .select(CONSULTATION_TOPICS.columns())
      .whereIn("decision_id", [...ids])
      .orderBy(["decision_id", "position"])) as RowOf<typeof CONSULTATION_TOPICS>[]
  ).map(CONSULTATION_TOPICS.toRecord);

/** How many opinions came out so. */
export interface OutcomeCount {
  readonly key: string;
  readonly outcome: OpinionOutcome;
  readonly count: number;
}

/** How many opinions these consultations or topics have by outcome: the numbers are public where the words are not yet. */
export const countOpinions = async (
  db: Knex,
  by: "decision_id" | "topic_id",
  keys: readonly string[],
): Promise<OutcomeCount[]> =>
  (await db("opinions")
    .select(`${by} as key`, "state as outcome", db.raw("count(*)::int as count"))
    .whereIn(by, [...keys])
    .groupBy(by, "state")) as OutcomeCount[];
