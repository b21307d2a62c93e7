/** Fields of a document in a list or on a page of its own, with the labels that portals use (政府信息公开目录, 信息索引). */
import type { ImportField, ImportKind } from "../../../platform/import/index.js";

/** A field of documents that are cited. */
const cited = (doc: string, columns: readonly string[]): ImportField => ({
  several: true,
  example: "《某办法》（吉政发〔2020〕5号）",
  doc: `${doc} Each as 《title》（number）, with 第…条 behind it where a part is meant.`,
  columns,
});

/** Fields of a document. */
export const DOCUMENT_FIELDS: ImportKind["fields"] = {
  indexNo: {
    example: "11990101MB9000015E/2026-00001",
    doc: "Index number: code of the body, /year-number; other forms are kept as they are, which is told (INDEX_NUMBER_LOCAL). A document without one is known by its number and title.",
    columns: ["INDEX_NO", "索引号", "信息索引号", "索引编号"],
    holds: "CODE",
  },
  documentNo: {
    example: "吉政发〔2026〕1号",
    doc: "Document number; its year is that of the day of issue.",
    columns: ["DOC_NO", "发文字号", "文号", "文件编号", "发文文号", "文件文号"],
    holds: "CODE",
  },
  title: { doc: "Title.", columns: ["TITLE", "标题", "文件标题", "文件名称", "信息名称"], required: true },
  issuerName: {
    doc: "Body that issued it, as it stands on the document.",
    columns: ["发文机关", "发布机构", "制发机关", "发文单位", "公开主体", "发布单位"],
    required: true,
  },
  issuerUscc: {
    doc: "Credit code of that body, which must be known; where it is empty, that of the index number. A body without one is known by name alone, and the division is to be given.",
    columns: ["ISSUER_USCC", "发文机关统一社会信用代码", "发布机构统一社会信用代码", "发文机关代码"],
    holds: "BODY_CODE",
  },
  division: {
    doc: "Division of the body; that of its entry in the register where it is empty.",
    columns: ["DIVISION_CODE", "AREA_CODE", "行政区划", "行政区划代码"],
    holds: "CODE",
  },
  genre: {
    words: ["决定", "命令", "办法", "意见", "通知", "公告", "通报", "批复", "报告"],
    doc: "Genre; where it is empty, the one with which the title ends (党政机关公文处理工作条例 第九条).",
    columns: ["体裁分类", "体裁", "文种", "公文种类"],
    holds: "CODE",
  },
  topic: {
    example: "综合政务\\政务公开",
    doc: "Topic, with the topic inside it behind \\.",
    columns: ["主题分类", "主题", "主题分类一级"],
    required: true,
  },
  subtopic: { doc: "Topic inside the topic, in a column of its own.", columns: ["主题分类二级", "二级主题"] },
  keywords: { several: true, doc: "Keywords.", columns: ["主题词", "关键词"] },
  summary: { doc: "What it says, in short.", columns: ["内容概述", "内容摘要"] },
  body: { doc: "Text, a line for each paragraph.", columns: ["BODY", "正文", "文件正文", "文件内容"] },
  normative: {
    assumed: "否",
    words: ["是", "否"],
    doc: "Whether it is a normative document.",
    columns: ["是否规范性文件", "规范性文件"],
    holds: "CODE",
  },
  createdOn: {
    doc: "Day of issue.",
    columns: ["成文日期", "生成日期", "印发日期", "发文日期"],
    required: true,
    holds: "CODE",
  },
  publishedOn: {
    doc: "Day of publication; without one its body and its supervisors alone read it, which is told (NOT_PUBLISHED). For a whole file: --published-on.",
    columns: ["发布日期", "公开日期", "公布日期", "发布时间"],
    holds: "CODE",
  },
  validFrom: {
    doc: "First day in force; that which the text names where it is empty, else the day of issue.",
    columns: ["施行日期", "生效日期", "实施日期"],
    holds: "CODE",
  },
  validUntil: {
    doc: "Last day in force; that which the text names where it is empty.",
    columns: ["有效期至", "失效日期", "有效期截止"],
    holds: "CODE",
  },
  validity: {
    words: ["有效", "失效", "废止"],
    doc: "Whether it is in force: 有效; 失效 and 废止 need the last day in force beside them, since the graph says validity for each day.",
    columns: ["效力状况", "有效性", "时效性", "文件状态"],
    holds: "CODE",
  },
  repeals: cited("What it repeals; what its text says to be repealed is read too.", [
    "废止文件",
    "废止的文件",
    "同时废止",
  ]),
  amends: cited("What it amends.", ["修改文件", "修改的文件"]),
  replaces: cited("What it takes the place of.", ["替代文件", "代替文件"]),
  implements: cited("What it carries out.", ["落实文件", "贯彻文件"]),
  basedOn: cited("What it rests on.", ["制定依据", "依据文件"]),
  interprets: cited("What it explains.", ["解读文件", "被解读文件"]),
  relationsFrom: {
    doc: "Day from which what it says of others counts; its own first day in force where it is empty.",
    columns: ["关系生效日期", "废止日期"],
    holds: "CODE",
  },
};
