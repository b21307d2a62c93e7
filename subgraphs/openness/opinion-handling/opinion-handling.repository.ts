/** SQL of what writes of opinions need beside the step itself. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { OPINIONS } from "../opinion/opinion.rows.js";

/** What an opinion is given to. */
export interface AskedTopic {
  readonly decisionId: string;
  readonly organiserUscc: string;
  readonly divisionCode: string;
}

/** The topic's consultation; undefined where there is no such topic. */
export const findAskedTopic = async (db: Knex, topicId: string): Promise<AskedTopic | undefined> =>
  (await db("consultation_topics as t")
    .join("decision_consultations as c", "c.decision_id", "t.decision_id")
    .where("t.id", topicId)
    .first("c.decision_id as decisionId", "c.organiser_uscc as organiserUscc", "c.division_code as divisionCode")) as
    AskedTopic | undefined;

/** Inserts an opinion and answers with its id, which says nothing of its author. */
export const insertOpinion = async (
  trx: Knex,
  record: Omit<NewOf<typeof OPINIONS>, "id" | "version">,
): Promise<string> => {
  const id = `YJ${randomUUID().replaceAll("-", "")}`;
  await trx(OPINIONS.name).insert(toRow(OPINIONS, { ...record, id }));
  return id;
};

/** How many opinions the author gave on the decision; the consultation stays locked, so that two requests do not both count the last place as free. */
export const countOfAuthor = async (trx: Knex, decisionId: string, subject: string): Promise<number> => {
  await trx("decision_consultations").where("decision_id", decisionId).forUpdate().first("decision_id");
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(
    "select count(*)::int as count from opinions where decision_id = ? and subject = ?",
    [decisionId, subject],
  );
  return rows[0]!.count;
};
