/** Machines that tests drive: a line each. */
import { ALLOTMENTS, SECOND_OFFICER } from "./allotments.js";
import { BATCHES } from "./batches.js";
import { BUDGETS } from "./budgets.js";
import { CASES } from "./cases.js";
import { LICENCES } from "./licences.js";
import type { ModelledMachine } from "./model.js";
import { OBJECTIONS } from "./objections.js";
import { PAYMENT_ORDERS } from "./payment-orders.js";
import { PENALTIES } from "./penalties.js";
import { RATINGS } from "./ratings.js";
import { REPAIRS } from "./repairs.js";
import { ROSTER_OBJECTIONS } from "./roster-objections.js";

/** By their names; what is described is checked where it is, and driven without its types. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const MODELLED: Readonly<Record<string, ModelledMachine<any, any, any>>> = {
  cases: CASES,
  repairs: REPAIRS,
  objections: OBJECTIONS,
  "payment orders": PAYMENT_ORDERS,
  allotments: ALLOTMENTS,
  penalties: PENALTIES,
  licences: LICENCES,
  ratings: RATINGS,
  batches: BATCHES,
  "objections to rosters": ROSTER_OBJECTIONS,
  budgets: BUDGETS,
};

/** Who may sign in beside all others. */
export const MODEL_VIEWERS = { [SECOND_OFFICER.username]: SECOND_OFFICER };
