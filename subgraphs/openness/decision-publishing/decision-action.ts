/** What may be done with a decision, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a decision: those events of its machine that are verbs. */
export enum DecisionAction {
  PUBLISH = "PUBLISH",
}

describeEnum(DecisionAction, "DecisionAction", "What may be done with a decision (重大行政决策操作).", {
  PUBLISH: "Publish it: publishDecision (公布决策).",
});
