/** Rules of the field that the demonstration's organisations obey. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { holdsNoPersons } from "../../demonstration-texts.js";

/** Bodies of a province that are called 局: organs directly under it, or of the State itself. */
const PROVINCIAL_BUREAUS = /(医疗保障局|政务服务和数字化建设管理局|税务局)（演示）$/;

/** What each government has, by the words in the body's name; of the prefecture also the housing fund. */
const EXPECTED = ["人民政府", "公安", "民政", "司法", "财政", "审计", "医疗保障", "税务", "市场监督管理", "政务服务"];

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
  eachRow<{ division_code: string; names: string }, DemonstrationWorld>({
    name: "governments-have-their-departments",
    holds:
      "Every government of the demonstration has its service bureau, justice, audit, medical insurance and tax; the prefecture the housing provident fund.",
    reason: "Whoever looks for 医保, 公积金 or 法律援助 looks for these bodies.",
    source: "地方各级人民代表大会和地方各级人民政府组织法 第七十九条, 住房公积金管理条例 第十条",
    rows: `select division_code, string_agg(name, ' ') as names from organizations
      where status = 'ACTIVE' and kind in ('AGENCY', 'INSTITUTION') and length(division_code) = 6
      group by division_code having bool_or(name ~ '人民政府（演示）$')`,
    breach:
      () =>
      ({ division_code, names }) => {
        const wanted = division_code === "222400" ? [...EXPECTED, "住房公积金管理中心"] : EXPECTED;
        const missing = wanted.filter((part) => !names.includes(part));
        return missing.length > 0 ? `${division_code} lacks ${missing.join(", ")}` : undefined;
      },
  }),
  eachRow<{ name: string; status: string }, DemonstrationWorld>({
    name: "agencies-are-not-struck-off",
    holds: "An agency is active, or abolished and merged into another; it is never 注销 or 吊销.",
    reason: "Only what is registered can be struck off the register; an agency is set up and abolished by decision.",
    source: "国务院行政机构设置和编制管理条例, 市场主体登记管理条例 第二条",
    rows: "select name, status from organizations where kind = 'AGENCY'",
    breach:
      () =>
      ({ name, status }) =>
        ["ACTIVE", "ABOLISHED"].includes(status) ? undefined : `${name}: ${status}`,
  }),
  eachRow<{ id: string; sets: boolean | null }, DemonstrationWorld>({
    name: "legal-bases-say-whether-they-set-a-service",
    holds: "Every legal basis says whether it makes an intermediary service a condition of an approval.",
    reason:
      "What nobody looked up clears a listed service: one that no law sets would stand on the list without a finding.",
    source: "优化营商环境条例 第四十三条 (国令第722号)",
    rows: "select id, sets_intermediary_service as sets from legal_bases",
    breach:
      () =>
      ({ id, sets }) =>
        sets === null ? id : undefined,
  }),
  holdsNoPersons("reference"),
];
