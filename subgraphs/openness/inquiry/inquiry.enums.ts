/** Enumerations of inquiries. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What somebody wants. */
export enum InquiryKind {
  CONSULTATION = "CONSULTATION",
  SUGGESTION = "SUGGESTION",
  COMPLAINT = "COMPLAINT",
  REPORT = "REPORT",
  HELP = "HELP",
}

/** What the asker says of the handling. */
export enum InquirySatisfaction {
  SATISFIED = "SATISFIED",
  BASICALLY_SATISFIED = "BASICALLY_SATISFIED",
  DISSATISFIED = "DISSATISFIED",
}

describeEnum(InquiryKind, "InquiryKind", "What somebody wants of a body (诉求类型).", {
  CONSULTATION: "A question (咨询).",
  SUGGESTION: "A suggestion (建议).",
  COMPLAINT: "A complaint (投诉).",
  REPORT: "A report of a wrong (举报).",
  HELP: "A call for help (求助).",
});

describeEnum(InquirySatisfaction, "InquirySatisfaction", "What the asker says of the handling (满意度).", {
  SATISFIED: "Satisfied (满意).",
  BASICALLY_SATISFIED: "Satisfied on the whole (基本满意).",
  DISSATISFIED: "Not satisfied (不满意).",
});
