/** The verb that publishes a budget or final accounts, and what it tells of its own life. */
import { Ctx, FieldResolver, Int, Resolver, Root, Verb, VerbInput } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { HistoryEntry } from "../../../platform/write/classes/index.js";
import { BudgetDisclosure } from "../budget-disclosure/budget-disclosure.type.js";
import type { FundsContext } from "../context.js";
import { PublishBudgetInput } from "./budget-publishing.input.js";
import { DisclosureState } from "./budget-publishing.machine.js";
import { PublishBudgetPayload } from "./budget-publishing.type.js";

@Resolver(() => BudgetDisclosure)
export class BudgetPublishingResolver {
  @Verb(() => PublishBudgetPayload, {
    by: ["AGENCY"],
    basis: "BUDGET-2018-14",
    description:
      "Publishes a budget or final accounts that were replied to; its deadline tells whether it is late (公开).",
  })
  publishBudgetDisclosure(
    @VerbInput() input: PublishBudgetInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PublishBudgetPayload> {
    return services.budgetPublishing.publish(input);
  }

  @FieldResolver(() => DisclosureState, { description: "State on the day of the request (公开状态)." })
  state(@Root() { publishedOn }: BudgetDisclosure): DisclosureState {
    return publishedOn === undefined ? DisclosureState.REPLIED : DisclosureState.PUBLISHED;
  }

  @FieldResolver(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version(@Root() { version }: BudgetDisclosure): number {
    return version;
  }

  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    description:
      "What happened to it since writes are kept in a journal, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { id }: BudgetDisclosure, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.budgetPublishing.history(id);
  }
}
