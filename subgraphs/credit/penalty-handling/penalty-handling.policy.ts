/** Who plays which part for the publicity of a penalty. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";

/** Whom it is about applies for repair; the authority's officers decide, its publishers publish and withdraw. */
export const PENALTY_PARTS = {
  SUBJECT: OF_COUNTERPARTY,
  OFFICER: ofAgency("authority_uscc"),
  PUBLISHER: ofAgency("authority_uscc"),
};
