/** SQL of tasks and their steps. */
import type { Knex } from "knex";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { lateSql, standingOn } from "../published-record/due-day.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import type { ImplementationTaskFilter } from "./implementation-task.input.js";
import {
  IMPLEMENTATION_TASKS,
  TASK_STEPS,
  type ImplementationTaskRow,
  type TaskStepRow,
} from "./implementation-task.rows.js";
import type { ImplementationTask, TaskStep } from "./implementation-task.type.js";

const shown = IMPLEMENTATION_TASKS.to<ImplementationTask>()("doneOn", "verifiedOn", "publishedOn");
const shownStep = TASK_STEPS.to<TaskStep & { readonly taskId: string }>()("doneOn");

/** The table, as records are read from it. */
export const TASKS: RecordTable<ImplementationTaskRow, ImplementationTask> = {
  name: IMPLEMENTATION_TASKS.name,
  columns: IMPLEMENTATION_TASKS.columns,
  toNode(row, day) {
    const doneOn = comeBy(row.done_on, day);
    return shown(row, {
      ...{ doneOn, verifiedOn: comeBy(row.verified_on, day), publishedOn: comeBy(row.published_on, day) },
      ...standingOn({ dueOn: row.due_on, doneOn }, day),
    });
  },
};

/** Leaves tasks that are late, or those that are not. */
export const narrowTasks = (query: Knex.QueryBuilder, filter: ImplementationTaskFilter, { day }: AskedBy): void => {
  if (filter.late != null) query.whereRaw(`${filter.late ? "" : "not "}(${lateSql("done_on")})`, [day]);
};

/** The first twenty steps of these tasks, in their order, of whose tasks the caller knows that the viewer may know of them. */
export const findSteps = async (
  db: Knex,
  day: LocalDate,
  taskIds: readonly string[],
): Promise<(TaskStep & { readonly taskId: string })[]> =>
  (
    (await db(TASK_STEPS.name)
      .select(TASK_STEPS.columns())
      .whereIn("task_id", [...taskIds])
      .where("position", "<=", 20)
      .orderBy(["task_id", "position"])) as TaskStepRow[]
  ).map((row) => shownStep(row, { doneOn: comeBy(row.done_on, day) }));
