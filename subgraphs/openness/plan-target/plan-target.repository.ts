/** SQL of targets. */
import type { Knex } from "knex";
import { comeBy } from "../../../platform/domain/index.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import type { PlanTargetFilter } from "./plan-target.input.js";
import { PLAN_TARGETS, type PlanTargetRow } from "./plan-target.rows.js";
import { achievementOf, isReached, targetState } from "./plan-target.js";
import type { PlanTarget } from "./plan-target.type.js";

const shown = PLAN_TARGETS.to<PlanTarget>()("actual", "actualOn", "assessedOn", "publishedOn");

/** The table, as records are read from it. */
export const TARGETS: RecordTable<PlanTargetRow, PlanTarget> = {
  name: PLAN_TARGETS.name,
  columns: PLAN_TARGETS.columns,
  toNode(row, day) {
    const actualOn = comeBy(row.actual_on, day);
    const assessedOn = comeBy(row.assessed_on, day);
    const actual = actualOn === undefined ? undefined : row.actual!;
    const figures = { baseline: row.baseline, target: row.target, actual };
    return shown(row, {
      ...{ actual, actualOn, assessedOn, publishedOn: comeBy(row.published_on, day) },
      ...{ achievement: achievementOf(figures), reached: isReached(figures), state: targetState(actual, assessedOn) },
    });
  },
};

/** Leaves targets that fit. */
export const narrowTargets = (query: Knex.QueryBuilder, filter: PlanTargetFilter): void => {
  if (filter.kind != null) query.where("kind", filter.kind);
};
