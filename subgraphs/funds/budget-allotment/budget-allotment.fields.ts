/** Fields of the tables of the integrated budget system, with the names of their columns (预算管理一体化指标信息). */
import type { ImportKind } from "../../../platform/import/index.js";

/** Fields of an allotment. */
export const ALLOTMENT_FIELDS: ImportKind["fields"] = {
  allotmentNo: {
    example: "吉财预〔2026〕1号",
    doc: "Document number of the allotment.",
    columns: ["COR_BGT_DOC_NO", "指标文号", "本级指标文号"],
    required: true,
    holds: "CODE",
  },
  upstreamNo: {
    doc: "Document number of the allotment above.",
    columns: ["SUP_BGT_DOC_NO", "上级指标文号", "来源文号"],
    holds: "CODE",
  },
  fiscalYear: {
    doc: "Fiscal year.",
    columns: ["FISCAL_YEAR", "预算年度", "财政年度", "年度"],
    required: true,
    holds: "CODE",
  },
  fundName: {
    doc: "Name of the fund.",
    columns: ["BGT_DOC_TITLE", "资金名称", "指标文标题", "指标名称"],
    required: true,
  },
  policyCode: { doc: "Policy that the money serves.", columns: ["POLICY_CODE", "政策编码"], holds: "CODE" },
  budgetCategory: {
    words: ["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算"],
    doc: "Budget category: its name, or 11, 12, 13.",
    columns: ["FUND_TYPE_CODE", "预算类别", "预算账本", "资金性质"],
    required: true,
    holds: "CODE",
  },
  transferType: { doc: "Kind of transfer: its name.", columns: ["TRANSFER_TYPE", "转移支付类型"], holds: "CODE" },
  direct: {
    assumed: "否",
    words: ["直达", "参照直达", "否"],
    doc: "1 direct, 2 like direct, 0 neither.",
    columns: ["IS_DIR", "直达资金标识", "直达标识"],
    holds: "CODE",
  },
  functionCode: {
    example: "2130505",
    doc: "Functional classification, 3, 5 or 7 digits.",
    columns: ["EXP_FUNC_CODE", "支出功能分类科目代码", "支出功能分类科目编码", "功能分类科目编码"],
    required: true,
    holds: "CODE",
  },
  govEconCode: {
    doc: "Government economic classification.",
    columns: ["GOV_BGT_ECO_CODE", "政府支出经济分类科目代码", "政府支出经济分类科目编码"],
    holds: "CODE",
  },
  deptEconCode: {
    doc: "Departmental economic classification.",
    columns: ["DEP_BGT_ECO_CODE", "部门支出经济分类科目代码", "部门支出经济分类科目编码"],
    holds: "CODE",
  },
  sourceLevel: {
    words: ["中央", "省级", "市级", "县级"],
    doc: "Level of the source: 1 central to 4 county.",
    columns: ["BUDGET_LEVEL_CODE", "资金来源级次", "预算级次"],
    required: true,
    holds: "CODE",
  },
  amount: {
    doc: "Amount in yuan.",
    columns: ["AMOUNT", "BGT_AMT", "指标金额", "指标下达金额", "金额"],
    required: true,
    holds: "CODE",
    unit: "元",
  },
  issuedOn: {
    doc: "Day of issue.",
    columns: ["DOC_DATE", "下达日期", "发文时间", "发文日期"],
    required: true,
    holds: "CODE",
  },
  receivedOn: { doc: "Day of receipt; none while on its way.", columns: ["RECEIVE_DATE", "接收日期"], holds: "CODE" },
  fromDivision: {
    doc: "Division that issues; none for the central government.",
    columns: ["FROM_MOF_DIV_CODE", "下达区划"],
    spare: ["MOF_DIV_CODE", "财政区划代码"],
    holds: "CODE",
  },
  toDivision: {
    doc: "Division that receives.",
    columns: ["REC_DIV_CODE", "接收区划", "接收财政区划代码", "接收方财政区划代码", "MOF_DIV_CODE", "财政区划代码"],
    firstColumn: true,
    required: true,
    holds: "CODE",
  },
  agencyCode: {
    doc: "Credit code of the issuing agency.",
    columns: ["AGENCY_CODE", "下达单位代码"],
    holds: "BODY_CODE",
  },
};
