/** What may be done with a sanction, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a sanction: the events of its machine but the one of time. */
export enum SanctionAction {
  DEFEND = "DEFEND",
  DECIDE = "DECIDE",
  DROP = "DROP",
  APPEAL = "APPEAL",
  REJECT_APPEAL = "REJECT_APPEAL",
  REVOKE = "REVOKE",
}

describeEnum(SanctionAction, "SanctionAction", "What may be done with a sanction (惩戒可办操作).", {
  DEFEND: "Say what there is to say in defence: defendAgainstSanction (陈述申辩).",
  DECIDE: "Decide it: decideSanction (作出惩戒决定).",
  DROP: "Drop it: dropSanction (不予惩戒).",
  APPEAL: "Appeal against it: appealSanction (申诉).",
  REJECT_APPEAL: "Reject the appeal: rejectSanctionAppeal (驳回申诉).",
  REVOKE: "Revoke it upon the appeal: revokeSanction (撤销惩戒).",
});
