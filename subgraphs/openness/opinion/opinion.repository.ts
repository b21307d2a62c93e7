/** SQL of opinions; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/viewer.js";
import { readableRows } from "../../../platform/database/index.js";
import { WHOSE_OPINION } from "./opinion.policy.js";
import { OPINIONS, type OpinionRow } from "./opinion.rows.js";
import type { Opinion } from "./opinion.type.js";

/** The opinion of a row. */
export const toOpinion: (row: OpinionRow) => Opinion = OPINIONS.toRecord;

/** Opinions that the viewer may know of; the caller narrows them. */
export const visibleOpinions = (
  db: Knex,
  { viewer, day }: { readonly viewer: Viewer; readonly day: string },
): Knex.QueryBuilder =>
  readableRows(db(OPINIONS.name).select(OPINIONS.columns()), WHOSE_OPINION, { viewer, today: day });
