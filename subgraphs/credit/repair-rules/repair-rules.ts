/** The measures that govern the repair of a record, as the graph shows them (信用修复). Pure. */
import { repairMeasuresOf, type LocalDate } from "../../../platform/domain/index.js";
import type { RepairRules } from "./repair-rules.type.js";

/** Those of a system, or the general ones, on a day. */
export const repairRulesOf = (system: string | null | undefined, on: LocalDate): RepairRules => {
  const { title, number, issuer, validFrom, verified } = repairMeasuresOf(system, on);
  return { title, number, issuer, since: validFrom, verified };
};
