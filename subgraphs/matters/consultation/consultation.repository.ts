/** SQL of consultations. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { holding, readableRows } from "../../../platform/database/index.js";
import { toDeadline } from "../../../platform/graphql/index.js";
import { runningLimit } from "../../../platform/domain/index.js";
import { ANSWER_LIMIT, ConsultationState } from "./consultation.machine.js";
import type { Consultation, ConsultationTurn } from "./consultation.js";
import type { ConsultationFilter } from "./consultation.input.js";
import { OF_ASKER, WHOSE_CONSULTATION } from "./consultation.policy.js";
import { CONSULTATION_TURNS, CONSULTATIONS, type ConsultationRow, type TurnRow } from "./consultation.rows.js";

const shown = CONSULTATIONS.to<Consultation>()();
const shownTurn = CONSULTATION_TURNS.to<ConsultationTurn>()("consultationId");

/** Domain object of a row on the day. */
export const toConsultation = (row: ConsultationRow, today: string): Consultation =>
  shown(row, {
    deadline:
      row.state === ConsultationState.WITHDRAWN
        ? undefined
        : toDeadline({
            ...runningLimit(ANSWER_LIMIT, row.asked_on),
            today,
            completedOn: row.answered_on ?? undefined,
          }),
  });

/** Consultations with these ids, in no order; access is decided by the service. */
export const findConsultations = async (db: Knex, ids: readonly string[]): Promise<ConsultationRow[]> =>
  (await db(CONSULTATIONS.name)
    .select(CONSULTATIONS.columns())
    .whereIn("id", [...ids])) as ConsultationRow[];

/** Consultations that the viewer may know of and that fit; the caller adds order and page. */
export const consultationsQuery = (db: Knex, viewer: Viewer, filter: ConsultationFilter): Knex.QueryBuilder => {
  const all = db(CONSULTATIONS.name).select(CONSULTATIONS.columns());
  const query = readableRows(all, WHOSE_CONSULTATION, { viewer });
  if (filter.mine) readableRows(query, OF_ASKER, { viewer });
  if (filter.matterId != null) query.where("matter_id", filter.matterId);
  if (filter.state != null) query.where("state", filter.state);
  if (filter.text != null) {
    const pattern = holding(filter.text);
    query.where((either) => void either.whereILike("public_question", pattern).orWhereILike("public_answer", pattern));
  }
  return query;
};

/** Questions of these consultations in their order, by consultation. */
export const listTurns = async (
  db: Knex,
  ids: readonly string[],
): Promise<{ readonly consultationId: string; readonly turn: ConsultationTurn }[]> => {
  const rows = (await db(CONSULTATION_TURNS.name)
    .select(CONSULTATION_TURNS.columns())
    .whereIn("consultation_id", [...ids])
    .orderBy(["consultation_id", "number"])) as TurnRow[];
  return rows.map((row) => ({ consultationId: row.consultation_id, turn: shownTurn(row, {}) }));
};
