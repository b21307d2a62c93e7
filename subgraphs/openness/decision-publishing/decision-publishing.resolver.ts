/** The verb that publishes a decision, and what a decision tells of its own life. */
import { Ctx, Resolver, Root, Verb, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Decision } from "../decision/decision.type.js";
import { DecisionAction } from "./decision-action.js";
import { PublishDecisionInput } from "./decision-publishing.input.js";
import { DECISION_CLOSURE, DecisionPayload } from "./decision-publishing.type.js";

@Resolver(() => Decision)
export class DecisionPublishingResolver {
  @Verb(() => DecisionPayload, {
    by: ["AGENCY"],
    basis: "MAJOR-DECISIONS-2019-32",
    description:
      "Publishes a decision that has all its statutory steps; otherwise the missing ones are named (公布决策).",
  })
  publishDecision(
    @VerbInput() input: PublishDecisionInput,
    @Ctx() { services }: OpennessContext,
  ): Promise<DecisionPayload> {
    return services.decisionPublishing.publish(input);
  }

  @VersionField({ closed: DECISION_CLOSURE })
  version(@Root() { version }: Decision): number {
    return version;
  }

  @AllowedActionsField(() => DecisionAction, { closed: DECISION_CLOSURE })
  allowedActions(@Root() decision: Decision, @Ctx() { services }: OpennessContext): Promise<DecisionAction[]> {
    return services.decisionPublishing.allowedActions(decision);
  }

  @HistoryField({ closed: DECISION_CLOSURE })
  history(@Root() { id }: Decision, @Ctx() { services }: OpennessContext): Promise<HistoryEntry[]> {
    return services.decisionPublishing.history(id);
  }
}
