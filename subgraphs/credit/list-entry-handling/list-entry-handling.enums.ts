/** What may be done with an entry of a list, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an entry: events of its machine. */
export enum ListEntryAction {
  APPLY_FOR_REPAIR = "APPLY_FOR_REPAIR",
  REVOKE = "REVOKE",
}

describeEnum(ListEntryAction, "ListEntryAction", "What may be done with an entry of a list (名单记录可办操作).", {
  APPLY_FOR_REPAIR: "Apply for its repair: applyForRepair (申请信用修复).",
  REVOKE: "Revoke the decision to list; the entry and its measures end: revokeListing (撤销列入决定).",
});
