/** What a credit report says in words of its own, Chinese or English as the reader asks; what is filed stands beside it as it was filed. */
import type { Language, Text } from "../../../platform/disclosure/vocabulary/index.js";

/** Why a section has no records. */
export type NoteKind = "NOTHING" | "NOT_PUBLIC" | "NOT_HELD";

const NOTES: Readonly<Record<NoteKind, Text>> = {
  NOTHING: { en: "Nothing is recorded.", zh: "无相关信用记录。" },
  // The same for every body, evaluated or not.
  NOT_PUBLIC: { en: "Told to those who may read it alone.", zh: "评价结果不公开。" },
  NOT_HELD: { en: "Not held here.", zh: "本平台不归集司法信息。" },
};

const SCOPE: Text = {
  en:
    "Licences, penalties in publicity, credit lists, commitments; the composite evaluation for those who may read it. " +
    "Repaired, ended and withdrawn records are left out; judicial and contract records are not held here.",
  zh:
    "本报告包括行政许可、公示期内的行政处罚、信用名单和信用承诺，综合评价仅向有权查看者提供；" +
    "不含已修复、公示期满和已撤回的记录，不含司法和合同信息。",
};

/** Codes that a line tells in words. */
const TERMS: Readonly<Record<string, Text>> = {
  APPROVAL_SUBSTITUTE: { en: "in place of an approval", zh: "审批替代型" },
  TOLERANT_ACCEPTANCE: { en: "accepted though a material is to follow", zh: "容缺受理型" },
  CERTIFICATE_NOTICE: { en: "in place of a certificate", zh: "证明事项告知承诺型" },
  VOLUNTARY_DISCLOSURE: { en: "made public of one's own accord", zh: "主动公示型" },
  SELF_DISCIPLINE: { en: "of a trade association", zh: "行业自律型" },
  CREDIT_REPAIR: { en: "made to have a record repaired", zh: "信用修复型" },
  PENDING: { en: "not yet verified", zh: "履行中" },
  FULFILLED: { en: "kept", zh: "已履行" },
  BROKEN: { en: "broken", zh: "违反承诺" },
  EXCELLENT: { en: "excellent", zh: "优" },
  GOOD: { en: "good", zh: "良" },
  MEDIUM: { en: "medium", zh: "中" },
  POOR: { en: "poor", zh: "差" },
  VALID: { en: "valid", zh: "有效" },
  INVALID: { en: "invalid", zh: "无效" },
};

/** What the report holds and what it does not. */
export const scopeText = (language: Language): string => SCOPE[language];

/** Why a section is empty. */
export const noteText = (note: NoteKind, language: Language): string => NOTES[note][language];

/** A line: codes in words, all else as it was filed. */
export const lineText = (said: readonly string[], language: Language): string =>
  said.map((part) => TERMS[part]?.[language] ?? part).join(" ");
