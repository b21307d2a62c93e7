/** Allotments by the key that references carry, through the service. */
import { normaliseDocumentNumber } from "../../../platform/domain/index.js";
import type { FundsServices } from "../context.js";
import type { BudgetAllotment } from "./budget-allotment.type.js";

/** The allotment of a reference; undefined where the viewer may know of none. */
export const findBudgetAllotmentByReference = (
  { allotmentNo }: Readonly<Record<string, unknown>>,
  { budgetAllotments }: FundsServices,
): Promise<BudgetAllotment | undefined> => budgetAllotments.find(normaliseDocumentNumber(String(allotmentNo)));
