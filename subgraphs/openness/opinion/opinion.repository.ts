/** SQL of opinions; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import { WHOSE_OPINION } from "./opinion.policy.js";
import { OPINIONS, type OpinionRow } from "./opinion.rows.js";
import type { Opinion } from "./opinion.type.js";

/** The opinion of a row. */
export const toOpinion: (row: OpinionRow) => Opinion = OPINIONS.toRecord;

const visibleOpinions = (db: Knex, { viewer, day }: AskedBy): Knex.QueryBuilder =>
  readableRows(db(OPINIONS.name).select(OPINIONS.columns()), WHOSE_OPINION, { viewer, today: day });

/** Opinions with these ids that the viewer may know of, in no order. */
export const findOpinions = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<Opinion[]> =>
  ((await visibleOpinions(db, asked).whereIn("id", [...ids])) as OpinionRow[]).map(toOpinion);

/** Those of a topic; the caller adds order and page. */
export const opinionsOfTopic = (db: Knex, asked: AskedBy, topic: Knex.Raw): Knex.QueryBuilder =>
  visibleOpinions(db, asked).where("topic_id", topic);
