/** What may be done with an application, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an application: the events of its machine. */
export enum EntryAction {
  ADMIT = "ADMIT",
  REFUSE = "REFUSE",
  WITHDRAW = "WITHDRAW",
}

describeEnum(
  EntryAction,
  "EntryAction",
  "What may be done with an application to enter the market (入驻申请可办操作).",
  {
    ADMIT: "Admit the firm: admitIntermediary (准予入驻).",
    REFUSE: "Refuse it: refuseEntry (不予入驻).",
    WITHDRAW: "Withdraw it: withdrawEntry (撤回申请).",
  },
);
