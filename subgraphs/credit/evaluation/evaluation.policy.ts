/** Whose an evaluation is: never everybody's. Pure. */
import type { Closure } from "../../../platform/graphql/classes/index.js";

/** Who reads an evaluation: its subject, the evaluating agency, agencies with an agreement, supervisors. */
export const EVALUATION_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SHARED", "SUPERVISOR"],
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
};
