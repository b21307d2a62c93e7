/** Words of credit: states of bodies and records, kinds of lists, severity, levels. */
import type { EvaluationLevel, Fulfilment, ListKind, OrgStatus, RecordState, Severity } from "../gql/graphql.js";
import type { Text } from "../language.js";

/** State of a body. */
export const STATUSES: Readonly<Record<OrgStatus, Text>> = {
  ACTIVE: { zh: "存续", en: "Active" },
  DEREGISTERED: { zh: "注销", en: "Deregistered" },
  REVOKED: { zh: "吊销", en: "Revoked" },
  ABOLISHED: { zh: "撤销", en: "Abolished" },
};

/** How serious a violation is. */
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  MINOR: { zh: "轻微", en: "Minor" },
  GENERAL: { zh: "一般", en: "General" },
  SERIOUS: { zh: "严重", en: "Serious" },
};

/** Kinds of lists. */
export const LIST_KINDS: Readonly<Record<ListKind, Text>> = {
  TRUSTWORTHY: { zh: "守信名单", en: "Trustworthy" },
  WATCH: { zh: "重点关注名单", en: "Under watch" },
  SERIOUS: { zh: "严重失信主体名单", en: "Seriously dishonest" },
  ABNORMAL: { zh: "经营异常名录", en: "Abnormal operation" },
};

/** Levels of the public credit evaluation. */
export const LEVELS: Readonly<Record<EvaluationLevel, Text>> = {
  EXCELLENT: { zh: "优", en: "Excellent" },
  GOOD: { zh: "良", en: "Good" },
  MEDIUM: { zh: "中", en: "Medium" },
  POOR: { zh: "差", en: "Poor" },
};

/** What became of a commitment. */
export const FULFILMENTS: Readonly<Record<Fulfilment, Text>> = {
  PENDING: { zh: "履行中", en: "Pending" },
  FULFILLED: { zh: "已履行", en: "Fulfilled" },
  BROKEN: { zh: "未履行", en: "Broken" },
};

/** Whether a licence holds. */
export const RECORD_STATES: Readonly<Record<RecordState, Text>> = {
  VALID: { zh: "有效", en: "Valid" },
  INVALID: { zh: "无效", en: "Invalid" },
};

/** Names of the fields that may be closed, by the last name of their path. */
export const CREDIT_FIELDS: Readonly<Record<string, Text>> = {
  contact: { zh: "联系方式", en: "Contact" },
  level: { zh: "公共信用评价等级", en: "Level of the credit evaluation" },
  score: { zh: "公共信用评价得分", en: "Score of the credit evaluation" },
  asOf: { zh: "评价日期", en: "Day of the credit evaluation" },
  signerName: { zh: "承诺签署人", en: "Signer of the commitment" },
  reason: { zh: "列入事由", en: "Reason of the listing" },
};
