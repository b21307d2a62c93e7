/** Who plays which part in a case of listing. Pure. */
import { ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";

/** The body that is to be listed states and defends; officers of the authority that gave it notice decide. */
export const LISTING_PARTS = { SUBJECT: ofBody("counterparty_uscc"), OFFICER: ofAgency("authority_uscc") };
