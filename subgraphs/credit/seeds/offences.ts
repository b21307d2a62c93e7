/** Breaches of the demonstration: who commits them, which law they break, which body punishes them, and what the article allows. The laws are real, the cases are not. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import type { BureauName } from "./parties.js";
import type { Trade } from "../../demonstration-trades.js";

/** The article by which a breach is punished. */
export interface Citation {
  /** Id in schema/legal-bases.json, which says since when and until when the article is in force. */
  readonly basis: string;
  /** Paragraph and item (款、项). */
  readonly item?: string;
  /** Article, kinds and bounds were read in a text of this day. */
  readonly read: LocalDate;
}

/** A breach with the article by which it is punished. */
export interface Offence {
  readonly bureau: BureauName;
  /** Punished by the prefecture, whose branches in the counties decide nothing in their own name. */
  readonly byPrefecture?: true;
  readonly trades: readonly Trade[];
  readonly breach: string;
  readonly facts: string;
  /** By what it is punished: one citation, or several of which one is in force on any day. */
  readonly cites: readonly Citation[];
  readonly severity: Severity;
  readonly kinds: readonly PenaltyKind[];
  /** Least and most that the article allows, in yuan; the least is 0 where it sets none. */
  readonly fine?: readonly [from: number, to: number];
  /** Most of what is confiscated, in yuan. */
  readonly confiscated?: number;
  readonly content: string;
}

const { WARNING, FINE, CONFISCATION, BUSINESS_RESTRICTION } = PenaltyKind;
const { MINOR, GENERAL, SERIOUS } = Severity;
const SELLS_FOOD: readonly Trade[] = ["餐饮", "食品", "小店"];
const SERVES: readonly Trade[] = ["商贸", "物流", "电子", "旅游"];
const ADVISES: readonly Trade[] = ["环境技术", "检测", "工程咨询", "安全评价", "测绘", "水保咨询"];
const market = { bureau: "市场监督管理局" } as const;

/** In the order in which they are chosen. */
export const OFFENCES: readonly Offence[] = [
  {
    ...market,
    ...{
      trades: SELLS_FOOD,
      severity: MINOR,
      kinds: [WARNING],
    },
    cites: [{ basis: "FOOD-SAFETY-2015-126", item: "第一款第三项", read: "2025-09-12" }],
    breach: "未按规定建立并遵守进货查验记录制度",
    facts: "现场检查时未能提供部分食品原料的进货查验记录，责令改正后已改正（演示案情，并非真实案件）。",
    content: "给予警告",
  },
  {
    ...market,
    ...{
      trades: ["药业"],
      severity: MINOR,
      kinds: [WARNING],
    },
    cites: [{ basis: "DRUGS-2019-126", read: "2019-08-26" }],
    breach: "未遵守药品经营质量管理规范",
    facts: "药品储存区温湿度记录不完整，责令限期改正后已改正（演示案情，并非真实案件）。",
    content: "给予警告",
  },
  {
    ...market,
    ...{ trades: [...SERVES, "木业", "农业科技", "合作社", "建筑工程", ...ADVISES] },
    ...{ severity: MINOR, kinds: [WARNING] },
    cites: [{ basis: "CONSUMERS-2013-56", item: "第一款第六项", read: "2013-10-25" }],
    breach: "对商品或者服务作引人误解的宣传",
    facts: "宣传页面对服务内容的表述引人误解，未造成后果，已及时改正（演示案情，并非真实案件）。",
    content: "给予警告",
  },
  {
    ...market,
    ...{ trades: SELLS_FOOD, severity: GENERAL },
    ...{ kinds: [FINE, CONFISCATION], fine: [5_000, 50_000], confiscated: 2_000 },
    cites: [{ basis: "FOOD-SAFETY-2015-125", item: "第一款第二项", read: "2025-09-12" }],
    breach: "生产经营标签不符合规定的预包装食品",
    facts: "经营的预包装食品标签未标明生产日期，货值金额不足一万元（演示案情，并非真实案件）。",
    content: "没收违法所得，并处罚款",
  },
  {
    ...{ bureau: "应急管理局", trades: ["木业", "电子"] },
    ...{ severity: GENERAL, kinds: [FINE], fine: [0, 100_000] },
    cites: [{ basis: "WORK-SAFETY-2021-97", item: "第三项", read: "2021-06-10" }],
    breach: "未按照规定对从业人员进行安全生产教育和培训",
    facts: "新上岗人员未经安全生产教育培训即上岗作业（演示案情，并非真实案件）。",
    content: "责令限期改正，处以罚款",
  },
  {
    ...{ bureau: "住房和城乡建设局", trades: ["建筑工程"] },
    ...{ severity: GENERAL, kinds: [FINE], fine: [10_000, 100_000] },
    cites: [
      { basis: "AIR-2015-115", item: "第一款第一项", read: "2018-10-26" },
      { basis: "ECOLOGICAL-CODE-2026-1128", item: "第一款第一项", read: "2026-03-12" },
    ],
    breach: "施工工地未采取有效防尘降尘措施",
    facts: "施工工地未设置硬质围挡，裸露土方未覆盖（演示案情，并非真实案件）。",
    content: "责令改正，处以罚款",
  },
  {
    ...{ bureau: "水利局", trades: ["食品", "药业"] },
    ...{ severity: GENERAL, kinds: [FINE], fine: [20_000, 100_000] },
    cites: [{ basis: "WATER-2002-69", item: "第一项", read: "2016-07-02" }],
    breach: "未经批准擅自取水",
    facts: "未取得取水许可，以自备井取用地下水（演示案情，并非真实案件）。",
    content: "责令停止违法行为，处以罚款",
  },
  {
    ...{ bureau: "农业农村局", trades: ["农业科技", "合作社"] },
    ...{ severity: GENERAL, kinds: [FINE, CONFISCATION] },
    ...{ fine: [5_000, 50_000], confiscated: 3_000 },
    cites: [{ basis: "PESTICIDES-2017-55", item: "第一款第一项", read: "2017-03-16" }],
    breach: "未取得农药经营许可证经营农药",
    facts: "未取得农药经营许可证销售农药，货值金额不足一万元（演示案情，并非真实案件）。",
    content: "没收违法所得和违法经营的农药，并处罚款",
  },
  {
    ...market,
    ...{
      trades: [...SERVES, "农业科技", "木业", ...ADVISES],
    },
    ...{ severity: GENERAL, kinds: [FINE], fine: [0, 100_000] },
    cites: [{ basis: "ADVERTISING-2015-59", item: "第一款第一项", read: "2021-04-29" }],
    breach: "广告中对商品或者服务的表示不准确、不清楚",
    facts: "广告未准确表示服务的价格和附加条件（演示案情，并非真实案件）。",
    content: "责令停止发布广告，处以罚款",
  },
  {
    ...market,
    ...{ trades: SELLS_FOOD, severity: SERIOUS },
    ...{ kinds: [FINE, CONFISCATION, BUSINESS_RESTRICTION], fine: [50_000, 200_000], confiscated: 20_000 },
    cites: [{ basis: "FOOD-SAFETY-2015-125", item: "第一款第四项", read: "2025-09-12" }],
    breach: "采购、使用不符合食品安全标准的食品原料，情节严重",
    facts: "使用不符合食品安全标准的食品原料，货值金额一万元以上不足二万元，情节严重（演示案情，并非真实案件）。",
    content: "没收违法所得，并处罚款，责令停产停业",
  },
  {
    ...{ bureau: "生态环境局", byPrefecture: true, trades: ["木业", "药业"] },
    ...{ severity: SERIOUS, kinds: [FINE], fine: [100_000, 1_000_000] },
    cites: [
      { basis: "AIR-2015-99", item: "第二项", read: "2018-10-26" },
      { basis: "ECOLOGICAL-CODE-2026-1107", read: "2026-03-12" },
    ],
    breach: "超过大气污染物排放标准排放大气污染物",
    facts: "排气筒颗粒物排放浓度经监测超过排放标准（演示案情，并非真实案件）。",
    content: "责令改正，处以罚款",
  },
  {
    ...market,
    ...{
      trades: ["建筑工程", "物流", "电子", "农业科技", "合作社"],
    },
    ...{ severity: SERIOUS, kinds: [FINE], fine: [30_000, 300_000] },
    cites: [{ basis: "SPECIAL-EQUIPMENT-2013-84", item: "第一项", read: "2013-06-29" }],
    breach: "使用未经检验的特种设备",
    facts: "使用未经定期检验的场内专用机动车辆（演示案情，并非真实案件）。",
    content: "责令停止使用有关特种设备，处以罚款",
  },
  {
    ...market,
    ...{
      trades: [...SERVES, ...ADVISES],

      severity: SERIOUS,
    },
    ...{ kinds: [FINE, BUSINESS_RESTRICTION], fine: [0, 500_000] },
    cites: [{ basis: "CONSUMERS-2013-56", item: "第一款", read: "2013-10-25" }],
    breach: "对服务内容作虚假宣传，情节严重",
    facts: "没有违法所得，经责令改正后再次违法（演示案情，并非真实案件）。",
    content: "处以罚款，责令停业整顿",
  },
];

/** Breaches of a severity in a trade. Throws RangeError where there is none. */
export const offenceFor = (severity: Severity, trade: Trade, turn = 0): Offence => {
  const fitting = OFFENCES.filter((offence) => offence.severity === severity && offence.trades.includes(trade));
  const found = fitting[turn % Math.max(fitting.length, 1)];
  if (found === undefined) throw new RangeError(`Nothing ${severity} is known of the trade ${trade}.`);
  return found;
};
