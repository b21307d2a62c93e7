/** SQL of press events; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import type { PressEventFilter } from "./press-event.input.js";
import { WHOSE_PRESS_EVENT } from "./press-event.policy.js";
import {
  PRESS_DOCUMENTS,
  PRESS_EVENTS,
  PRESS_STATEMENTS,
  type PressDocumentRow,
  type PressEventRow,
  type PressStatementRow,
} from "./press-event.rows.js";
import type { PressEvent, PressStatement } from "./press-event.type.js";

/** A statement with its event. */
export type StatementOfEvent = PressStatement & { readonly eventId: string };

/** A document with the event that speaks of it. */
export type DocumentOfEvent = { readonly eventId: string; readonly indexNo: string };

/** The press event of a row. */
export const toPressEvent = (row: PressEventRow): PressEvent => {
  const { speakers, ...record } = PRESS_EVENTS.toRecord(row);
  return { ...record, speakers: [...speakers] };
};

/** Rows that fit and that the viewer may know of; the caller adds order and page. */
export const visiblePressEvents = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: PressEventFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(PRESS_EVENTS.name).select(PRESS_EVENTS.columns()), WHOSE_PRESS_EVENT, {
    ...{ viewer, today: day },
  });
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.heldFrom != null) query.where("held_on", ">=", filter.heldFrom);
  if (filter.heldTo != null) query.where("held_on", "<=", filter.heldTo);
  return query;
};

/** Press events with these ids that the viewer may know of, in no order. */
export const findPressEvents = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<PressEvent[]> =>
  ((await visiblePressEvents(db, asked).whereIn("id", [...ids])) as PressEventRow[]).map(toPressEvent);

/** The first fifty statements of each of these events in their order. */
export const findStatements = async (db: Knex, ids: readonly string[]): Promise<StatementOfEvent[]> =>
  (
    (await db(PRESS_STATEMENTS.name)
      .select(PRESS_STATEMENTS.columns())
      .whereIn("event_id", [...ids])
      .where("position", "<=", 50)
      .orderBy(["event_id", "position"])) as PressStatementRow[]
  ).map(PRESS_STATEMENTS.toRecord);

/** Documents of which these events speak, public or not, by index number. */
export const findDocumentsOf = async (db: Knex, ids: readonly string[]): Promise<DocumentOfEvent[]> =>
  (
    (await db(PRESS_DOCUMENTS.name)
      .select(PRESS_DOCUMENTS.columns())
      .whereIn("event_id", [...ids])
      .orderBy(["event_id", "index_no"])) as PressDocumentRow[]
  ).map(PRESS_DOCUMENTS.toRecord);
