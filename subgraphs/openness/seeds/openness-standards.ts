/** The demonstration's directory of standards, written for it: rows with the columns of the national directories of basic-level openness. */
import { limitRule } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import {
  CheckedKind,
  OpennessClockStart,
  OpennessLevel,
  OpennessManner,
  OpennessUnit,
} from "../openness-standard/openness-standard.enums.js";
import type { OPENNESS_STANDARDS } from "../openness-standard/openness-standard.rows.js";

/** Limit from the creation of information to its publication (政府信息公开条例 第二十六条). */
export const PUBLICATION_LIMIT = "L08";

type Span = readonly [amount: number, unit: OpennessUnit, from: OpennessClockStart];

interface Written {
  readonly publisher?: string;
  readonly kind?: CheckedKind;
  readonly basis?: string;
  /** By when, in words and as a span; without it, within the law's time from creation. */
  readonly due?: readonly [words: string, span?: Span];
  readonly audience?: string;
  readonly manner?: OpennessManner;
  readonly levels?: readonly OpennessLevel[];
}

type Line = readonly [topic: string, item: string, content: string, more: Written];

const { CREATION, DECISION, APPROVAL } = OpennessClockStart;
const { WORKING_DAY, NATURAL_DAY } = OpennessUnit;
const { COUNTY, TOWNSHIP } = OpennessLevel;
const LAW = "中华人民共和国政府信息公开条例";
const VILLAGE: Pick<Written, "levels" | "audience"> = { levels: [TOWNSHIP], audience: "特定群体（本村、本社区居民）" };
const SEVEN_DAYS: Pick<Written, "due"> = { due: ["作出行政决定之日起7个工作日内", [7, WORKING_DAY, DECISION]] };
const TWENTY_DAYS: Pick<Written, "due"> = { due: ["批准后20日内", [20, NATURAL_DAY, APPROVAL]] };

/** Lines in the order of their codes. */
const LINES: readonly Line[] = [
  ["政策文件", "行政规范性文件", "文件标题、文号、正文、施行日期、有效期", { kind: CheckedKind.NORMATIVE_DOCUMENT }],
  ["政策文件", "其他政策文件", "文件标题、文号、正文", { kind: CheckedKind.OTHER_DOCUMENT }],
  ["政策文件", "公告、通告", "公告标题、正文", { kind: CheckedKind.PUBLIC_NOTICE }],
  ["政策解读", "解读材料", "背景依据、目标任务、主要内容、关键词诠释", { due: ["与政策文件同步公开"] }],
  ["机构信息", "机构职能", "机构职能、办公地址、办公时间、联系方式、负责人姓名", {}],
  ["信息公开", "信息公开指南", "信息分类、获取方式、受理机构与联系方式", {}],
  [
    "信息公开",
    "信息公开年度报告",
    "主动公开、依申请公开、复议诉讼情况",
    { due: ["每年1月31日前"], basis: `${LAW} 第五十条` },
  ],
  [
    "财政预决算",
    "部门预算",
    "收支总体情况、财政拨款收支情况",
    { ...TWENTY_DAYS, basis: "中华人民共和国预算法 第十四条" },
  ],
  [
    "财政预决算",
    "部门决算",
    "收支总体情况、财政拨款收支情况",
    { ...TWENTY_DAYS, basis: "中华人民共和国预算法 第十四条" },
  ],
  ["行政许可", "许可决定", "决定文书文号、相对人、许可内容、决定日期", { ...SEVEN_DAYS, publisher: "市场监督管理局" }],
  [
    "行政处罚",
    "处罚决定",
    "决定文书文号、违法事实、处罚结果、决定日期",
    { ...SEVEN_DAYS, publisher: "市场监督管理局" },
  ],
  [
    "食品药品监管",
    "食品安全监管文件",
    "登记、检查的制度文件",
    { publisher: "市场监督管理局", kind: CheckedKind.NORMATIVE_DOCUMENT },
  ],
  ["食品药品监管", "抽检结果", "抽检样品、不合格项目、处置情况", { publisher: "市场监督管理局" }],
  ["生态环境", "建设项目环评审批", "受理情况、拟审批意见、审批决定", { ...SEVEN_DAYS, publisher: "生态环境局" }],
  [
    "社会救助",
    "救助政策文件",
    "救助标准、申请条件、办理程序",
    { publisher: "民政局", kind: CheckedKind.NORMATIVE_DOCUMENT },
  ],
  ["社会救助", "最低生活保障对象", "户主、保障人数、保障金额", { publisher: "民政局", ...VILLAGE }],
  ["义务教育", "招生管理", "招生方案、学区划分、报名条件", { publisher: "教育局" }],
  ["就业创业", "补贴发放", "补贴对象、项目、金额", { publisher: "人力资源和社会保障局" }],
  ["医疗卫生", "家庭医生签约服务", "服务内容、签约方式、签约机构", { publisher: "卫生健康局" }],
  ["涉农补贴", "耕地地力保护补贴", "补贴对象、面积、标准、金额", { publisher: "农业农村局", ...VILLAGE }],
  [
    "依申请公开",
    "申请答复",
    "答复书",
    {
      due: ["收到申请之日起20个工作日内"],
      manner: OpennessManner.ON_REQUEST,
      audience: "申请人",
      basis: `${LAW} 第三十三条`,
    },
  ],
];

/** Rows of the directory. */
export const opennessStandardRecords = (): NewOf<typeof OPENNESS_STANDARDS>[] => {
  const amount = limitRule(PUBLICATION_LIMIT).amount;
  const usual = [`信息形成或者变更之日起${amount}个工作日内`, [amount, WORKING_DAY, CREATION]] as const;
  return LINES.map(([topic, item, content, more], index) => {
    const [due, span] = more.due ?? usual;
    return {
      ...{ code: `BZ${String(index + 1).padStart(3, "0")}`, topic, item, content, due },
      basis: [more.basis ?? `${LAW} 第二十六条`],
      ...{ dueAmount: span?.[0], dueUnit: span?.[1], dueFrom: span?.[2] },
      ...{ publisher: more.publisher, checkedKind: more.kind },
      channels: more.levels === undefined ? ["政府网站"] : ["政府网站", "村（社区）公示栏"],
      audience: more.audience ?? "全社会",
      manner: more.manner ?? OpennessManner.PROACTIVE,
      levels: [...(more.levels ?? [COUNTY])],
    };
  });
};
