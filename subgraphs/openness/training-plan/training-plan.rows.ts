/** Columns of training plans, sessions and who took part, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";

/** Plans of training on openness (政务公开培训计划). */
export const TRAINING_PLANS = defineTable("training_plans", {
  id: text("id"),
  year: integer("year"),
  title: text("title"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
});

/** A row of training_plans. */
export type TrainingPlanRow = RowOf<typeof TRAINING_PLANS>;

/** Sessions of plans. */
export const TRAINING_SESSIONS = defineTable("training_sessions", {
  planId: text("plan_id"),
  position: integer("position"),
  topic: text("topic"),
  heldOn: day("held_on"),
  hours: integer("hours"),
});

/** A row of training_sessions. */
export type TrainingSessionRow = RowOf<typeof TRAINING_SESSIONS>;

/** Who took part: a number that an office gives to each of its staff, and no name. */
export const TRAINING_ATTENDANCES = defineTable("training_attendances", {
  planId: text("plan_id").unread("counted in SQL alone"),
  position: integer("position").unread("counted in SQL alone"),
  agencyId: text("agency_id").unread("counted in SQL alone"),
  staffNo: integer("staff_no").unread("counted in SQL alone"),
});
