/** What may be done with a penalty, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a penalty: the events of its machine that are verbs of the graph. */
export enum PenaltyAction {
  SERVE = "SERVE",
  PUBLISH = "PUBLISH",
  REVOKE_DECISION = "REVOKE_DECISION",
  WITHDRAW = "WITHDRAW",
  APPLY_FOR_REPAIR = "APPLY_FOR_REPAIR",
  SHIELD = "SHIELD",
  UNSHIELD = "UNSHIELD",
}

describeEnum(PenaltyAction, "PenaltyAction", "What may be done with a penalty (行政处罚可办操作).", {
  SERVE: "Record that the decision was served with the notice of repair: servePenalty (两书同达).",
  PUBLISH: "Publish it: publishPenalty (公示).",
  REVOKE_DECISION: "Record that the decision was revoked or changed: recordRevocation (记录撤销或变更).",
  WITHDRAW: "Withdraw it, once that is on record: withdrawPenalty (撤回公示).",
  APPLY_FOR_REPAIR: "Apply for its repair: applyForRepair (申请信用修复).",
  SHIELD: "Keep it back while a plan of reorganisation is carried out: shieldPenalty (暂时屏蔽).",
  UNSHIELD: "Show it again: unshieldPenalty (解除屏蔽).",
});
