/** SQL of events of public concern; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import { responseDeadline, stageOf } from "./opinion-event.js";
import type { OpinionEventFilter } from "./opinion-event.input.js";
import { WHOSE_OPINION_EVENT } from "./opinion-event.policy.js";
import {
  OPINION_EVENTS,
  OPINION_RESPONSES,
  type OpinionEventRow,
  type OpinionResponseRow,
} from "./opinion-event.rows.js";
import type { OpinionEvent, OpinionResponse } from "./opinion-event.type.js";

/** A response with its event. */
export type ResponseToEvent = OpinionResponse & { readonly eventId: string };

/** The event of a row, as it stands now: a response that is to come has not happened yet. */
export const toEvent =
  (now: Date) =>
  (row: OpinionEventRow): OpinionEvent => {
    const { respondedAt, effect, ...record } = OPINION_EVENTS.toRecord(row);
    const answered = respondedAt !== undefined && respondedAt <= now;
    const come = { ...record, ...(answered ? { respondedAt, ...(effect === undefined ? {} : { effect }) } : {}) };
    return { ...come, stage: stageOf(come), deadline: responseDeadline(come, now) };
  };

/** Rows that fit and that the viewer may know of; the caller adds order and page. */
export const visibleEvents = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: OpinionEventFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(OPINION_EVENTS.name).select(OPINION_EVENTS.columns()), WHOSE_OPINION_EVENT, {
    ...{ viewer, today: day },
  });
  if (filter.level != null) query.where("level", filter.level);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Events with these ids that the viewer may know of, in no order. */
export const findEvents = async (
  db: Knex,
  asked: AskedBy,
  ids: readonly string[],
  now: Date,
): Promise<OpinionEvent[]> =>
  ((await visibleEvents(db, asked).whereIn("id", [...ids])) as OpinionEventRow[]).map(toEvent(now));

/** The first ten responses to each of these events that have happened, in their order. */
export const findResponses = async (db: Knex, ids: readonly string[], now: Date): Promise<ResponseToEvent[]> =>
  (
    (await db(OPINION_RESPONSES.name)
      .select(OPINION_RESPONSES.columns())
      .whereIn("event_id", [...ids])
      .where("number", "<=", 10)
      .where("at", "<=", now)
      .orderBy(["event_id", "number"])) as OpinionResponseRow[]
  ).map(OPINION_RESPONSES.toRecord);
