/** Columns of intermediary_year_scores, once. */
import { day, defineTable, integer, text } from "../../../platform/database/index.js";

/** The regulator's score of an intermediary's year, in tenths of a point (行业监管评分). */
export const INTERMEDIARY_YEAR_SCORES = defineTable("intermediary_year_scores", {
  intermediaryId: text("intermediary_id"),
  year: integer("year"),
  scoreTenths: integer("score_tenths"),
  scorerId: text("scorer_id"),
  scoredOn: day("scored_on"),
});
