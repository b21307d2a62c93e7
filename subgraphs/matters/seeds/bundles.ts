/** Bundles of the demonstration: what people want to get done, and the catalogue items that it takes. All of them are invented. */
import type { Knex } from "knex";
import { insertRecords, searchVector } from "../../../platform/database/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { ServiceRecipient } from "../matter/matter.enums.js";
import { BUNDLE_MATTERS, SERVICE_BUNDLES } from "../service-bundle/service-bundle.rows.js";

/** Tables that `seedBundles` fills; they are emptied before. */
export const BUNDLE_TABLES = "service_bundles, service_bundle_matters";

interface BundleSeed {
  readonly number: string;
  readonly name: string;
  readonly theme: string;
  readonly serves: readonly ServiceRecipient[];
  readonly items: readonly string[];
}

const { NATURAL_PERSON, ENTERPRISE } = ServiceRecipient;

/** Offered by each division that implements all of their items. */
const LOCAL: readonly BundleSeed[] = [
  {
    number: "01",
    name: "开餐饮店",
    theme: "准营准办",
    serves: [NATURAL_PERSON, ENTERPRISE],
    items: ["个体工商户设立登记", "食品经营许可", "公共场所卫生许可", "城镇污水排入排水管网许可"],
  },
  {
    number: "02",
    name: "企业开办",
    theme: "设立变更",
    serves: [ENTERPRISE],
    items: ["企业设立登记", "社会保险参保缴费记录查询", "财政票据真伪查询"],
  },
  {
    number: "03",
    name: "新生儿出生",
    theme: "户籍办理",
    serves: [NATURAL_PERSON],
    items: ["户口登记项目变更", "居民身份证办理", "社会保险参保缴费记录查询"],
  },
  {
    number: "04",
    name: "公民身后",
    theme: "户籍办理",
    serves: [NATURAL_PERSON],
    items: ["户口登记项目变更", "社会保险参保缴费记录查询", "不动产转移登记"],
  },
  {
    number: "05",
    name: "开旅馆",
    theme: "准营准办",
    serves: [NATURAL_PERSON, ENTERPRISE],
    items: ["企业设立登记", "旅馆业特种行业许可证核发", "公共场所卫生许可"],
  },
  {
    number: "06",
    name: "社会救助联办",
    theme: "社会救助",
    serves: [NATURAL_PERSON],
    items: ["最低生活保障对象认定及资金给付", "临时救助金给付", "残疾人两项补贴给付"],
  },
  {
    number: "07",
    name: "企业投资项目开工",
    theme: "投资审批",
    serves: [ENTERPRISE],
    items: [
      "企业投资项目备案",
      "建设用地规划许可证核发",
      "建设工程规划许可证核发",
      "建设项目环境影响评价文件审批",
      "建筑工程施工许可证核发",
    ],
  },
];

/** Offered in the whole province: any window handles its matters (全省通办). */
const PROVINCIAL: BundleSeed = {
  number: "90",
  name: "高校毕业生就业",
  theme: "就业创业",
  serves: [NATURAL_PERSON],
  items: ["人事档案接收转递", "社会保险参保缴费记录查询", "职业技能等级证书查询"],
};

/** The first matter of each item in a division; undefined unless it implements all of them. */
const mattersOf = (
  matters: readonly DemonstrationMatter[],
  divisionCode: string,
  { items }: BundleSeed,
): string[] | undefined => {
  const found = items.flatMap((item) => {
    const matter = matters.find((entry) => entry.divisionCode === divisionCode && entry.taskName === item);
    return matter === undefined ? [] : [matter.id];
  });
  return found.length === items.length ? found : undefined;
};

/** Writes the bundles. One of them holds a draft wherever the world has made one of its matters a draft. */
export const seedBundles = async (db: Knex, { matters }: DemonstrationWorld): Promise<void> => {
  const divisions = [...new Set(matters.map(({ divisionCode }) => divisionCode))];
  const first = divisions.find((division) => mattersOf(matters, division, PROVINCIAL) !== undefined);
  const offered = [
    ...divisions.flatMap((division) => LOCAL.map((seed) => ({ seed, division, from: division }))),
    ...(first === undefined ? [] : [{ seed: PROVINCIAL, division: undefined, from: first }]),
  ].flatMap(({ seed, division, from }) => {
    const matterIds = mattersOf(matters, from, seed);
    const code = `YJS-${division ?? "220000"}-${seed.number}`;
    return matterIds === undefined ? [] : [{ seed, division, code, matterIds }];
  });
  await insertRecords(
    db,
    SERVICE_BUNDLES,
    offered.map(({ seed, division, code }) => ({
      code,
      name: seed.name,
      theme: seed.theme,
      serves: [...seed.serves],
      divisionCode: division,
      search: searchVector(db, seed.name),
    })),
  );
  await insertRecords(
    db,
    BUNDLE_MATTERS,
    offered.flatMap(({ code, matterIds }) =>
      matterIds.map((matterId, index) => ({ bundleCode: code, position: index + 1, matterId })),
    ),
  );
};
