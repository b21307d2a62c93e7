/** On what each rule of conservation rests, where a law or a standard says it. */
import { limitRule } from "../../../platform/domain/index.js";
import { ReconciliationRule } from "./rule-result.enums.js";

/** Law, article or standard by rule; the others follow from double entry. */
export const BASIS_OF_RULE: Readonly<Partial<Record<ReconciliationRule, string>>> = {
  [ReconciliationRule.B2]: limitRule("L19-RECEIPT").basisClause,
  [ReconciliationRule.B6]: "政府收支分类科目",
  [ReconciliationRule.B8]: limitRule("L21").basisClause,
  [ReconciliationRule.B9]: limitRule("L20").basisClause,
};
