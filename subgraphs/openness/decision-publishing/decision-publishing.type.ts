/** What publishing a decision answers, and who reads how it was handled. */
import { Field, ObjectType, type Closure } from "../../../platform/graphql/classes/index.js";
import { Decision } from "../decision/decision.type.js";

/** Who reads how a decision was handled: its organiser and supervisors. */
export const DECISION_CLOSURE: Closure = {
  tier: ["AGENCY", "SUPERVISOR"],
  reason: "PROCESS_INFORMATION",
  basis: "OGI-2019-16",
};

/** The payload. */
@ObjectType({ description: "The decision, as the write left it (决策操作结果)." })
export class DecisionPayload {
  @Field(() => Decision, { nullable: true, description: "The decision (重大行政决策)." })
  decision?: Decision;
}
