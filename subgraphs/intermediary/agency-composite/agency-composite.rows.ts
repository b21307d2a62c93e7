/** Columns of agency_year_scores, once. */
import { day, defineTable, integer, text } from "../../../platform/database/index.js";

/** The regulator's score of an agency's year, in tenths of a point (行业监管评分). */
export const AGENCY_YEAR_SCORES = defineTable("agency_year_scores", {
  agencyId: text("agency_id"),
  year: integer("year"),
  scoreTenths: integer("score_tenths"),
  scorerId: text("scorer_id"),
  scoredOn: day("scored_on"),
});
