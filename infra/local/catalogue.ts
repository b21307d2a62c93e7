/** Intermediary services, fund policies and divisions of the demonstration. No real body is described. */

/** Intermediary services: code, name, the law that makes them a condition, and the catalogue items that may require them. */
export const INTERMEDIARY_SERVICES: readonly {
  readonly code: string;
  readonly name: string;
  /** Id in schema/legal-bases.json: a law, a regulation or a decision of the State Council (优化营商环境条例 第四十三条). */
  readonly basis: string;
  readonly result: string;
  readonly requiredBy: readonly string[];
}[] = [
  {
    code: "ZJ-001",
    name: "建设项目环境影响报告书（表）编制",
    basis: "ECOLOGICAL-CODE-2026-95",
    result: "环境影响报告书（表）",
    requiredBy: ["建设项目环境影响评价文件审批"],
  },
  {
    code: "ZJ-002",
    name: "水土保持方案报告编制",
    basis: "WATER-SOIL-2010-25",
    result: "水土保持方案报告",
    requiredBy: ["生产建设项目水土保持方案审批"],
  },
  {
    code: "ZJ-003",
    name: "节能评估报告编制",
    basis: "ENERGY-2018-15",
    result: "节能报告",
    requiredBy: ["固定资产投资项目节能审查"],
  },
  {
    code: "ZJ-004",
    name: "施工图设计文件审查",
    basis: "BUILDING-QUALITY-2019-11",
    result: "施工图审查合格书",
    requiredBy: ["建筑工程施工许可证核发"],
  },
  {
    code: "ZJ-005",
    name: "建筑起重机械检验检测",
    basis: "BUILDING-SAFETY-2004-35",
    result: "检验检测报告",
    requiredBy: ["建筑起重机械使用登记"],
  },
  // On purpose: the law names no such service, so nobody may demand it.
  {
    code: "ZJ-006",
    name: "食品经营场所检测评价",
    basis: "FOOD-SAFETY-2021-35",
    result: "食品经营场所检测评价报告",
    requiredBy: ["食品经营许可"],
  },
  {
    code: "ZJ-007",
    name: "安全评价报告编制",
    basis: "WORK-SAFETY-2021-32",
    result: "安全评价报告",
    requiredBy: ["危险化学品经营许可", "生产经营单位安全条件审查"],
  },
  {
    code: "ZJ-008",
    name: "防洪影响评价报告编制",
    basis: "FLOODS-2016-33",
    result: "洪水影响评价报告",
    requiredBy: ["洪水影响评价类审批"],
  },
  {
    code: "ZJ-009",
    name: "水资源论证报告编制",
    basis: "WATER-PERMIT-2006-11",
    result: "建设项目水资源论证报告书",
    requiredBy: ["取水许可"],
  },
  {
    code: "ZJ-010",
    name: "房产测绘",
    basis: "REAL-ESTATE-REGISTER-2015-16",
    result: "房产测绘报告",
    requiredBy: ["不动产首次登记"],
  },
  {
    code: "ZJ-011",
    name: "放射性职业病危害预评价",
    basis: "OCCUPATIONAL-DISEASES-2018-17",
    result: "放射性职业病危害预评价报告",
    requiredBy: ["放射诊疗许可"],
  },
  {
    code: "ZJ-012",
    name: "地质灾害危险性评估",
    basis: "GEOLOGICAL-DISASTERS-2004-21",
    result: "地质灾害危险性评估报告",
    requiredBy: ["建设用地规划许可证核发"],
  },
];

/** Fund policies and the matters by which they are applied for. */
export const FUND_POLICIES: readonly {
  readonly policyCode: string;
  readonly name: string;
  readonly appliedBy: readonly string[];
}[] = [
  { policyCode: "FP-DB", name: "最低生活保障金", appliedBy: ["最低生活保障对象认定及资金给付"] },
  { policyCode: "FP-CJ", name: "残疾人两项补贴", appliedBy: ["残疾人两项补贴给付"] },
  { policyCode: "FP-GD", name: "耕地地力保护补贴", appliedBy: ["耕地地力保护补贴"] },
  { policyCode: "FP-NJ", name: "农机购置与应用补贴", appliedBy: ["农机购置与应用补贴"] },
  { policyCode: "FP-YW", name: "义务教育家庭经济困难学生生活补助", appliedBy: ["义务教育家庭经济困难学生生活补助"] },
  { policyCode: "FP-JY", name: "就业困难人员社会保险补贴", appliedBy: ["就业困难人员社会保险补贴"] },
  { policyCode: "FP-XC", name: "常态化帮扶资金", appliedBy: [] },
  { policyCode: "FP-CY", name: "餐饮业小微主体创业扶持补贴", appliedBy: ["食品经营许可", "创业担保贷款贴息"] },
];

/** Divisions of the demonstration prefecture, largest first. */
export const COUNTIES: readonly { readonly code: string; readonly name: string }[] = [
  { code: "222401", name: "延吉市" },
  { code: "222403", name: "敦化市" },
  { code: "222404", name: "珲春市" },
  { code: "222402", name: "图们市" },
  { code: "222405", name: "龙井市" },
  { code: "222406", name: "和龙市" },
  { code: "222424", name: "汪清县" },
  { code: "222426", name: "安图县" },
];

/** All divisions that have a government of the demonstration, counties first. */
export const GOVERNED: readonly { readonly code: string; readonly name: string }[] = [
  ...COUNTIES,
  { code: "222400", name: "延边州" },
  { code: "220000", name: "吉林省" },
];
