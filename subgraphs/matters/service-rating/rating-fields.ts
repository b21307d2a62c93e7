/**
 * Fields of a rating in exchange tables (好差评): names as provinces' systems report them nationally (projectNo, assessNumber, satisfaction,
 * evalDetail, writingEvaluation, pf, assessTime), and the headings of lists.
 */
import type { ImportField } from "../../../platform/import/index.js";

/** The fields. Who rated, the agency and the division are the case's: no column says them. */
export const RATING_FIELDS = {
  ratingNo: {
    doc: "Number of the rating in the graph, as an exchange file has it: a rating that is here is found by it.",
    columns: ["RATING_NO", "评价编号"],
    holds: "CODE",
  },
  caseNo: {
    doc: "Number of the case, which must be here: the matter, the agency and who rated are those of the case. Needed for a rating that is not here yet.",
    columns: ["PROJECT_NO", "办件编号"],
    holds: "CODE",
  },
  serviceNumber: {
    doc: "Which rating of the case it is, from 1.",
    columns: ["ASSESS_NUMBER", "SERVICE_NUMBER", "评价次数", "服务次数"],
    required: true,
    holds: "CODE",
  },
  taskCode: {
    doc: "Code of the matter; a row that names another than its case's is refused.",
    columns: ["TASK_CODE", "TASK_HANDLE_ITEM", "事项编码", "实施编码"],
    holds: "CODE",
  },
  stage: {
    doc: "Stage: 咨询, 申报, 补正, 缴费 or 签收. For a whole file: --set stage=签收.",
    columns: ["SERVICE_NAME", "服务名称", "评价环节"],
    required: true,
    holds: "CODE",
    words: ["咨询", "申报", "补正", "缴费", "签收"],
  },
  stars: {
    doc: "5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意.",
    columns: ["SATISFACTION", "满意度", "整体满意度"],
    required: true,
    holds: "CODE",
    words: ["非常满意", "满意", "基本满意", "不满意", "非常不满意"],
  },
  channel: {
    doc: "Channel: 1 PC端, 2 移动端, 3 二维码, 4 政务大厅平板电脑, 5 政务大厅其他终端, or in words; other codes mean one thing here and another there, and are refused.",
    columns: ["PF", "评价渠道"],
    required: true,
    holds: "CODE",
    words: ["门户", "APP", "小程序", "二维码", "窗口评价器", "自助终端", "热线"],
  },
  tags: {
    several: true,
    doc: "Words that were ticked, at most 10 of 20 characters; codes need a table of the mapping.",
    columns: ["EVAL_DETAIL", "评价详情", "评价标签"],
  },
  comment: {
    doc: "What was written, at most 1000 characters: nobody but who rated and supervisors reads it before it was moderated.",
    columns: ["WRITING_EVALUATION", "文字评价", "评价内容"],
  },
  ratedOn: {
    doc: "Day of the rating, not before that of the application.",
    columns: ["ASSESS_TIME", "评价时间", "评价日期"],
    required: true,
    holds: "CODE",
  },
  byDefault: {
    answers: true,
    assumed: "否",
    doc: "Whether nobody rated in time and it counts as content; left out of averages.",
    columns: ["IS_DEFAULT", "ISPROTION", "默认评价", "是否默认评价"],
    holds: "CODE",
    words: ["是", "否"],
  },
} as const satisfies Readonly<Record<string, ImportField>>;
