/** Fields of subsidy batches, with the names of their columns (一卡通发放批次). */
import type { ImportKind } from "../../../platform/import/index.js";

/** Fields of a line; each repeats what its batch says. */
export const BATCH_FIELDS: ImportKind["fields"] = {
  batchNo: { doc: "Number of the batch.", columns: ["BATCH_NO", "批次号", "发放批次"], required: true, holds: "CODE" },
  policyCode: { doc: "Policy.", columns: ["POLICY_CODE", "政策编码", "补贴项目编码"], required: true, holds: "CODE" },
  allotmentNo: {
    doc: "Allotment out of whose money it is paid.",
    columns: ["COR_BGT_DOC_NO", "指标文号"],
    required: true,
    holds: "CODE",
  },
  agencyCode: {
    doc: "Credit code of the agency in charge.",
    columns: ["AGENCY_CODE", "主管部门代码"],
    required: true,
    holds: "BODY_CODE",
  },
  agencyName: { doc: "Name of it.", columns: ["AGENCY_NAME", "主管部门名称"], required: true },
  villageCode: {
    doc: "Village, twelve digits.",
    columns: ["VILLAGE_CODE", "村级区划代码"],
    required: true,
    holds: "CODE",
  },
  period: { doc: "Period that is paid for.", columns: ["PERIOD", "发放周期"], required: true },
  publicityFrom: {
    doc: "First day of publicity in the village.",
    columns: ["PUBLICITY_FROM", "公示开始日期"],
    required: true,
    holds: "CODE",
  },
  publicityTo: { doc: "Last day of it.", columns: ["PUBLICITY_TO", "公示截止日期"], required: true, holds: "CODE" },
  batchTotal: {
    doc: "Amount of the whole batch in yuan.",
    columns: ["BATCH_AMT", "批次总金额"],
    required: true,
    holds: "CODE",
    unit: "元",
  },
  batchCount: { doc: "Number of its lines.", columns: ["BATCH_NUM", "批次人数"], holds: "CODE" },
  paymentNo: { doc: "Payment order, where it is paid.", columns: ["PAY_CERT_NO", "支付凭证号"], holds: "CODE" },
  paidOn: { doc: "Day of payment.", columns: ["PAY_DATE", "支付日期", "发放日期", "打款日期"], holds: "CODE" },
  recipientName: {
    doc: "Name of the recipient.",
    columns: ["PAYEE_ACCT_NAME", "姓名", "补贴对象姓名", "户主姓名", "农户姓名", "收款人"],
    required: true,
    holds: "PERSON_NAME",
  },
  idNumber: {
    doc: "Identity number; stored as a keyed hash alone.",
    columns: ["CERT_NO", "身份证号", "身份证号码", "公民身份号码", "居民身份证号"],
    required: true,
    holds: "PERSON",
    hashed: true,
  },
  account: {
    doc: "Account; its last four characters are stored.",
    columns: ["PAYEE_ACCT_NO", "银行账号", "收款账号", "发放账号", "一卡通账号", "银行卡号"],
    holds: "PERSON",
  },
  bank: { doc: "Bank.", columns: ["PAYEE_ACCT_BANK_NAME", "开户银行", "开户行"] },
  quantity: {
    doc: "Quantity, a decimal number.",
    columns: ["QUANTITY", "数量", "面积", "补贴面积", "计补面积", "种植面积"],
    required: true,
    holds: "CODE",
    unitTo: "unit",
  },
  unit: { doc: "Unit of it.", columns: ["UNIT", "计量单位"], required: true },
  standard: {
    doc: "Yuan for one unit.",
    columns: ["STANDARD", "补贴标准"],
    required: true,
    holds: "CODE",
    unit: "元",
  },
  amount: {
    doc: "Yuan of the line.",
    columns: ["AMOUNT", "PAY_AMT", "发放金额", "补贴金额", "实发金额"],
    required: true,
    holds: "CODE",
    unit: "元",
  },
};
