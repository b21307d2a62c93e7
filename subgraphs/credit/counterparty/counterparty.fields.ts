/** Fields that the exchange tables of licences and penalties have alike, with the names of their columns (双公示, XK_* and CF_*). */
import type { ImportField } from "../../../platform/import/index.js";

const DOC_NUMBERS = {
  XK: ["行政许可决定文书号", "行政许可决定书文号", "许可决定书文号"],
  CF: ["行政处罚决定书文号", "行政处罚决定文书号", "处罚决定书文号", "CF_CFWSH"],
} as const;

const DECISION_DAYS = {
  XK: ["许可决定日期"],
  CF: ["处罚决定日期", "作出处罚决定的日期", "做出处罚的日期"],
} as const;

/** Fields of both tables; `prefix` is XK or CF. */
export const recordFields = (
  prefix: "XK" | "CF",
  authority: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Readonly<Record<string, ImportField>> => ({
  name: {
    doc: "Name of the counterparty.",
    columns: [`${prefix}_XDR_MC`, "行政相对人名称", `${prefix}_XDR`, "企业名称", "企业名称或自然人姓名"],
    required: true,
    holds: "NAME",
  },
  type: {
    words: ["自然人", "法人及非法人组织", "非法人组织", "个体工商户"],
    doc: "Kind of counterparty: 01 natural person, 02 legal person, 03 unincorporated, 04 individually-owned business, or in words; shown by the code where no column says it.",
    columns: [`${prefix}_XDR_LB`, "行政相对人类别", `${prefix}_XDR_TYPE`, "行政相对人类型"],
    holds: "CODE",
  },
  uscc: {
    example: "91990101MA900002XF",
    doc: "Credit code of a body; both of its check characters must be right.",
    columns: [
      `${prefix}_XDR_SHXYM`,
      "行政相对人代码_1(统一社会信用代码)",
      "统一社会信用代码",
      "行政相对人代码_1",
      "行政相对人统一社会信用代码",
    ],
    holds: "BODY_CODE",
  },
  orgCode: {
    doc: "Organisation code of a body without credit code.",
    columns: [
      `${prefix}_XDR_ZZJG`,
      "行政相对人代码_3(组织机构代码)",
      "组织机构代码",
      `${prefix}_XDR_ZDM`,
      "行政相对人代码_2(组织机构代码)",
    ],
    holds: "BODY_CODE",
  },
  certNo: {
    doc: "Identity number of a natural person: checked, hashed with GOVGRAPH_SUBJECT_KEY, never stored or reported.",
    columns: [
      `${prefix}_XDR_ZJHM`,
      "自然人证件号码",
      "证件号码",
      `${prefix}_XDR_SFZ`,
      "行政相对人代码_5(居民身份证号)",
      "行政相对人代码_5(居民身份证号码)",
      "居民身份证号",
      "居民身份证号码",
      "身份证号",
      "身份证号码",
    ],
    holds: "PERSON",
    hashed: true,
  },
  birthDate: {
    doc: "Day of birth of a natural person without identity number; read, not stored.",
    columns: [`${prefix}_XDR_CSRQ`, "自然人出生日期", "出生日期"],
    holds: "PERSON",
  },
  ofAge: {
    words: ["是", "否"],
    doc: "Whether a natural person without identity number was of age on the day of the decision: 是 or 否. As a constant of the mapping it is the agency's declaration for the whole file. Without it such a record is loaded and not published (AGE_UNKNOWN).",
    columns: ["OF_AGE", "是否成年"],
    holds: "CODE",
  },
  legalRep: {
    doc: "Legal representative of a legal person.",
    columns: [
      `${prefix}_FDDB`,
      `${prefix}_FRDB`,
      "法定代表人",
      `${prefix}_FR`,
      "法定代表人姓名",
      "法人代表",
      "法人姓名",
    ],
    holds: "PERSON_NAME",
  },
  docNo: {
    example: "某罚〔2026〕1号",
    doc: "Number of the decision.",
    columns: [`${prefix}_WSH`, ...DOC_NUMBERS[prefix], "决定文书号", "文书号"],
    required: true,
    holds: "CODE",
  },
  decisionDate: {
    example: "2026-05-06",
    doc: "Day of the decision.",
    columns: [`${prefix}_JDRQ`, ...DECISION_DAYS[prefix], "决定日期"],
    required: true,
    holds: "CODE",
  },
  publishedOn: {
    doc: "Day of publication; not known where it is empty: the record is public from the import on, and nobody is late by it. For a whole file: --published-on, or a constant of the mapping.",
    columns: ["GSRQ", "公示日期", "公示开始日期"],
    holds: "CODE",
  },
  authorityUscc: {
    example: "11990101MB9000015E",
    doc: "Credit code of the authority, which must be known.",
    columns: authority.codes,
    required: true,
    holds: "BODY_CODE",
  },
  authorityName: {
    doc: "Name of the authority: where an agency loads a file without codes, rows of other names are refused.",
    columns: authority.names,
  },
  division: {
    doc: "Division of the authority on the day of the decision; that of the authority where it is empty.",
    columns: ["AREA_CODE", "DIVISION_CODE", "DFBM", "行政区划", "行政区划代码", "地方编码"],
    holds: "CODE",
  },
  sourceUnit: {
    doc: "Unit that handed the record in.",
    columns: [`${prefix}_LYDW`, `${prefix}_SJLY`, "数据来源单位", "数据来源"],
  },
});
