/** Rules of the field that the demonstration's published budgets obey: basic and project expenditure under their own codes. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";

interface LineRow {
  readonly disclosure_id: string;
  readonly code: string;
  readonly heading: string;
}

/** Items of basic expenditure: running costs (行政运行 …01, 事业运行 …50) and social contributions, housing. */
const BASIC = /^\d{5}(01|50)$|^20805|^21011|^22102/;

/** They. */
export const budgetRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<LineRow, DemonstrationWorld>({
    name: "basic-and-project-expenditure-have-codes-of-their-own",
    holds: "Running costs, social contributions and housing are basic expenditure, and nothing else is.",
    reason: "行政运行 is what keeps an office open; a project stands under another item.",
    source: "政府收支分类科目 支出功能分类（行政运行、一般行政管理事务的说明）",
    rows: "select disclosure_id, code, heading from budget_table_lines where code ~ '^[0-9]{7}$' and heading in ('基本支出', '项目支出')",
    breach:
      () =>
      ({ disclosure_id, code, heading }) =>
        BASIC.test(code) === (heading === "基本支出") ? undefined : `${disclosure_id}: ${heading} under ${code}`,
  }),
];
