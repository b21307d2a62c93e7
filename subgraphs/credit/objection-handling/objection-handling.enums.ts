/** What may be done with an objection, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an objection: the events of its machine. */
export enum ObjectionAction {
  ACCEPT = "ACCEPT",
  INVESTIGATE = "INVESTIGATE",
  CORRECT = "CORRECT",
  UPHOLD = "UPHOLD",
  NOTIFY = "NOTIFY",
  WITHDRAW = "WITHDRAW",
}

describeEnum(ObjectionAction, "ObjectionAction", "What may be done with an objection (异议可办操作).", {
  ACCEPT: "Accept it: acceptObjection (受理).",
  INVESTIGATE: "Investigate it; the record says so publicly: investigateObjection (核查).",
  CORRECT: "Decide that the record is corrected, once it is: decideObjection (更正).",
  UPHOLD: "Decide that the record is right, with reasons: decideObjection (维持).",
  NOTIFY: "Record that the objector was told: notifyObjector (告知).",
  WITHDRAW: "Take it back: withdrawObjection (撤回).",
});
