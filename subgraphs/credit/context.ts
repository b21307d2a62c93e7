/** What a request to the credit subgraph carries: its services, created for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createCommitmentService, type CommitmentService } from "./commitment/commitment.service.js";
import { createEvaluationService, type EvaluationService } from "./evaluation/evaluation.service.js";
import { createLicenceService, type LicenceService } from "./licence/licence.service.js";
import { createListEntryService, type ListEntryService } from "./list-entry/list-entry.service.js";
import { createMeasureService, type MeasureService } from "./measure/measure.service.js";
import { createObjectionService, type ObjectionService } from "./objection/objection.service.js";
import { createOverviewService, type OverviewService } from "./overview/overview.service.js";
import { createPenaltyService, type PenaltyService } from "./penalty/penalty.service.js";
import { createRecordService, type RecordService } from "./record/record.service.js";
import { createRepairCaseService, type RepairCaseService } from "./repair-case/repair-case.service.js";
import { createReportService, type ReportService } from "./report/report.service.js";
import { createStatisticsService, type StatisticsService } from "./statistics/statistics.service.js";

/** Services of the subgraph. */
export interface CreditServices {
  readonly licences: LicenceService;
  readonly penalties: PenaltyService;
  readonly listEntries: ListEntryService;
  readonly measures: MeasureService;
  readonly commitments: CommitmentService;
  readonly evaluations: EvaluationService;
  readonly repairCases: RepairCaseService;
  readonly objections: ObjectionService;
  readonly records: RecordService;
  readonly statistics: StatisticsService;
  readonly overview: OverviewService;
  readonly reports: ReportService;
}

/** Context of its resolvers. */
export type CreditContext = SubgraphContext<CreditServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): CreditServices => {
  const sources = {
    licences: createLicenceService(dependencies),
    penalties: createPenaltyService(dependencies),
    listEntries: createListEntryService(dependencies),
    commitments: createCommitmentService(dependencies),
    evaluations: createEvaluationService(dependencies),
  };
  return {
    ...sources,
    measures: createMeasureService(dependencies),
    repairCases: createRepairCaseService(dependencies),
    objections: createObjectionService(dependencies),
    records: createRecordService(sources),
    statistics: createStatisticsService(dependencies),
    overview: createOverviewService(dependencies),
    reports: createReportService(dependencies, sources),
  };
};
