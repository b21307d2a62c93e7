/** What is handed out for a licensing matter: certificate, category, and for how long it is valid; and what each trade is licensed for. */
import { LicenceCategory } from "../licence/licence.enums.js";
import { CERTIFICATES } from "../../demonstration-certificates.js";
import type { Trade } from "../../demonstration-trades.js";

/** What a granted matter ends with. */
export interface LicenceKind {
  /** Undefined where the decision itself is all that is handed out. */
  readonly certificate?: string;
  readonly category: LicenceCategory;
  /** Months for which it is valid; undefined where no end is set. */
  readonly months?: number;
}

const { ORDINARY_01, FRANCHISE_02, RECOGNITION_03, VERIFICATION_04, REGISTRATION_05 } = LicenceCategory;
const kind = (category: LicenceCategory, months?: number): LicenceKind => ({
  category,
  ...(months === undefined ? {} : { months }),
});
const FIVE_YEARS = 60;
const FOUR_YEARS = 48;
const THREE_YEARS = 36;
const DECISION = kind(VERIFICATION_04);

/** By the name of the matter. */
const KINDS: Readonly<Record<string, LicenceKind>> = {
  食品经营许可: kind(ORDINARY_01, FIVE_YEARS),
  食品生产许可: kind(ORDINARY_01, FIVE_YEARS),
  药品零售企业经营许可: kind(ORDINARY_01, FIVE_YEARS),
  特种设备使用登记: kind(REGISTRATION_05),
  计量标准器具核准: kind(VERIFICATION_04, FIVE_YEARS),
  企业设立登记: kind(REGISTRATION_05),
  个体工商户设立登记: kind(REGISTRATION_05),
  农民专业合作社设立登记: kind(REGISTRATION_05),
  建设项目环境影响评价文件审批: DECISION,
  排污许可证核发: kind(ORDINARY_01, FIVE_YEARS),
  危险废物经营许可: kind(ORDINARY_01, FIVE_YEARS),
  辐射安全许可证核发: kind(ORDINARY_01, FIVE_YEARS),
  入河排污口设置审核: DECISION,
  建筑工程施工许可证核发: kind(ORDINARY_01),
  城镇污水排入排水管网许可: kind(ORDINARY_01, FIVE_YEARS),
  燃气经营许可: kind(ORDINARY_01, THREE_YEARS),
  商品房预售许可: kind(ORDINARY_01),
  建筑起重机械使用登记: kind(REGISTRATION_05),
  生产建设项目水土保持方案审批: DECISION,
  取水许可: kind(FRANCHISE_02, FIVE_YEARS),
  洪水影响评价类审批: DECISION,
  河道采砂许可: kind(FRANCHISE_02, 12),
  公共场所卫生许可: kind(ORDINARY_01, FOUR_YEARS),
  医疗机构执业登记: kind(REGISTRATION_05, FIVE_YEARS),
  护士执业注册: kind(RECOGNITION_03, FIVE_YEARS),
  饮用水供水单位卫生许可: kind(ORDINARY_01, FOUR_YEARS),
  放射诊疗许可: kind(ORDINARY_01),
  旅馆业特种行业许可证核发: kind(ORDINARY_01),
  大型群众性活动安全许可: DECISION,
  民办学校设立审批: kind(ORDINARY_01, FIVE_YEARS),
  教师资格认定: kind(RECOGNITION_03),
  道路货物运输经营许可: kind(ORDINARY_01, FOUR_YEARS),
  道路旅客运输经营许可: kind(ORDINARY_01, FOUR_YEARS),
  涉路施工许可: DECISION,
  出租汽车驾驶员从业资格认定: kind(RECOGNITION_03),
  动物防疫条件合格证核发: kind(VERIFICATION_04),
  农药经营许可: kind(ORDINARY_01, FIVE_YEARS),
  种子生产经营许可: kind(ORDINARY_01, FIVE_YEARS),
  建设用地规划许可证核发: kind(ORDINARY_01),
  建设工程规划许可证核发: kind(ORDINARY_01),
  采矿权登记: kind(FRANCHISE_02, 120),
  危险化学品经营许可: kind(ORDINARY_01, THREE_YEARS),
  娱乐场所设立审批: kind(ORDINARY_01, 24),
};

/** Name of a matter without the sub-situation that it is handled in. */
export const matterName = (taskName: string): string => taskName.replace(/[（(].*$/u, "");

/** What a matter ends with; a decision alone where it is no licence with a certificate. */
export const licenceKindOf = (taskName: string): LicenceKind => {
  const found = KINDS[matterName(taskName)];
  const certificate = CERTIFICATES[matterName(taskName)];
  return found === undefined ? DECISION : { ...found, ...(certificate === undefined ? {} : { certificate }) };
};

/** The matter by which a trade is licensed. */
export const LICENSED_BY: Readonly<Record<Trade, string>> = {
  餐饮: "食品经营许可",
  小店: "食品经营许可",
  商贸: "食品经营许可",
  食品: "食品生产许可",
  药业: "药品零售企业经营许可",
  旅游: "公共场所卫生许可",
  物流: "道路货物运输经营许可",
  农业科技: "农药经营许可",
  合作社: "种子生产经营许可",
  建筑工程: "特种设备使用登记",
  木业: "特种设备使用登记",
  电子: "特种设备使用登记",
  检测: "计量标准器具核准",
  环境技术: "计量标准器具核准",
  测绘: "计量标准器具核准",
  安全评价: "特种设备使用登记",
  工程咨询: "特种设备使用登记",
  水保咨询: "特种设备使用登记",
};
