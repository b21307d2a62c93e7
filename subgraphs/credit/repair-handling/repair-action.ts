/** What may be done with a repair case, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a repair case: the events of its machine. */
export enum RepairAction {
  ACCEPT = "ACCEPT",
  REJECT = "REJECT",
  EXTEND = "EXTEND",
  REPAIR = "REPAIR",
  WITHDRAW = "WITHDRAW",
  TELL = "TELL",
  FIND_FALSE = "FIND_FALSE",
  REVOKE = "REVOKE",
}

describeEnum(RepairAction, "RepairAction", "What may be done with a repair case (信用修复可办操作).", {
  ACCEPT: "Accept it: acceptRepair (受理).",
  REJECT:
    "Refuse it with reasons and remedy: refuseRepair before it is accepted, decideRepair since (不予受理、不予修复).",
  EXTEND: "Extend its limit, once: extendRepair (延长期限).",
  REPAIR: "Repair: decideRepair (准予修复).",
  WITHDRAW: "Take it back: withdrawRepair (撤回申请).",
  TELL: "Record that the applicant was told the outcome: tellRepair (反馈结果).",
  FIND_FALSE: "Record the finding that it rests on false statements: findRepairFalse (查实虚假).",
  REVOKE: "Revoke the repair that was found false: revokeRepair (撤销修复).",
});
