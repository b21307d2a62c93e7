/** On what each rule of conservation rests, where a law or a standard says it. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { ReconciliationRule } from "./rule-result.enums.js";

/** Law, article or standard by rule; the others follow from double entry. */
export const BASIS_OF_RULE: Readonly<Partial<Record<ReconciliationRule, () => string>>> = {
  [ReconciliationRule.B2]: basisOfLimit("L19-RECEIPT"),
  [ReconciliationRule.B6]: basisOfProcedure("BUDGET-CLASSIFICATION"),
  [ReconciliationRule.B8]: basisOfLimit("L21"),
  [ReconciliationRule.B9]: basisOfLimit("L20"),
};
