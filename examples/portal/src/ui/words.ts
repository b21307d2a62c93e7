/** Words for what the graph names by codes: reasons of withholding, forms of masks, what to do about an error. */
import type { ErrorCode, MaskName, WithholdingReason } from "@govgraph/client";
import type { Text } from "../language.js";

/** Why something is not public (Regulations on Open Government Information, articles 14 to 16). */
export const REASONS: Readonly<Record<WithholdingReason, Text>> = {
  STATE_SECRET: { zh: "国家秘密", en: "State secret" },
  PUBLIC_SAFETY: { zh: "危及公共安全", en: "Public safety" },
  ECONOMIC_SECURITY: { zh: "危及经济安全", en: "Economic security" },
  SOCIAL_STABILITY: { zh: "危及社会稳定", en: "Social stability" },
  LEGAL_PROHIBITION: { zh: "法律法规禁止公开", en: "Prohibited by law" },
  TRADE_SECRET: { zh: "商业秘密", en: "Trade secret" },
  PERSONAL_PRIVACY: { zh: "个人隐私", en: "Personal privacy" },
  INTERNAL_AFFAIRS: { zh: "内部事务信息", en: "Internal affairs" },
  PROCESS_INFORMATION: { zh: "过程性信息", en: "Information in process" },
  ENFORCEMENT_FILE: { zh: "行政执法案卷", en: "Enforcement file" },
};

/** What of a value is shown. */
export const MASKS: Readonly<Record<MaskName, Text>> = {
  NAME: { zh: "仅显示姓氏", en: "Surname only" },
  ID_NUMBER: { zh: "仅显示首尾", en: "Ends only" },
  PHONE: { zh: "仅显示首尾", en: "Ends only" },
  ACCOUNT: { zh: "仅显示末四位", en: "Last four digits only" },
  ADDRESS: { zh: "显示到县级", en: "Down to the county" },
  AMOUNT_BAND: { zh: "仅显示金额区间", en: "Band of the amount" },
};

const LATER: Text = { zh: "请稍后重试。", en: "Try again in a moment." };
const TELL: Text = {
  zh: "请把请求编号告诉平台管理员。",
  en: "Tell the administrators of the platform the request number.",
};
const BACK: Text = { zh: "请核对后重新查询。", en: "Check what you asked for, and ask again." };

/** What a reader may do about an error: every code of the table has an answer. */
export const WHAT_TO_DO: Readonly<Record<ErrorCode, Text>> = {
  BAD_USER_INPUT: BACK,
  UNAUTHENTICATED: { zh: "请登录后再试。", en: "Sign in, and try again." },
  FORBIDDEN: { zh: "请换用有权限的身份登录。", en: "Sign in as somebody who may read this." },
  NOT_FOUND: BACK,
  CONFLICT: { zh: "请重新打开页面，查看最新内容。", en: "Open the page again to see what is there now." },
  RULE_VIOLATION: BACK,
  PERSISTED_QUERY_NOT_FOUND: LATER,
  LIMIT_EXCEEDED: { zh: "请缩小查询范围。", en: "Ask for less at once." },
  RATE_LIMITED: LATER,
  UPSTREAM_UNAVAILABLE: LATER,
  UPSTREAM_TIMEOUT: LATER,
  UPSTREAM_INVALID: TELL,
  SERVICE_UNAVAILABLE: LATER,
  INTERNAL_SERVER_ERROR: TELL,
  GRAPHQL_PARSE_FAILED: TELL,
  GRAPHQL_VALIDATION_FAILED: TELL,
};
