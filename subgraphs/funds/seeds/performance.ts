/** Performance targets whose weights make 100, and evaluations of what is finished. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState, hasReached } from "../fund-project/fund-project.machine.js";
import { PerformanceDimension, PerformanceEvaluator } from "../performance/performance.enums.js";
import type {
  EVALUATION_SCORES,
  PERFORMANCE_EVALUATIONS,
  PERFORMANCE_TARGETS,
} from "../performance/performance.rows.js";
import type { SeedAllotment, SeedProject } from "./rows.js";

/** What to write. */
export interface SeedPerformance {
  readonly targets: NewOf<typeof PERFORMANCE_TARGETS>[];
  readonly evaluations: NewOf<typeof PERFORMANCE_EVALUATIONS>[];
  readonly scores: NewOf<typeof EVALUATION_SCORES>[];
}

const TEMPLATE: readonly (readonly [PerformanceDimension, name: string, target: string, weight: number])[] = [
  [PerformanceDimension.OUTPUT_QUANTITY, "计划任务完成率", "100%", 20],
  [PerformanceDimension.OUTPUT_QUALITY, "验收合格率", "≥98%", 15],
  [PerformanceDimension.OUTPUT_TIMELINESS, "资金按时下达率", "100%", 15],
  [PerformanceDimension.OUTPUT_COST, "成本控制在预算以内", "≤100%", 10],
  [PerformanceDimension.BENEFIT_ECONOMIC, "带动农户年均增收", "≥1000元", 15],
  [PerformanceDimension.BENEFIT_SOCIAL, "受益对象政策知晓率", "≥90%", 10],
  [PerformanceDimension.BENEFIT_SUSTAINABLE, "项目持续运行年限", "≥5年", 5],
  [PerformanceDimension.SATISFACTION, "受益群众满意度", "≥95%", 10],
];

/** Targets of all allotments and projects, evaluations of closed and evaluated ones. */
export const createPerformance = (
  world: DemonstrationWorld,
  allotments: readonly SeedAllotment[],
  projects: readonly SeedProject[],
): SeedPerformance => {
  const random = world.random("performance");
  const rows: SeedPerformance = { targets: [], evaluations: [], scores: [] };
  const write = (
    key: string,
    allotmentNo: string | undefined,
    projectCode: string | undefined,
    evaluatedOn: string | undefined,
  ): void => {
    // Most evaluate well, one in twelve badly, so that every band occurs.
    const bad = evaluatedOn !== undefined && rows.evaluations.length % 12 === 7;
    const zeal = bad ? 0.3 + random() * 0.4 : 0.84 + random() * 0.16;
    for (const [place, [dimension, name, target, weight]] of TEMPLATE.entries()) {
      const id = `PT-${key}-${place + 1}`;
      rows.targets.push({
        id,
        allotmentNo,
        projectCode,
        place: place + 1,
        dimension,
        name,
        targetValue: target,
        weight,
      });
      if (evaluatedOn === undefined) continue;
      const score = random() < 0.5 ? weight : Math.floor(weight * zeal);
      rows.scores.push({
        evaluationId: `PE-${key}`,
        targetId: id,
        actualValue: score === weight ? target : "未完全达到",
        score,
      });
    }
    if (evaluatedOn === undefined) return;
    const evaluators = Object.values(PerformanceEvaluator);
    rows.evaluations.push({
      id: `PE-${key}`,
      ...{ allotmentNo, projectCode, evaluatedOn },
      evaluator: evaluators[Math.floor(random() * evaluators.length)]!,
      evaluatorId: undefined,
      budgetConsequence: "评价结果与下一年度预算安排挂钩",
    });
  };
  for (const { allotmentNo, state, fiscalYear } of allotments)
    write(allotmentNo, allotmentNo, undefined, state === AllotmentState.CLOSED ? `${fiscalYear + 1}-03-20` : undefined);
  for (const { projectCode, state, periodFrom } of projects)
    write(
      projectCode,
      undefined,
      projectCode,
      hasReached(state, FundProjectState.EVALUATED) ? workdayFrom(addDays(periodFrom, 240)) : undefined,
    );
  return rows;
};
