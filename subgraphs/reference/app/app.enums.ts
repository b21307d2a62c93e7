/** What may be done with an app, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an app: the events of its machine. */
export enum AppAction {
  APPROVE = "APPROVE",
  REFUSE = "REFUSE",
  SUSPEND = "SUSPEND",
  SET_KEYS = "SET_KEYS",
  RETIRE = "RETIRE",
}

describeEnum(AppAction, "AppAction", "What may be done with an app (应用操作).", {
  APPROVE: "Approve it, or a new quota, or let it go on: approveApp (开通、恢复、调整额度).",
  REFUSE: "Refuse it: refuseApp (不予开通).",
  SUSPEND: "Take none of its tokens any more: suspendApp (停用).",
  SET_KEYS: "Say by which keys it proves who it is: setAppKeys (更换公钥).",
  RETIRE: "End it: retireApp (注销).",
});
