/** SQL of what writes of consultations need beside the step itself. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { CONSULTATION_TURNS, CONSULTATIONS } from "../consultation/consultation.rows.js";

/** Inserts a consultation and answers with its id, which says nothing of the asker. */
export const insertConsultation = async (
  trx: Knex,
  record: Omit<NewOf<typeof CONSULTATIONS>, "id" | "version">,
): Promise<string> => {
  const id = `ZX${randomUUID().replaceAll("-", "")}`;
  await trx(CONSULTATIONS.name).insert(toRow(CONSULTATIONS, { ...record, id }));
  return id;
};

/** Adds a question to a consultation that is locked or was just inserted; answers with how many it has then. */
export const addQuestion = async (
  trx: Knex,
  consultationId: string,
  { question, askedOn }: { readonly question: string; readonly askedOn: string },
): Promise<number> => {
  const last = (await trx(CONSULTATION_TURNS.name)
    .where("consultation_id", consultationId)
    .max("number as number")
    .first()) as { readonly number: number | null };
  const number = (last.number ?? 0) + 1;
  await trx(CONSULTATION_TURNS.name).insert(
    toRow(CONSULTATION_TURNS, {
      ...{ consultationId, number, question, askedOn, answer: undefined, answeredOn: undefined },
    }),
  );
  return number;
};

/** Answers the last question. */
export const answerLast = async (
  trx: Knex,
  consultationId: string,
  { answer, answeredOn }: { readonly answer: string; readonly answeredOn: string },
): Promise<void> => {
  await trx(CONSULTATION_TURNS.name)
    .where("consultation_id", consultationId)
    .whereNull("answered_on")
    .update({ answer, answered_on: answeredOn });
};
