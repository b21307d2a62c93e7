/** Whose an indicator is: everyone's once it is issued; a draft is its agency's, its supervisors' and auditors'. Pure. */
import { anyOf, entitled, noneOf } from "../../../platform/disclosure/admission/index.js";
import { IndicatorState } from "./budget-indicator.machine.js";

/** Who may know of an indicator, and of what is made out of it. */
export const WHOSE_INDICATOR = anyOf(
  noneOf("state", [IndicatorState.DRAFT]),
  entitled({ agency: "agency_uscc", division: "agency_division", audited: true }),
);
