/** What may be done with an alert, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with an alert: the events of its machine that are verbs of the graph. */
export enum AlertAction {
  NOTIFY = "NOTIFY",
  EXPLAIN = "EXPLAIN",
  CORRECT = "CORRECT",
  VERIFY = "VERIFY",
  CLOSE = "CLOSE",
  ESCALATE = "ESCALATE",
}

describeEnum(AlertAction, "AlertAction", "What may be done with an alert (监察处置操作).", {
  NOTIFY: "Tell the agency: notifyAlert (通知).",
  EXPLAIN: "Explain it: explainAlert (说明).",
  CORRECT: "Say what was corrected: correctAlert (整改).",
  VERIFY: "Verify what the agency says: verifyAlert (核实).",
  CLOSE: "Close it: closeAlert (办结).",
  ESCALATE: "Take it up in enforcement supervision: escalateAlert (转行政执法监督).",
});
