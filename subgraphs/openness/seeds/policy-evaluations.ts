/** Evaluations of the demonstration's golden measures: answered, reported by a survey, not yet published. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { EvaluatorKind } from "../policy-evaluation/policy-evaluation.enums.js";
import { POLICY_EVALUATIONS } from "../policy-evaluation/policy-evaluation.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

const [FIRST, REVISED] = [`${GOLDEN_ISSUER}/2021-00001`, `${GOLDEN_ISSUER}/2025-00002`];

const NOTHING_YET = {
  ...{ sampleSize: undefined, questionText: undefined, fieldFrom: undefined, reportedOn: undefined, score: undefined },
  ...{ conclusions: undefined, respondedOn: undefined, response: undefined, publishedOn: undefined },
};

/** Removes them. */
export const clearEvaluations = async (db: Knex): Promise<void> => {
  await db.raw("truncate policy_evaluations");
};

/** Fills the cleared table. */
export const seedEvaluations = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const common = {
    ...{ ...NOTHING_YET, organId: organ.id, organUscc: organ.uscc! },
    divisionCode: organ.divisionCode.slice(0, 6),
  };
  await insertRecords(db, POLICY_EVALUATIONS, [
    {
      ...{ ...common, id: "PG222401-2024-001", indexNo: FIRST, evaluatorKind: EvaluatorKind.THIRD_PARTY },
      ...{ evaluator: "延边大学公共管理学院（演示）", method: "实地走访、查阅登记档案", sampleSize: 120 },
      ...{ commissionedOn: "2024-03-04", fieldFrom: "2024-04-08", reportedOn: "2024-06-17", publishedOn: "2024-07-01" },
      ...{ conclusions: "登记材料偏多，检查频次不分风险；建议简化材料并分级检查。", score: "78.5" },
      ...{ respondedOn: "2024-07-15", response: "采纳两项建议，列入修订计划。" },
    },
    {
      ...{ ...common, id: "PG222401-2026-001", indexNo: REVISED, evaluatorKind: EvaluatorKind.SURVEY },
      ...{ evaluator: "延吉市统计局社情民意调查中心（演示）", method: "电话调查", sampleSize: 402 },
      ...{ questionText: "您对办理小作坊登记的便利程度是否满意？", commissionedOn: "2026-05-11" },
      ...{ fieldFrom: "2026-06-01", reportedOn: "2026-07-20", publishedOn: "2026-08-03", score: "91.04" },
      conclusions: "402名受访者中366人表示满意。",
    },
    {
      ...{ ...common, id: "PG222401-2026-002", indexNo: REVISED, evaluatorKind: EvaluatorKind.EXPERT },
      ...{ evaluator: "延吉市食品安全专家委员会（演示）", method: "专家评议", commissionedOn: "2026-09-14" },
      fieldFrom: "2026-09-21",
    },
  ]);
};
