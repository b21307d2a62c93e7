/** Names and types from which the demonstration world makes catalogue items, bureaus and firms. No real body is described. */

/** One catalogue item: bureau that handles it, two-digit task type, name. */
export interface CatalogueSeed {
  readonly bureau: string;
  readonly type: string;
  readonly name: string;
}

/** Levels of government below the centre. */
export type Level = "province" | "prefecture" | "county";

/** A department as the levels name it, with the two digits that stand for it in catalogue codes. */
interface Bureau {
  readonly code: string;
  /** Name at the county, and at the prefecture unless it has one of its own. */
  readonly name: string;
  readonly prefecture?: string;
  /** A province has 厅 and 委员会 (地方组织法 art. 79: set up as needed, and reported). */
  readonly province: string;
}

/** Departments that every level has. */
export const BUREAUS: Readonly<Record<string, Bureau>> = {
  market: { name: "市场监督管理局", province: "市场监督管理厅", code: "31" },
  ecology: { name: "生态环境局", province: "生态环境厅", code: "16" },
  housing: { name: "住房和城乡建设局", province: "住房和城乡建设厅", code: "17" },
  water: { name: "水利局", province: "水利厅", code: "19" },
  health: { name: "卫生健康局", prefecture: "卫生健康委员会", province: "卫生健康委员会", code: "23" },
  police: { name: "公安局", province: "公安厅", code: "09" },
  civil: { name: "民政局", province: "民政厅", code: "11" },
  labour: { name: "人力资源和社会保障局", province: "人力资源和社会保障厅", code: "14" },
  education: { name: "教育局", province: "教育厅", code: "05" },
  transport: { name: "交通运输局", province: "交通运输厅", code: "18" },
  farming: { name: "农业农村局", province: "农业农村厅", code: "20" },
  resources: { name: "自然资源局", province: "自然资源厅", code: "15" },
  finance: { name: "财政局", province: "财政厅", code: "13" },
  development: {
    name: "发展和改革局",
    prefecture: "发展和改革委员会",
    province: "发展和改革委员会",
    code: "04",
  },
  emergency: { name: "应急管理局", province: "应急管理厅", code: "25" },
  culture: { name: "文化广播电视和旅游局", province: "文化和旅游厅", code: "22" },
};

/** Level of a division of the demonstration. */
export const levelOf = (divisionCode: string): Level =>
  divisionCode.endsWith("0000") ? "province" : divisionCode.endsWith("00") ? "prefecture" : "county";

/** Name of a department at the level of a division. */
export const bureauNameOf = (bureau: Bureau, divisionCode: string): string =>
  ({ province: bureau.province, prefecture: bureau.prefecture ?? bureau.name, county: bureau.name })[
    levelOf(divisionCode)
  ];

const items = (bureau: string, type: string, ...names: string[]): CatalogueSeed[] =>
  names.map((name) => ({ bureau, type, name }));

/** Catalogue items, in the order in which their numbers are given. */
export const CATALOGUE: readonly CatalogueSeed[] = [
  ...items(
    "market",
    "01",
    "食品经营许可",
    "食品生产许可",
    "药品零售企业经营许可",
    "特种设备使用登记",
    "计量标准器具核准",
    "企业设立登记",
    "个体工商户设立登记",
    "农民专业合作社设立登记",
  ),
  ...items(
    "ecology",
    "01",
    "建设项目环境影响评价文件审批",
    "排污许可证核发",
    "危险废物经营许可",
    "辐射安全许可证核发",
    "入河排污口设置审核",
  ),
  ...items(
    "housing",
    "01",
    "建筑工程施工许可证核发",
    "城镇污水排入排水管网许可",
    "燃气经营许可",
    "商品房预售许可",
    "建筑起重机械使用登记",
  ),
  ...items("water", "01", "生产建设项目水土保持方案审批", "取水许可", "洪水影响评价类审批", "河道采砂许可"),
  ...items(
    "health",
    "01",
    "公共场所卫生许可",
    "医疗机构执业登记",
    "护士执业注册",
    "饮用水供水单位卫生许可",
    "放射诊疗许可",
  ),
  ...items("police", "07", "居民身份证办理", "户口登记项目变更", "机动车驾驶证核发"),
  ...items("police", "01", "烟花爆竹道路运输许可", "旅馆业特种行业许可证核发", "大型群众性活动安全许可"),
  ...items(
    "civil",
    "05",
    "最低生活保障对象认定及资金给付",
    "特困人员供养",
    "临时救助金给付",
    "残疾人两项补贴给付",
    "孤儿基本生活保障金给付",
    "高龄津贴给付",
  ),
  ...items("civil", "07", "内地居民婚姻登记", "慈善组织认定"),
  ...items("labour", "05", "就业困难人员社会保险补贴", "职业培训补贴", "创业担保贷款贴息", "失业保险金给付"),
  ...items("labour", "20", "社会保险参保缴费记录查询", "职业技能等级证书查询", "人事档案接收转递"),
  ...items("education", "05", "义务教育家庭经济困难学生生活补助", "中等职业学校国家助学金"),
  ...items("education", "01", "民办学校设立审批", "教师资格认定"),
  ...items(
    "transport",
    "01",
    "道路货物运输经营许可",
    "道路旅客运输经营许可",
    "涉路施工许可",
    "出租汽车驾驶员从业资格认定",
  ),
  ...items("farming", "05", "耕地地力保护补贴", "农机购置与应用补贴", "强制扑杀动物补偿"),
  ...items("farming", "01", "动物防疫条件合格证核发", "农药经营许可", "种子生产经营许可"),
  ...items("resources", "01", "建设用地规划许可证核发", "建设工程规划许可证核发", "采矿权登记"),
  ...items("resources", "07", "不动产首次登记", "不动产转移登记"),
  ...items("development", "01", "固定资产投资项目节能审查", "企业投资项目核准"),
  ...items("development", "10", "企业投资项目备案"),
  ...items("emergency", "01", "危险化学品经营许可", "生产经营单位安全条件审查"),
  ...items("culture", "01", "娱乐场所设立审批", "文物保护单位修缮审批"),
  ...items("labour", "08", "见义勇为人员奖励"),
  ...items("finance", "20", "财政票据真伪查询", "会计人员信息查询"),
];

/** Intermediary services: code, name, and the catalogue items that may require them. */
export const INTERMEDIARY_SERVICES: readonly {
  readonly code: string;
  readonly name: string;
  readonly requiredBy: readonly string[];
}[] = [
  { code: "ZJ-001", name: "建设项目环境影响报告书（表）编制", requiredBy: ["建设项目环境影响评价文件审批"] },
  { code: "ZJ-002", name: "水土保持方案报告编制", requiredBy: ["生产建设项目水土保持方案审批"] },
  { code: "ZJ-003", name: "节能评估报告编制", requiredBy: ["固定资产投资项目节能审查"] },
  { code: "ZJ-004", name: "施工图设计文件审查", requiredBy: ["建筑工程施工许可证核发"] },
  { code: "ZJ-005", name: "公共场所卫生检测", requiredBy: ["公共场所卫生许可", "旅馆业特种行业许可证核发"] },
  { code: "ZJ-006", name: "食品经营场所检测评价", requiredBy: ["食品经营许可"] },
  { code: "ZJ-007", name: "安全评价报告编制", requiredBy: ["危险化学品经营许可", "生产经营单位安全条件审查"] },
  { code: "ZJ-008", name: "防洪影响评价报告编制", requiredBy: ["洪水影响评价类审批"] },
  { code: "ZJ-009", name: "水资源论证报告编制", requiredBy: ["取水许可"] },
  { code: "ZJ-010", name: "房产测绘成果审核", requiredBy: ["不动产首次登记", "商品房预售许可"] },
  { code: "ZJ-011", name: "放射防护设施检测", requiredBy: ["放射诊疗许可", "辐射安全许可证核发"] },
  { code: "ZJ-012", name: "地质灾害危险性评估", requiredBy: ["建设用地规划许可证核发"] },
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
