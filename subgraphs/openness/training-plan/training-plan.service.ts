/** Finds plans of training for one viewer, with sessions and coverage. */
import { addMonths, localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { shareOf, yearUntil } from "../openness-dashboard/openness-dashboard.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { TrainingPlanFilter } from "./training-plan.input.js";
import { countTrained, findSessions, PLANS } from "./training-plan.repository.js";
import type { TrainingCoverage, TrainingPlan, TrainingSession } from "./training-plan.type.js";

/** Years within which the whole staff is trained once (国办发〔2016〕80号, told by guides; not read in the document). */
const YEARS = 3;

/** Service of plans of training. */
export interface TrainingPlanService {
  find(id: string): Promise<TrainingPlan | undefined>;
  list(filter: TrainingPlanFilter, page: PageArgs): Promise<Page<TrainingPlan>>;
  /** At most 20. */
  sessions(planId: string): Promise<TrainingSession[]>;
  coverage(plan: TrainingPlan): Promise<TrainingCoverage>;
}

const LATEST_FIRST = [
  { column: "year", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createTrainingPlanService = (dependencies: ServiceDependencies): TrainingPlanService => {
  const { db, asOf } = dependencies;
  const today = localDateOf(asOf);
  const reads = createRecordReads(dependencies, PLANS, {
    ...{ ordering: "trainingPlans", orderBy: LATEST_FIRST },
  });
  const sessions = createGroupLoader(
    (ids) => findSessions(db, today, ids),
    ({ planId }) => planId,
  );
  return {
    find: reads.find,
    list: reads.list,
    sessions: (planId) => sessions.load(planId),
    async coverage({ divisionCode: division, year }) {
      const { until } = yearUntil(year, today);
      const from = addMonths(until, -12 * YEARS);
      const { staff, trained } = await countTrained(db, { division, from, until });
      return { staff, trained, share: shareOf(trained, staff) };
    },
  };
};
