/** Finds tasks for one viewer, with their steps. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { ImplementationTaskFilter } from "./implementation-task.input.js";
import { findSteps, narrowTasks, TASKS } from "./implementation-task.repository.js";
import type { ImplementationTask, TaskStep } from "./implementation-task.type.js";

/** Service of tasks. */
export interface ImplementationTaskService {
  find(id: string): Promise<ImplementationTask | undefined>;
  list(filter: ImplementationTaskFilter, page: PageArgs): Promise<Page<ImplementationTask>>;
  /** Those of a document, at most 20, the first due first. */
  ofDocument(indexNo: string): Promise<ImplementationTask[]>;
  /** At most 20. */
  steps(taskId: string): Promise<TaskStep[]>;
}

const BY_DUE_DAY = [
  { column: "due_on", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createImplementationTaskService = (dependencies: ServiceDependencies): ImplementationTaskService => {
  const { db, asOf } = dependencies;
  const reads = createRecordReads(dependencies, TASKS, {
    ...{ ordering: "implementationTasks", orderBy: BY_DUE_DAY, narrow: narrowTasks },
  });
  const ofDocument = reads.under({ column: "index_no", order: "due_on, id", most: 20 }, ({ indexNo }) => indexNo);
  const steps = createGroupLoader(
    (ids) => findSteps(db, localDateOf(asOf), ids),
    ({ taskId }) => taskId,
  );
  return {
    find: reads.find,
    list: reads.list,
    ofDocument: (indexNo) => ofDocument.load(indexNo),
    steps: (taskId) => steps.load(taskId),
  };
};
