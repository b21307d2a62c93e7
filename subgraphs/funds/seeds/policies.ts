/** What the demonstration says of each fund policy beside its name: standard, shares, classification. Figures are illustrative. */
import { DirectFlag, FundLevel, TransferType } from "../budget-allotment/budget-allotment.enums.js";
import { FundKind } from "../fund-policy/fund-policy.enums.js";
import type { Trade } from "../../demonstration-trades.js";
import type { SourceShare, SubsidyStandard } from "../fund-policy/fund-policy.js";

/** Bodies that a policy pays: only those of these trades, and each as much as that. */
export interface Receivers {
  readonly trades: readonly Trade[];
  /** In yuan. */
  readonly each: readonly [from: number, to: number];
}

/** Facts of a policy. */
export interface SeedPolicy {
  readonly kind: FundKind;
  readonly standard: readonly SubsidyStandard[];
  readonly sourceShares: readonly SourceShare[];
  /** Bureau in charge, part of its name. */
  readonly bureau: string;
  readonly payCycle: string;
  readonly eligibility: string;
  readonly functionCode: string;
  readonly govEconCode: string;
  /** Economic use where a body is paid. */
  readonly deptEconCode: string;
  /** Economic use where persons are paid. @default the same */
  readonly personEconCode?: string;
  readonly transferType: TransferType;
  readonly direct: DirectFlag;
  /** Abbreviation of the issuing division in document numbers, such as 财社. */
  readonly series: string;
  /** Bodies that receive it; where there are none the county pays households. */
  readonly receivers?: Receivers;
}

const EMPLOYERS: readonly Trade[] = ["餐饮", "商贸", "物流", "食品", "电子", "旅游", "药业", "木业"];

/** Trades that build what a project builds. */
export const BUILDERS: readonly Trade[] = ["建筑工程"];

const shares = (central: number, province: number, county: number): SeedPolicy["sourceShares"] =>
  [
    { level: FundLevel.CENTRAL, percent: central },
    { level: FundLevel.PROVINCE, percent: province },
    { level: FundLevel.COUNTY, percent: county },
  ].filter(({ percent }) => percent > 0);

/** Facts by policy code. */
export const POLICIES: Readonly<Record<string, SeedPolicy>> = {
  "FP-DB": {
    kind: FundKind.SUBSISTENCE_ALLOWANCE,
    standard: [
      { unit: "人/月", amount: 72_000n, condition: "城市居民" },
      { unit: "人/月", amount: 56_000n, condition: "农村居民" },
    ],
    sourceShares: shares(70, 20, 10),
    bureau: "民政局",
    payCycle: "按月",
    eligibility: "共同生活的家庭成员人均收入低于当地最低生活保障标准，且家庭财产状况符合规定。",
    functionCode: "2081902",
    govEconCode: "50901",
    deptEconCode: "30306",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.DIRECT,
    series: "财社",
  },
  "FP-CJ": {
    kind: FundKind.DISABILITY,
    standard: [
      { unit: "人/月", amount: 10_500n, condition: "困难残疾人生活补贴" },
      { unit: "人/月", amount: 12_500n, condition: "重度残疾人护理补贴" },
    ],
    sourceShares: shares(0, 60, 40),
    bureau: "民政局",
    payCycle: "按月",
    eligibility: "低保家庭中的残疾人，或残疾等级一级、二级且需要长期照护的残疾人。",
    functionCode: "2081107",
    govEconCode: "50901",
    deptEconCode: "30305",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.AS_DIRECT,
    series: "财社",
  },
  "FP-GD": {
    kind: FundKind.FARMLAND,
    standard: [{ unit: "亩", amount: 9_050n }],
    sourceShares: shares(100, 0, 0),
    bureau: "农业农村局",
    payCycle: "按年",
    eligibility: "拥有耕地承包权的种地农民。",
    functionCode: "2130122",
    govEconCode: "50903",
    deptEconCode: "30310",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.DIRECT,
    series: "财农",
  },
  "FP-NJ": {
    kind: FundKind.FARM_MACHINERY,
    standard: [{ unit: "台", condition: "按机具种类和档次的定额，不超过上年市场均价的百分之三十" }],
    sourceShares: shares(90, 10, 0),
    bureau: "农业农村局",
    payCycle: "随到随办",
    eligibility: "从事农业生产的个人和农业生产经营组织。",
    functionCode: "2130122",
    govEconCode: "50701",
    deptEconCode: "31204",
    personEconCode: "30310",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.AS_DIRECT,
    series: "财农",
    receivers: { trades: ["合作社", "农业科技"], each: [20_000, 300_000] },
  },
  "FP-YW": {
    kind: FundKind.EDUCATION_AID,
    standard: [
      { unit: "人/学期", amount: 62_500n, condition: "小学寄宿生" },
      { unit: "人/学期", amount: 75_000n, condition: "初中寄宿生" },
    ],
    sourceShares: shares(60, 20, 20),
    bureau: "教育局",
    payCycle: "按学期",
    eligibility: "义务教育阶段家庭经济困难学生。",
    functionCode: "2050202",
    govEconCode: "50902",
    deptEconCode: "30308",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.DIRECT,
    series: "财教",
  },
  "FP-JY": {
    kind: FundKind.EMPLOYMENT,
    standard: [{ unit: "人/月", condition: "不超过实际缴纳社会保险费的三分之二" }],
    sourceShares: shares(70, 15, 15),
    bureau: "人力资源和社会保障局",
    payCycle: "按季",
    eligibility: "灵活就业并缴纳社会保险费的就业困难人员，以及招用就业困难人员的单位。",
    functionCode: "2080704",
    govEconCode: "50799",
    deptEconCode: "31299",
    personEconCode: "30399",
    transferType: TransferType.SHARED_RESPONSIBILITY,
    direct: DirectFlag.DIRECT,
    series: "财社",
    receivers: { trades: EMPLOYERS, each: [8_000, 200_000] },
  },
  "FP-XC": {
    kind: FundKind.RURAL_REVITALISATION,
    standard: [{ unit: "项目", condition: "按年度项目计划和联农带农成效核定" }],
    sourceShares: shares(75, 20, 5),
    bureau: "农业农村局",
    payCycle: "按项目进度",
    eligibility: "列入县级项目库的帮扶项目。",
    functionCode: "2130505",
    govEconCode: "51301",
    deptEconCode: "31005",
    transferType: TransferType.EARMARKED,
    direct: DirectFlag.AS_DIRECT,
    series: "财农",
    receivers: { trades: BUILDERS, each: [400_000, 4_000_000] },
  },
  "FP-CY": {
    kind: FundKind.BUSINESS_START,
    standard: [{ unit: "户", amount: 500_000n, condition: "首次创业并正常经营一年以上" }],
    sourceShares: shares(0, 30, 70),
    bureau: "市场监督管理局",
    payCycle: "一次性",
    eligibility: "取得食品经营许可的小微餐饮主体。",
    functionCode: "2150805",
    govEconCode: "50701",
    deptEconCode: "31204",
    personEconCode: "30399",
    transferType: TransferType.EARMARKED,
    direct: DirectFlag.NOT_DIRECT,
    series: "财企",
    receivers: { trades: ["餐饮", "小店"], each: [5_000, 5_000] },
  },
};
