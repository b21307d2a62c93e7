/** Machines that tests drive: a line each. */
import { ALERTS } from "./alerts.js";
import { ALLOTMENTS, SECOND_OFFICER } from "./allotments.js";
import { BATCHES } from "./batches.js";
import { BIDS } from "./bids.js";
import { BUDGETS } from "./budgets.js";
import { CASES } from "./cases.js";
import { COMMENTS } from "./comments.js";
import { CONSULTATIONS } from "./consultations.js";
import { DISCLOSURES } from "./disclosures.js";
import { ENTRIES } from "./entries.js";
import { INQUIRIES } from "./inquiries.js";
import { LICENCES } from "./licences.js";
import { DRAFTS, OTHER_OFFICER } from "./matter-drafts.js";
import { LISTINGS } from "./listings.js";
import type { ModelledMachine } from "./model.js";
import { OBJECTIONS } from "./objections.js";
import { PAYMENT_ORDERS } from "./payment-orders.js";
import { PENALTIES } from "./penalties.js";
import { PROJECTS, SECOND_PUBLISHER } from "./projects.js";
import { PROCUREMENTS } from "./procurements.js";
import { RATINGS } from "./ratings.js";
import { REPAIRS } from "./repairs.js";
import { ROSTER_OBJECTIONS } from "./roster-objections.js";
import { SANCTIONED_AGENT, SANCTIONS } from "./sanctions.js";

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
  listings: LISTINGS,
  "projects of public money": PROJECTS,
  ratings: RATINGS,
  batches: BATCHES,
  "objections to rosters": ROSTER_OBJECTIONS,
  budgets: BUDGETS,
  "drafts of matters": DRAFTS,
  alerts: ALERTS,
  consultations: CONSULTATIONS,
  "comments of ratings": COMMENTS,
  procurements: PROCUREMENTS,
  bids: BIDS,
  sanctions: SANCTIONS,
  entries: ENTRIES,
  "requests for information": DISCLOSURES,
  inquiries: INQUIRIES,
};

/** Who may sign in beside all others. */
export const MODEL_VIEWERS = {
  [SECOND_OFFICER.username]: SECOND_OFFICER,
  [OTHER_OFFICER.username]: OTHER_OFFICER,
  [SECOND_PUBLISHER.username]: SECOND_PUBLISHER,
  [SANCTIONED_AGENT.username]: SANCTIONED_AGENT,
};
