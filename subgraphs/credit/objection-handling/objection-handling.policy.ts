/** Who plays which part in an objection. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";

/** Whom the record is about objects; officers of its authority decide. */
export const OBJECTION_PARTS = { SUBJECT: OF_COUNTERPARTY, OFFICER: ofAgency("authority_uscc") };
