/** Columns of ratings and of their sums, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, truth, type RowOf } from "../../../platform/database/index.js";
import type { RectificationState } from "./service-rating.machine.js";
import type { RatingChannel, RatingStage } from "./service-rating.status.js";
import type { Moderation } from "./service-rating.machine.js";

/** Ratings of services (好差评). */
export const SERVICE_RATINGS = defineTable("service_ratings", {
  id: text("id"),
  caseNo: text("case_no"),
  serviceNumber: integer("service_number"),
  matterId: text("matter_id"),
  subject: text("subject"),
  deptId: text("dept_id"),
  deptUscc: text("dept_uscc"),
  divisionCode: text("division_code"),
  stars: integer("stars"),
  stage: text("stage").of<RatingStage>(),
  channel: text("channel").of<RatingChannel>(),
  tags: texts("tags"),
  // Who reads which of the two is decided by the policy.
  writtenComment: text("comment").nullable(),
  shownComment: text("shown_comment").nullable(),
  moderation: text("moderation").of<Moderation>(),
  byDefault: truth("by_default"),
  ratedOn: day("rated_on"),
  rectificationState: text("rectification_state").of<RectificationState>().nullable(),
  verifiedOn: day("verified_on").nullable(),
  appealedOn: day("appealed_on").nullable(),
  rectifiedOn: day("rectified_on").nullable(),
  calledBackOn: day("called_back_on").nullable(),
  closedOn: day("closed_on").nullable(),
  measures: text("measures").nullable(),
  version: integer("version").byDefault(),
});

/** A row of service_ratings. */
export type RatingRow = RowOf<typeof SERVICE_RATINGS>;

/** Number and sum of stars of a matter's ratings, defaults left out, as the last refresh found them. */
export const RATING_STATISTICS = defineTable("rating_statistics", {
  matterId: text("matter_id"),
  ratings: integer("ratings"),
  stars: integer("stars"),
});

/** A row of rating_statistics. */
export type RatingSumRow = RowOf<typeof RATING_STATISTICS>;
