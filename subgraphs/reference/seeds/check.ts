/** Rules of the field that the demonstration's organisations obey. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";

/** Bodies of a province that are called 局: organs directly under it, or of the State itself. */
const PROVINCIAL_BUREAUS = /(医疗保障局|政务服务和数字化建设管理局|税务局)（演示）$/;

/** All of them. */
export const referenceRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<{ name: string; division_code: string }, DemonstrationWorld>({
    name: "departments-are-named-by-their-level",
    holds: "A department of a province is a 厅 or 委员会, one of a prefecture or county never a 厅.",
    reason: "吉林省公安局 does not exist: a reader of the field stops at the first such name.",
    source: "地方各级人民代表大会和地方各级人民政府组织法 第七十九条",
    rows: "select name, division_code from organizations where kind = 'AGENCY' and name !~ '人民政府（演示）$' and status <> 'ABOLISHED'",
    breach:
      () =>
      ({ name, division_code }) => {
        const provincial = division_code.endsWith("0000");
        const named = /(厅|委员会)（演示）$/.test(name) || PROVINCIAL_BUREAUS.test(name);
        return provincial ? (named ? undefined : name) : /厅（演示）$/.test(name) ? name : undefined;
      },
  }),
];
