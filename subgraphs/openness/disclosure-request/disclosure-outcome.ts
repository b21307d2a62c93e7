/** Outcomes of a request for information (政府信息公开条例 第三十六条 to 第三十九条), and what each has to tell. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How a request is answered. */
export enum DisclosureOutcome {
  DISCLOSED = "DISCLOSED",
  ALREADY_PUBLIC = "ALREADY_PUBLIC",
  PARTLY_DISCLOSED = "PARTLY_DISCLOSED",
  STATE_SECRET = "STATE_SECRET",
  FORBIDDEN_BY_LAW = "FORBIDDEN_BY_LAW",
  SECURITY_AND_STABILITY = "SECURITY_AND_STABILITY",
  THIRD_PARTY_RIGHTS = "THIRD_PARTY_RIGHTS",
  INTERNAL_AFFAIRS = "INTERNAL_AFFAIRS",
  PROCESS_INFORMATION = "PROCESS_INFORMATION",
  ENFORCEMENT_FILE = "ENFORCEMENT_FILE",
  ADMINISTRATIVE_QUERY = "ADMINISTRATIVE_QUERY",
  NOT_EXISTING = "NOT_EXISTING",
  NOT_THIS_AGENCY = "NOT_THIS_AGENCY",
  NOT_READY_MADE = "NOT_READY_MADE",
  STILL_UNCLEAR = "STILL_UNCLEAR",
  PETITION_OR_COMPLAINT = "PETITION_OR_COMPLAINT",
  REPEATED = "REPEATED",
  PUBLICATION = "PUBLICATION",
  EXCESSIVE = "EXCESSIVE",
  CONFIRMATION = "CONFIRMATION",
  FEE_NOT_PAID = "FEE_NOT_PAID",
  OTHER = "OTHER",
}

const { DISCLOSED, ALREADY_PUBLIC, PARTLY_DISCLOSED } = DisclosureOutcome;

/** Whether something is given: a document that is public, or files. */
export const givesInformation = (outcome: DisclosureOutcome): boolean =>
  [DISCLOSED, ALREADY_PUBLIC, PARTLY_DISCLOSED].includes(outcome);

/** Whether something is refused, in part too: reasons and remedy are told. */
export const refusesInformation = (outcome: DisclosureOutcome): boolean =>
  outcome !== DISCLOSED && outcome !== ALREADY_PUBLIC;

describeEnum(
  DisclosureOutcome,
  "DisclosureOutcome",
  "How a request for information is answered; the groups are those of the annual report (答复结果).",
  {
    DISCLOSED: "Disclosed (予以公开).",
    ALREADY_PUBLIC: "Public already: it is told where (已主动公开，告知获取方式).",
    PARTLY_DISCLOSED: "Disclosed in part, the rest withheld (部分公开).",
    STATE_SECRET: "Withheld: a state secret (属于国家秘密).",
    FORBIDDEN_BY_LAW: "Withheld: another law or regulation forbids it (其他法律行政法规禁止公开).",
    SECURITY_AND_STABILITY: "Withheld: it would endanger security or stability (危及“三安全一稳定”).",
    THIRD_PARTY_RIGHTS: "Withheld: to protect rights of a third party (保护第三方合法权益).",
    INTERNAL_AFFAIRS: "Withheld: internal affairs (属于内部事务信息).",
    PROCESS_INFORMATION: "Withheld: of a process that goes on (属于过程性信息).",
    ENFORCEMENT_FILE: "Withheld: of a file of enforcement (属于行政执法案卷).",
    ADMINISTRATIVE_QUERY: "Withheld here: to be looked up as a special rule says (属于行政查询事项).",
    NOT_EXISTING: "Not held: there is no such information (信息不存在).",
    NOT_THIS_AGENCY: "Not held: another agency is responsible (不属于本机关负责公开).",
    NOT_READY_MADE: "It would have to be made first (没有现成信息需要另行制作).",
    STILL_UNCLEAR: "Still unclear after it was corrected (补正后申请内容仍不明确).",
    PETITION_OR_COMPLAINT: "Not handled: a petition, complaint or report (信访举报投诉类申请).",
    REPEATED: "Not handled: answered before (重复申请).",
    PUBLICATION: "Not handled: it asks for a publication (要求提供公开出版物).",
    EXCESSIVE: "Not handled: very many requests without a good reason (无正当理由大量反复申请).",
    CONFIRMATION: "Not handled: it asks to confirm or issue again what was given (要求确认或重新出具已获取信息).",
    FEE_NOT_PAID: "Not handled any more: the fee was not paid in time (逾期未按收费通知要求缴纳费用).",
    OTHER: "Another way (其他处理).",
  },
);
