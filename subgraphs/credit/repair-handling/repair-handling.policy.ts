/** Who plays which part in a repair case. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";

/** Whom the record is about applies; officers of its authority decide. */
export const REPAIR_PARTS = { SUBJECT: OF_COUNTERPARTY, OFFICER: ofAgency("authority_uscc") };
