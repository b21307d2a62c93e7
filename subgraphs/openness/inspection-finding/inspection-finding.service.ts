/** Finds findings of inspection and audit for one viewer. */
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { InspectionFindingFilter } from "./inspection-finding.input.js";
import { FINDINGS, narrowFindings } from "./inspection-finding.repository.js";
import type { InspectionFinding } from "./inspection-finding.type.js";

/** Service of findings. */
export interface InspectionFindingService {
  find(id: string): Promise<InspectionFinding | undefined>;
  list(filter: InspectionFindingFilter, page: PageArgs): Promise<Page<InspectionFinding>>;
  /** Those about a task, at most 10, the last found first. */
  ofTask(taskId: string): Promise<InspectionFinding[]>;
}

const LATEST_FIRST = [
  { column: "found_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createInspectionFindingService = (dependencies: ServiceDependencies): InspectionFindingService => {
  const reads = createRecordReads(dependencies, FINDINGS, {
    ...{ ordering: "inspectionFindings", orderBy: LATEST_FIRST, narrow: narrowFindings },
  });
  const ofTask = reads.under({ column: "task_id", order: "found_on desc, id desc", most: 10 }, ({ taskId }) => taskId);
  return { find: reads.find, list: reads.list, ofTask: (taskId) => ofTask.load(taskId) };
};
