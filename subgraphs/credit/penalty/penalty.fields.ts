/** Fields of the exchange table of penalties, with the names of their columns (双公示 行政处罚, CF_*). */
import type { ImportField } from "../../../platform/import/index.js";
import { recordFields } from "../counterparty/counterparty.fields.js";

/** Fields of a penalty. */
export const PENALTY_FIELDS: Readonly<Record<string, ImportField>> = {
  ...recordFields("CF", {
    codes: ["CF_CFJGDM", "处罚机关统一社会信用代码"],
    names: ["CF_CFJG", "处罚机关", "处罚机关名称"],
  }),
  violationType: {
    doc: "Kind of breach.",
    columns: ["CF_WFXW", "违法行为类型", "CF_CFMC", "处罚名称", "案件名称", "案由", "处罚事由"],
    required: true,
  },
  facts: { doc: "Facts.", columns: ["CF_SY", "CF_WFSS", "违法事实", "处罚事由", "主要违法事实"] },
  basis: { doc: "Legal basis.", columns: ["CF_YJ", "处罚依据"] },
  kinds: {
    several: true,
    example: "罚款、没收违法所得",
    doc: "Kinds of penalty in the words of 行政处罚法 第九条, separated by 、 or comma (其他-… for others).",
    columns: ["CF_CFLB", "处罚类别", "CF_CFLB1", "处罚类别1", "处罚种类"],
    required: true,
  },
  content: {
    doc: "What was decided.",
    columns: ["CF_NR", "处罚内容", "CF_JG", "处罚结果", "行政处罚内容"],
    required: true,
  },
  fineWan: {
    example: "0.5",
    doc: "Fine in units of 10,000 yuan.",
    columns: ["CF_NR_FK", "罚款金额（万元）", "处罚金额（万元）"],
    holds: "CODE",
    unit: "万元",
  },
  confiscatedWan: {
    doc: "Confiscated in units of 10,000 yuan.",
    columns: ["CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）"],
    holds: "CODE",
    unit: "万元",
  },
  suspendedLicence: { doc: "Licence suspended or revoked.", columns: ["CF_NR_ZKDX", "暂扣或吊销证照名称及编号"] },
  procedure: {
    words: ["简易程序", "普通程序"],
    doc: "01 simple, 02 general.",
    columns: ["CF_CX", "处罚程序"],
    holds: "CODE",
  },
  severity: {
    words: ["轻微", "一般", "严重"],
    doc: "轻微, 一般 or 严重; classified by the regulator's rule, else the national one, where it is empty.",
    columns: ["SEVERITY", "失信严重程度"],
    holds: "CODE",
  },
  publicityUntil: {
    doc: "Last day of publicity, within the rule of the severity (L23); not kept where that publishes nothing.",
    columns: ["CF_GSJZQ", "公示截止期", "公示截止日期", "公示截止时间"],
    holds: "CODE",
  },
  state: {
    words: ["正常"],
    doc: "Standing of the decision: 0, 正常 or 有效; another one is refused, since what was withdrawn is told by who withdrew it.",
    columns: ["CF_ZT", "当前状态"],
    holds: "CODE",
  },
  repairNoticeOn: {
    doc: "Day on which the notice of repair was served, which is to go with the decision (两书同达).",
    columns: ["REPAIR_NOTICE_DATE", "信用修复告知书送达日期"],
    holds: "CODE",
  },
  performance: {
    words: ["已履行", "未履行", "部分履行", "未知"],
    doc: "Whether the duty was performed: 已履行, 未履行, 部分履行; not known where it is empty or 未知.",
    columns: ["PERFORMANCE", "履行情况", "义务履行情况", "履行状态"],
    holds: "CODE",
  },
  dutyPerformedOn: {
    doc: "Day on which the duty was performed in full.",
    columns: ["PERFORMED_DATE", "履行日期", "义务履行日期", "履行完毕日期"],
    holds: "CODE",
  },
};
