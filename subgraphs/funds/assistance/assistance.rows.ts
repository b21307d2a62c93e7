/** Columns of assistance_targets, once. */
import { day, defineTable, integer, text } from "../../../platform/database/index.js";
import type { AssistanceCategory } from "./assistance.enums.js";

/** Households that are assisted (帮扶对象): counted, never read one by one. */
export const ASSISTANCE_TARGETS = defineTable("assistance_targets", {
  householdHash: text("household_hash"),
  villageCode: text("village_code"),
  category: text("category").of<AssistanceCategory>(),
  size: integer("size"),
  identifiedOn: day("identified_on"),
  exitedOn: day("exited_on").nullable(),
});
