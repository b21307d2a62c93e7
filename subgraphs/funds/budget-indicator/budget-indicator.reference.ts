/** Indicators by the key that references carry, through the service. */
import { normaliseDocumentNumber } from "../../../platform/domain/index.js";
import type { FundsServices } from "../context.js";
import type { BudgetIndicator } from "./budget-indicator.type.js";

/** The indicator of a reference; undefined where the viewer may know of none. */
export const findBudgetIndicatorByReference = (
  { indicatorNo }: Readonly<Record<string, unknown>>,
  { budgetIndicators }: FundsServices,
): Promise<BudgetIndicator | undefined> => budgetIndicators.find(normaliseDocumentNumber(String(indicatorNo)));
