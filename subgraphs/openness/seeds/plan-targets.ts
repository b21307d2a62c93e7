/** Targets of the demonstration's plans: reached, not reached, going the other way, to be kept, without a figure, not yet published. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { PlanKind } from "../plan-target/plan-target.enums.js";
import { PLAN_TARGETS } from "../plan-target/plan-target.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Target = NewOf<typeof PLAN_TARGETS>;
type Figures = readonly [
  indicator: string,
  unit: string,
  baseline: string,
  target: string,
  actual?: string,
  actualOn?: string,
  assessedOn?: string,
];

/** Removes them. */
export const clearTargets = async (db: Knex): Promise<void> => {
  await db.raw("truncate plan_targets");
};

const PLAN = { kind: PlanKind.FIVE_YEAR_PLAN, planTitle: "延吉市“十四五”市场监管规划", fromYear: 2021, toYear: 2025 };
const REPORT = {
  kind: PlanKind.GOVERNMENT_REPORT,
  planTitle: "延吉市2026年政府工作报告",
  fromYear: 2026,
  toYear: 2026,
};
const YEARLY = {
  kind: PlanKind.DEPARTMENT_PLAN,
  planTitle: "延吉市市场监督管理局2026年工作计划",
  fromYear: 2026,
  toYear: 2026,
};

const OF_PLAN: readonly Figures[] = [
  ["食品抽检合格率", "%", "96.2", "98.5", "98.6", "2025-12-31", "2026-03-16"],
  ["小作坊登记率", "%", "61", "95", "90.75", "2025-12-31", "2026-03-16"],
  ["每万人投诉件数", "件", "12.4", "8", "13.1", "2025-12-31", "2026-03-16"],
];
const OF_REPORT: readonly Figures[] = [
  ["企业开办平均时间", "工作日", "1.5", "0.5", "0.8", "2026-06-30"],
  ["农贸市场改造", "处", "0", "6", "2", "2026-08-31"],
  ["食品安全重大事故", "起", "0", "0", "0", "2026-08-31"],
];

/** Fills the cleared table. */
export const seedTargets = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const owner = { organId: organ.id, organUscc: organ.uscc!, divisionCode: organ.divisionCode.slice(0, 6) };
  const make =
    (mark: string, plan: typeof PLAN | typeof REPORT | typeof YEARLY, publishedOn?: string) =>
    ([indicator, unit, baseline, target, actual, actualOn, assessedOn]: Figures, index: number): Target => ({
      ...{ ...plan, ...owner, id: `MB222401-${mark}-${index + 1}`, publishedOn },
      ...{ indicator, unit, baseline, target, actual, actualOn, assessedOn },
    });
  await insertRecords(db, PLAN_TARGETS, [
    ...OF_PLAN.map(make("145", PLAN, "2021-06-21")),
    ...OF_REPORT.map(make("2026", REPORT, "2026-01-26")),
    make("JH2026", YEARLY, "2026-02-09")(["计量器具检定率", "%", "88", "92"], 0),
    make("JH2026X", YEARLY)(["电梯定期检验率", "%", "97.5", "99"], 0),
  ]);
};
