/** Whose an allotment is: everyone's once it is issued; a draft is its agency's, its supervisors' and auditors'. Pure. */
import { anyOf, entitled, noneOf } from "../../../platform/disclosure/admission/index.js";
import { AllotmentState } from "./budget-allotment.machine.js";

/** Who may know of an allotment, and of what is made out of it. */
export const WHOSE_ALLOTMENT = anyOf(
  noneOf("state", [AllotmentState.DRAFT]),
  entitled({ agency: "agency_uscc", division: "agency_division", audited: true }),
);
