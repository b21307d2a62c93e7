/** Writes of budgets and final accounts: they are published. */
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createHistories, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import type { FundsServices } from "../context.js";
import type { PublishBudgetInput } from "./budget-publishing.input.js";
import type { PublishBudgetPayload } from "./budget-publishing.type.js";
import { publishBudget, WRITTEN_DISCLOSURE } from "./publish-budget.js";

/** Writes of budgets and final accounts. */
export interface BudgetPublishingService {
  /** Throws what `runWrite`, `lockRecord` and `takeStep` throw. */
  publish(input: PublishBudgetInput): Promise<PublishBudgetPayload>;
  /** What happened to it, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createBudgetPublishingService = (
  dependencies: ServiceDependencies,
  services: FundsServices,
): BudgetPublishingService => {
  const histories = createHistories(dependencies.db, WRITTEN_DISCLOSURE);
  return {
    async publish(input) {
      const { key } = await runWrite(dependencies, {
        verb: "publishBudgetDisclosure",
        input,
        change: (trx, inputHash) => publishBudget(trx, dependencies, input, inputHash),
      });
      const disclosure = await services.budgetDisclosures.findAnew(key);
      return disclosure === undefined ? {} : { disclosure };
    },
    history: (id) => histories.load(id),
  };
};
