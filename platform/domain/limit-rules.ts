/** Legal time limits L01 to L27 as data (docs/reference/time-limits.md): a local promise is another row, never another branch. */
import type { LocalDate } from "./local-date.js";

/** WD working days, D natural days, H hours, M months, Y years. */
export type LimitRuleUnit = "WD" | "D" | "H" | "M" | "Y";

/** One limit. */
export interface LimitRule {
  readonly id: string;
  /** What starts the clock, and what must have happened at its end. */
  readonly trigger: string;
  readonly unit: LimitRuleUnit;
  readonly amount: number;
  /** Least span, where the law gives a range. */
  readonly minimum?: number;
  readonly extensionAmount?: number;
  readonly extensionApprover?: string;
  /** Procedures whose time does not count. */
  readonly excludes: readonly string[];
  /** Law and article, or document. */
  readonly basisClause: string;
  /** Six-digit division; 000000 for the whole country. */
  readonly jurisdiction: string;
  readonly validFrom: LocalDate;
}

const EXCLUDED_BY_LICENSING_45 = [
  "HEARING",
  "BIDDING",
  "AUCTION",
  "INSPECTION",
  "TEST",
  "QUARANTINE",
  "APPRAISAL",
  "EXPERT_REVIEW",
];

const rule = (
  id: string,
  trigger: string,
  amount: number,
  unit: LimitRuleUnit,
  basisClause: string,
  more: Partial<LimitRule> = {},
): LimitRule => ({
  id,
  trigger,
  unit,
  amount,
  excludes: [],
  basisClause,
  jurisdiction: "000000",
  validFrom: "2004-07-01",
  ...more,
});

/** The national rules. */
export const LIMIT_RULES: readonly LimitRule[] = [
  rule("L01", "materials incomplete → one-time notice, else accepted on receipt", 5, "WD", "行政许可法 第三十二条"),
  rule("L02", "acceptance → decision", 20, "WD", "行政许可法 第四十二条", {
    extensionAmount: 10,
    extensionApprover: "agency head",
    excludes: EXCLUDED_BY_LICENSING_45,
  }),
  rule("L03", "unified, joint or centralised handling → decision", 45, "WD", "行政许可法 第四十二条", {
    extensionAmount: 15,
    extensionApprover: "government at the level",
    excludes: EXCLUDED_BY_LICENSING_45,
  }),
  rule("L04", "lower-level pre-examination", 20, "WD", "行政许可法 第四十三条"),
  rule("L05", "decision → licence issued and delivered", 10, "WD", "行政许可法 第四十四条"),
  rule("L06", "renewal asked before expiry", 30, "D", "行政许可法 第五十条"),
  rule("L07", "excluded time is told in writing", 0, "WD", "行政许可法 第四十五条", {
    excludes: EXCLUDED_BY_LICENSING_45,
  }),
  rule("L08", "creation or change → proactive disclosure", 20, "WD", "政府信息公开条例 第二十六条", {
    validFrom: "2019-05-15",
  }),
  rule("L09", "request for information → answer", 20, "WD", "政府信息公开条例 第三十三条", {
    extensionAmount: 20,
    extensionApprover: "head of the openness office",
    excludes: ["THIRD_PARTY_CONSULTATION"],
    validFrom: "2019-05-15",
  }),
  rule("L10", "unclear request → correction notice", 7, "WD", "政府信息公开条例 第三十条", { validFrom: "2019-05-15" }),
  rule("L11", "third-party consultation → answer", 15, "WD", "政府信息公开条例 第三十二条", {
    validFrom: "2019-05-15",
  }),
  rule(
    "L12",
    "licence or penalty decision → publication (双公示)",
    7,
    "WD",
    "行政许可和行政处罚等信用信息公示工作要求",
  ),
  rule("L13", "other enforcement result → publication", 20, "WD", "行政执法公示制度"),
  rule("L14", "revoked or changed penalty → withdrawal and explanation", 3, "D", "行政处罚法 第四十八条", {
    validFrom: "2021-07-15",
  }),
  rule("L15", "major decision draft → end of public comment", 30, "D", "重大行政决策程序暂行条例 第十五条", {
    validFrom: "2019-09-01",
  }),
  rule("L16", "policy document → interpretation", 3, "WD", "国办发〔2016〕80号"),
  rule("L17-5H", "grave or major emergency → authoritative notice", 5, "H", "国办发〔2016〕80号"),
  rule("L17-24H", "grave or major emergency → press conference", 24, "H", "国办发〔2016〕61号"),
  rule("L17-48H", "other opinion event → response", 48, "H", "国办发〔2016〕61号"),
  rule("L18", "approval of budget or final accounts → publication", 20, "D", "预算法 第十四条", {
    validFrom: "2015-01-01",
  }),
  rule("L19-GENERAL", "approval → general transfers issued; province to county", 30, "D", "预算法 第五十二条", {
    validFrom: "2015-01-01",
  }),
  rule("L19-SPECIAL", "approval → special transfers issued", 90, "D", "预算法 第五十二条", { validFrom: "2015-01-01" }),
  rule("L20", "issue of assistance funds → allocation result public", 15, "WD", "扶贫资金项目公告公示指导意见"),
  rule("L21", "subsidy roster publicity before payment", 7, "WD", "一卡通管理规定"),
  rule("L22", "bad rating → rectified", 15, "WD", "政务服务好差评管理办法"),
  // None: a regulator's own rule may publish minor ones, for three months at most.
  rule("L23-MINOR", "penalty document → end of publicity", 0, "M", "信用修复管理办法", {
    minimum: 0,
    validFrom: "2026-04-01",
  }),
  rule("L23-GENERAL", "penalty document → end of publicity", 12, "M", "信用修复管理办法", {
    minimum: 3,
    validFrom: "2026-04-01",
  }),
  rule("L23-SERIOUS", "penalty document → end of publicity", 36, "M", "信用修复管理办法", {
    minimum: 12,
    validFrom: "2026-04-01",
  }),
  rule("L24-ACCEPTANCE", "repair application → acceptance decision", 3, "WD", "信用修复管理办法", {
    validFrom: "2026-04-01",
  }),
  rule("L24-DECISION", "accepted repair → decision of the authority", 10, "WD", "信用修复管理办法", {
    extensionAmount: 10,
    extensionApprover: "finding authority",
    validFrom: "2026-04-01",
  }),
  rule("L24-FEEDBACK", "repair decided → feedback", 15, "WD", "信用修复管理办法", { validFrom: "2026-04-01" }),
  rule("L25", "cause → agency applies for adjustment of the power list", 20, "WD", "权责清单管理办法"),
  rule("L26-CHECK", "data request → conformity check", 2, "WD", "政务数据共享条例", { validFrom: "2025-08-01" }),
  rule("L26-ANSWER", "conforming data request → holder answers", 5, "WD", "政务数据共享条例", {
    validFrom: "2025-08-01",
  }),
  rule("L26-UNPUBLISHED", "request for data not in the catalogue → answer", 10, "WD", "政务数据共享条例", {
    validFrom: "2025-08-01",
  }),
  rule("L27-CONSULTATION", "consultation by message or hotline → answer", 5, "WD", "政务热线管理规定", { minimum: 1 }),
  rule("L27-COMPLAINT", "complaint by message or hotline → answer", 15, "WD", "政务热线管理规定"),
];

/** A rule by id. Throws where there is none: rules are named in code, not by users. */
export const limitRule = (id: string): LimitRule => {
  const found = LIMIT_RULES.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no limit rule ${id}.`);
  return found;
};
