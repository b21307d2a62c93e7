/** Columns of implementation_tasks and task_steps, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";

/** Tasks by which documents are carried out (任务分解). */
export const IMPLEMENTATION_TASKS = defineTable("implementation_tasks", {
  id: text("id"),
  indexNo: text("index_no"),
  measure: text("measure"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  jointUnitIds: texts("joint_unit_ids"),
  coordinatorId: text("coordinator_id").nullable(),
  supervision: text("supervision").nullable(),
  issuedOn: day("issued_on"),
  dueOn: day("due_on"),
  doneOn: day("done_on").nullable(),
  verifiedOn: day("verified_on").nullable(),
  publishedOn: day("published_on").nullable(),
});

/** A row of implementation_tasks. */
export type ImplementationTaskRow = RowOf<typeof IMPLEMENTATION_TASKS>;

/** Steps of tasks, each with what shows that it is done. */
export const TASK_STEPS = defineTable("task_steps", {
  taskId: text("task_id"),
  position: integer("position"),
  name: text("name"),
  weight: integer("weight"),
  dueOn: day("due_on"),
  doneOn: day("done_on").nullable(),
  note: text("note").nullable(),
  evidenceTitle: text("evidence_title").nullable(),
  evidenceIndexNo: text("evidence_index_no").nullable(),
});

/** A row of task_steps. */
export type TaskStepRow = RowOf<typeof TASK_STEPS>;
