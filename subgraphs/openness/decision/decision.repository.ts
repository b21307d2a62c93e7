/** SQL of decisions; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import { tooShortConsultations } from "../decision-consultation/decision-consultation.repository.js";
import { ALWAYS_NEEDED } from "./decision.js";
import type { DecisionFilter } from "./decision.input.js";
import { WHOSE_DECISION } from "./decision.policy.js";
import { DECISION_STEPS, DECISIONS, type DecisionRow } from "./decision.rows.js";
import type { Decision } from "./decision.type.js";

/** Evidence of a step of a decision. */
export type StoredStep = RecordOf<typeof DECISION_STEPS>;

/** The decision of a row. */
export const toDecision: (row: DecisionRow) => Decision = DECISIONS.toRecord;

/** Decisions in which the step is neither taken by the day nor left out for a reason that the law allows: the SQL of `missingSteps`. */
const whereMissing = (query: Knex.QueryBuilder, step: string, day: string): Knex.QueryBuilder =>
  query.whereRaw(
    `not exists (select 1 from decision_steps s where s.decision_id = decisions.id and s.step = ?
       and (s.taken_on <= ? or (s.taken_on is null and s.step <> all(?::text[]))))`,
    [step, day, [...ALWAYS_NEEDED]] as never,
  );

/** Decisions that fit and that the viewer may know of; the caller adds order and page. */
export const visibleDecisions = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: DecisionFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(DECISIONS.name).select(DECISIONS.columns()), WHOSE_DECISION, { viewer, today: day });
  if (filter.stage != null) query.where("state", filter.stage);
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.organiser != null) query.where("organiser_id", filter.organiser);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.missing != null) whereMissing(query, filter.missing, day);
  if (filter.consultedTooShort != null) {
    const short = tooShortConsultations(db, { viewer, day });
    query[filter.consultedTooShort ? "whereIn" : "whereNotIn"]("id", short);
  }
  return query;
};

/** Those that a body prepares. */
export const decisionsOfOrganiser = (db: Knex, asked: AskedBy, organiser: Knex.Raw): Knex.QueryBuilder =>
  visibleDecisions(db, asked).where("organiser_id", organiser);

/** Decisions with these ids, in no order. */
export const findDecisions = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<Decision[]> =>
  ((await visibleDecisions(db, asked).whereIn("id", [...ids])) as DecisionRow[]).map(toDecision);

/** Evidence of the steps of these decisions, of which the caller knows that the viewer may know of them. */
export const findSteps = async (db: Knex, ids: readonly string[]): Promise<StoredStep[]> =>
  (
    (await db(DECISION_STEPS.name)
      .select(DECISION_STEPS.columns())
      .whereIn("decision_id", [...ids])) as RowOf<typeof DECISION_STEPS>[]
  ).map(DECISION_STEPS.toRecord);
