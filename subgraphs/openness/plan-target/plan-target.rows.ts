/** Columns of plan_targets, once: row, select list and mapping come from here. */
import { day, decimal, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { PlanKind } from "./plan-target.enums.js";

/** Targets of plans (规划和政府工作报告目标). */
export const PLAN_TARGETS = defineTable("plan_targets", {
  id: text("id"),
  kind: text("kind").of<PlanKind>(),
  planTitle: text("plan_title"),
  indicator: text("indicator"),
  unit: text("unit"),
  fromYear: integer("from_year"),
  toYear: integer("to_year"),
  baseline: decimal("baseline"),
  target: decimal("target"),
  actual: decimal("actual").nullable(),
  actualOn: day("actual_on").nullable(),
  assessedOn: day("assessed_on").nullable(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
});

/** A row of plan_targets. */
export type PlanTargetRow = RowOf<typeof PLAN_TARGETS>;
