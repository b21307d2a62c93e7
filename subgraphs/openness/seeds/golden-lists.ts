/** Lists with a known course, by which tests and pages are written: powers that were taken off, never listed or have no matter; an adjustment that is not yet published; duties; a negative list. */
import type { DemonstrationOrganization } from "../../demonstration.js";
import { AgencyListKind, ListRestriction, PowerKind } from "../agency-list/agency-list.enums.js";
import type { PlannedItem, PlannedList, PlannedVersion } from "./planned-list.js";
import { powerItem } from "./drawn-lists.js";

const PENALTY_CHAIN = ["立案", "调查取证", "审核", "告知", "决定", "送达", "执行"];

/** The fourth version is under way: caused on 24 August 2026 and applied for on 24 September, after the twenty working days of L25. */
const VERSIONS: readonly PlannedVersion[] = [
  { cause: "首次编制公布", days: [undefined, "2019-05-08", "2019-05-20", "2019-06-10", "2019-06-17"] },
  { cause: "机构改革职能划入", days: ["2021-03-01", "2021-03-15", "2021-03-22", "2021-04-06", "2021-04-12"] },
  {
    cause: "上位法修订，取消计量标准器具核准",
    days: ["2025-03-03", "2025-03-24", "2025-04-07", "2025-04-21", "2025-04-28"],
  },
  { cause: "处罚依据修订", days: ["2026-08-24", "2026-09-24"] },
];

const PENALTY = {
  ...{ code: "220231001000", catalogCode: "220231001000", powerKind: PowerKind.PENALTY },
  ...{ duties: PENALTY_CHAIN, basisIds: ["FOOD-SAFETY-2021-35"] },
};

/** What the golden bureau may do: eight matters of its own, of which one was taken off and one never listed. */
const powersOf = (organ: DemonstrationOrganization, catalogue: readonly PlannedItem[]): PlannedList => ({
  ...{ organ, kind: AgencyListKind.POWER, name: "延吉市市场监督管理局权力清单", versions: VERSIONS },
  items: [
    ...catalogue
      .filter(({ code }) => code !== "220131004000")
      .map((item) => (item.code === "220131005000" ? { ...item, until: 3 } : item)),
    // Worded otherwise by the second version, and again by the one that is under way.
    { ...PENALTY, name: "对未经许可从事食品经营的处罚", content: "没收违法所得，并处罚款。", until: 2 },
    {
      ...PENALTY,
      name: "对未取得食品经营许可的处罚",
      content: "没收违法所得和违法经营的食品，并处罚款。",
      since: 2,
      until: 4,
    },
    {
      ...PENALTY,
      name: "对未取得食品生产经营许可的处罚",
      content: "没收违法所得和违法生产经营的食品，并处罚款。",
      since: 4,
    },
    {
      ...{ code: "220631001000", catalogCode: "220631001000", powerKind: PowerKind.INSPECTION, since: 2 },
      ...{
        name: "食品生产经营监督检查",
        basisIds: ["FOOD-SAFETY-2021-35"],
        duties: ["计划", "抽取", "检查", "公布结果"],
      },
    },
    // Exercised on application, and no matter tells how.
    {
      ...{ code: "220731001000", catalogCode: "220731001000", powerKind: PowerKind.CONFIRMATION, since: 3 },
      ...{ name: "股权出质登记", duties: ["受理", "审查", "决定"] },
    },
    // A local power without catalogue code.
    { code: "DF-001", name: "对无照经营查处的协调", powerKind: PowerKind.OTHER, since: 2, duties: ["会商", "分办"] },
  ],
});

const dutiesOf = (organ: DemonstrationOrganization): PlannedList => ({
  ...{ organ, kind: AgencyListKind.DUTY, name: "延吉市市场监督管理局责任清单" },
  versions: VERSIONS.slice(0, 2),
  items: [
    {
      ...{
        code: "ZR-001",
        name: "食品安全监督管理",
        content: "生产、销售、餐饮环节由本局负责；种植养殖环节由农业农村部门负责。",
      },
      ...{
        duties: ["年度监督检查计划", "日常检查", "抽样检验", "应急处置"],
        accountability: "不履行法定职责、造成后果的，依法追究责任。",
      },
    },
    { code: "ZR-002", name: "特种设备安全监察", content: "使用环节由本局负责。", until: 2 },
    {
      ...{
        code: "ZR-002",
        name: "特种设备安全监察",
        since: 2,
        content: "生产、经营、使用环节由本局负责；事故调查由应急管理部门组织。",
      },
      accountability: "接到举报不查处的，依法追究责任。",
    },
    { code: "ZR-003", name: "价格监督检查", since: 2, content: "由发展和改革部门划入。" },
  ],
});

const barredBy = (organ: DemonstrationOrganization): PlannedList => ({
  ...{ organ, kind: AgencyListKind.NEGATIVE, name: "延吉市布尔哈通河水源保护区产业准入负面清单", mark: "NEGATIVE-1" },
  versions: [
    { cause: "首次编制公布", days: [undefined, "2022-01-10", "2022-01-24", "2022-02-21", "2022-02-28"] },
    { cause: "水源保护区范围调整", days: ["2024-05-06", "2024-05-20", "2024-06-03", "2024-06-17", "2024-06-24"] },
  ],
  items: [
    {
      code: "FM-001",
      name: "新建、扩建造纸项目",
      restriction: ListRestriction.PROHIBITED,
      content: "不予审批、核准、备案。",
    },
    {
      code: "FM-002",
      name: "河道采砂",
      restriction: ListRestriction.PROHIBITED,
      content: "禁采区内不得采砂。",
      until: 2,
    },
    {
      ...{ code: "FM-002", name: "河道采砂", restriction: ListRestriction.LICENSED, since: 2 },
      ...{ catalogCode: "220119004000", content: "可采区内凭许可采砂。" },
    },
    {
      code: "FM-003",
      name: "网箱养殖",
      restriction: ListRestriction.PROHIBITED,
      content: "保护区内限期拆除。",
      until: 2,
    },
    { code: "FM-004", name: "餐饮船只经营", restriction: ListRestriction.PROHIBITED, since: 2 },
  ],
});

/** Lists of the golden bureau: a body has no power over water, so that the negative list is there as a list of its area. */
export const goldenLists = (
  organ: DemonstrationOrganization,
  catalogue: readonly Parameters<typeof powerItem>[0][],
): PlannedList[] => [powersOf(organ, catalogue.map(powerItem)), dutiesOf(organ), barredBy(organ)];
