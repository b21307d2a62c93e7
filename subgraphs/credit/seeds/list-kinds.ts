/** Lists of the demonstration: which body keeps each, under which measures, for how long, and what follows from standing on it. The rules are real, the entries are not. */
import type { DemonstrationOrganization } from "../../demonstration.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { GUIDELINE_2016, GUIDELINE_2020 } from "./measures.js";
import type { BureauName } from "./parties.js";

/** A list that a kind of body keeps. */
export interface KeptList {
  readonly kind: ListKind;
  readonly name: string;
  readonly bureau: BureauName;
  /** Decided by the prefecture for all its counties. */
  readonly byPrefecture?: true;
  readonly law: string;
  readonly reason: string;
  /** Months after which an entry ends by itself; undefined where it stands until its reason is gone. */
  readonly months?: number;
  /** True where keeper and months were read in the text of the measures. */
  readonly verified: boolean;
  readonly measures: readonly string[];
  /** Who may stand on it. */
  readonly roles: readonly DemonstrationOrganization["role"][];
}

const COMPANIES = ["enterprise", "intermediary"] as const;
const { TRUSTWORTHY, WATCH, SERIOUS, ABNORMAL } = ListKind;

/** The lists, each kept by the bodies of one purpose. */
export const LISTS = {
  MARKET: {
    kind: SERIOUS,
    name: "严重违法失信名单",
    bureau: "市场监督管理局",
    law: "《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）",
    reason: "因违法行为受到较重行政处罚，性质恶劣、情节严重（演示）",
    months: 36,
    verified: false,
    measures: ["CJ-03", "GL-01", "GL-02", "GL-03"],
    roles: [...COMPANIES, "individually-owned-business", "cooperative"],
  },
  WAGES: {
    kind: SERIOUS,
    name: "拖欠农民工工资失信联合惩戒对象名单",
    bureau: "人力资源和社会保障局",
    law: "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》（人力资源和社会保障部令第45号）",
    reason: "克扣、无故拖欠农民工工资达到认定拒不支付劳动报酬罪数额标准，经责令仍不支付（演示）",
    months: 36,
    verified: false,
    measures: ["CJ-01", "CJ-02", "GL-02", "GL-03"],
    roles: COMPANIES,
  },
  PROCUREMENT: {
    kind: SERIOUS,
    name: "政府采购严重违法失信行为记录名单",
    bureau: "财政局",
    law: "《中华人民共和国政府采购法》第七十七条",
    reason: "提供虚假材料谋取中标（演示）",
    months: 12,
    verified: true,
    measures: ["CJ-01"],
    roles: COMPANIES,
  },
  // Two years by the amendment of 2017, of which the text was not at hand; that of 2013 was read.
  COURT: {
    kind: SERIOUS,
    name: "失信被执行人名单",
    bureau: "人民法院",
    law: "《最高人民法院关于公布失信被执行人名单信息的若干规定》（法释〔2017〕7号）第一条、第二条",
    reason: "违反财产报告制度，有履行能力而不履行生效法律文书确定的义务（演示）",
    months: 24,
    verified: false,
    measures: ["CJ-01", "CJ-02", "GL-02", "GL-03"],
    roles: [...COMPANIES, "individually-owned-business", "cooperative"],
  },
  TAX: {
    kind: SERIOUS,
    name: "重大税收违法失信主体名单",
    bureau: "税务局",
    byPrefecture: true,
    law: "《重大税收违法失信主体信息公布管理办法》（国家税务总局令第54号）",
    reason: "虚开增值税专用发票，税务机关已作出处理处罚决定（演示）",
    months: 36,
    verified: false,
    measures: ["CJ-01", "GL-01", "GL-02", "GL-03"],
    roles: COMPANIES,
  },
  ABNORMAL: {
    kind: ABNORMAL,
    name: "经营异常名录",
    bureau: "市场监督管理局",
    law: "《企业信息公示暂行条例》",
    reason: "未按照规定的期限公示年度报告（演示）",
    verified: false,
    measures: ["CJ-01", "GL-01"],
    roles: COMPANIES,
  },
  WATCH: {
    kind: WATCH,
    name: "安全生产重点关注名单",
    bureau: "应急管理局",
    law: GUIDELINE_2020,
    reason: "存在事故隐患，需重点监管（演示）",
    months: 12,
    verified: false,
    measures: ["GL-01"],
    roles: COMPANIES,
  },
  TRUSTWORTHY: {
    kind: TRUSTWORTHY,
    name: "守合同重信用企业",
    bureau: "市场监督管理局",
    law: GUIDELINE_2016,
    reason: "合同信用良好（演示）",
    months: 24,
    verified: false,
    measures: ["JL-01", "JL-02"],
    roles: COMPANIES,
  },
} as const satisfies Readonly<Record<string, KeptList>>;

/** Name of a list of the table. */
export type ListName = keyof typeof LISTS;
