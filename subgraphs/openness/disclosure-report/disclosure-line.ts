/** Lines of the annual report's table of requests for information, in the order of its form (政府信息公开工作年度报告, 国办公开办函〔2021〕30号, 表三). */
import { describeEnum } from "../../../platform/graphql/enum.js";
import type { DisclosureOutcome } from "../disclosure-request/disclosure-outcome.js";

/** A line. */
export enum DisclosureLine {
  RECEIVED = "RECEIVED",
  CARRIED_OVER = "CARRIED_OVER",
  DISCLOSED = "DISCLOSED",
  PARTLY_DISCLOSED = "PARTLY_DISCLOSED",
  STATE_SECRET = "STATE_SECRET",
  FORBIDDEN_BY_LAW = "FORBIDDEN_BY_LAW",
  SECURITY_AND_STABILITY = "SECURITY_AND_STABILITY",
  THIRD_PARTY_RIGHTS = "THIRD_PARTY_RIGHTS",
  INTERNAL_AFFAIRS = "INTERNAL_AFFAIRS",
  PROCESS_INFORMATION = "PROCESS_INFORMATION",
  ENFORCEMENT_FILE = "ENFORCEMENT_FILE",
  ADMINISTRATIVE_QUERY = "ADMINISTRATIVE_QUERY",
  NOT_HELD = "NOT_HELD",
  NOT_READY_MADE = "NOT_READY_MADE",
  STILL_UNCLEAR = "STILL_UNCLEAR",
  PETITION_OR_COMPLAINT = "PETITION_OR_COMPLAINT",
  REPEATED = "REPEATED",
  PUBLICATION = "PUBLICATION",
  EXCESSIVE = "EXCESSIVE",
  CONFIRMATION = "CONFIRMATION",
  CORRECTION_OVERDUE = "CORRECTION_OVERDUE",
  FEE_NOT_PAID = "FEE_NOT_PAID",
  OTHER = "OTHER",
  HANDLED = "HANDLED",
  CARRIED_FORWARD = "CARRIED_FORWARD",
}

/** How a request ended: its outcome, or the state in which it did without one. */
export type RequestEnd = `${DisclosureOutcome}` | "ABANDONED" | "WITHDRAWN";

/** Ends that stand in a line of another name. */
const ELSEWHERE: Partial<Record<RequestEnd, DisclosureLine>> = {
  ALREADY_PUBLIC: DisclosureLine.DISCLOSED,
  NOT_EXISTING: DisclosureLine.NOT_HELD,
  NOT_THIS_AGENCY: DisclosureLine.NOT_HELD,
  ABANDONED: DisclosureLine.CORRECTION_OVERDUE,
  WITHDRAWN: DisclosureLine.OTHER,
};

/** The line in which a request counts that ended so. */
export const lineOfEnd = (end: RequestEnd): DisclosureLine => ELSEWHERE[end] ?? (end as DisclosureLine);

describeEnum(DisclosureLine, "DisclosureLine", "Line of the annual report's table of requests (年度报告表三的项目).", {
  RECEIVED: "Received in the year (一、本年新收).",
  CARRIED_OVER: "Carried over from the year before (二、上年结转).",
  DISCLOSED: "Disclosed (三（一）予以公开).",
  PARTLY_DISCLOSED: "Disclosed in part, counted here alone (三（二）部分公开).",
  STATE_SECRET: "Withheld: state secrets (三（三）1 属于国家秘密).",
  FORBIDDEN_BY_LAW: "Withheld: another law forbids it (三（三）2 其他法律行政法规禁止公开).",
  SECURITY_AND_STABILITY: "Withheld: security and stability (三（三）3 危及“三安全一稳定”).",
  THIRD_PARTY_RIGHTS: "Withheld: rights of third parties (三（三）4 保护第三方合法权益).",
  INTERNAL_AFFAIRS: "Withheld: internal affairs (三（三）5 属于三类内部事务信息).",
  PROCESS_INFORMATION: "Withheld: processes that go on (三（三）6 属于四类过程性信息).",
  ENFORCEMENT_FILE: "Withheld: files of enforcement (三（三）7 属于行政执法案卷).",
  ADMINISTRATIVE_QUERY: "Withheld: to be looked up by a special rule (三（三）8 属于行政查询事项).",
  NOT_HELD: "Not provided: not held by this agency (三（四）1 本机关不掌握相关政府信息).",
  NOT_READY_MADE: "Not provided: to be made first (三（四）2 没有现成信息需要另行制作).",
  STILL_UNCLEAR: "Not provided: still unclear (三（四）3 补正后申请内容仍不明确).",
  PETITION_OR_COMPLAINT: "Not handled: petitions and complaints (三（五）1 信访举报投诉类申请).",
  REPEATED: "Not handled: repeated (三（五）2 重复申请).",
  PUBLICATION: "Not handled: publications (三（五）3 要求提供公开出版物).",
  EXCESSIVE: "Not handled: very many without a good reason (三（五）4 无正当理由大量反复申请).",
  CONFIRMATION: "Not handled: to be confirmed or issued again (三（五）5 要求行政机关确认或重新出具已获取信息).",
  CORRECTION_OVERDUE: "Other: not made clear in time (三（六）1 申请人无正当理由逾期不补正).",
  FEE_NOT_PAID: "Other: the fee was not paid in time (三（六）2 申请人逾期未按收费通知要求缴纳费用).",
  OTHER: "Other ways, taken back among them (三（六）3 其他).",
  HANDLED: "All that were handled in the year (三（七）总计).",
  CARRIED_FORWARD: "Carried forward to the next year (四、结转下年度继续办理).",
});
