/** What may be done with a draft of a matter, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a draft: the events of its machine. */
export enum MatterDraftAction {
  REVISE = "REVISE",
  FINISH = "FINISH",
  SUBMIT = "SUBMIT",
  APPROVE = "APPROVE",
  REJECT = "REJECT",
  PUBLISH = "PUBLISH",
  WITHDRAW = "WITHDRAW",
}

describeEnum(MatterDraftAction, "MatterDraftAction", "What may be done with a draft of a matter (事项草稿操作).", {
  REVISE: "Change it: editMatterDraft (修改).",
  FINISH: "Have it looked at by the publishing gate: finishMatterDraft (完成起草).",
  SUBMIT: "Hand it to review: submitMatterDraft (提交审核).",
  APPROVE: "Approve it: approveMatterDraft (审核通过).",
  REJECT: "Send it back with reasons: rejectMatterDraft (驳回).",
  PUBLISH: "Publish it as the matter's next version: publishMatterDraft (发布).",
  WITHDRAW: "Give it up with reasons: withdrawMatterDraft (撤回).",
});
