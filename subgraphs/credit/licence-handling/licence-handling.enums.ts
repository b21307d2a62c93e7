/** What may be done with a licence, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a licence: the events of its machine. */
export enum LicenceAction {
  PUBLISH = "PUBLISH",
  REVOKE_DECISION = "REVOKE_DECISION",
  WITHDRAW = "WITHDRAW",
}

describeEnum(LicenceAction, "LicenceAction", "What may be done with a licence (行政许可可办操作).", {
  PUBLISH: "Publish it: publishLicence (公示).",
  REVOKE_DECISION: "Record that it was revoked: recordLicenceRevocation (记录撤销).",
  WITHDRAW: "Withdraw it, once that is on record: withdrawLicence (撤回公示).",
});
