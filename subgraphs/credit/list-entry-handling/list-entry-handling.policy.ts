/** Who plays which part for an entry of a list. Pure. */
import { ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";

/** The body on the list applies for repair; officers of who decided to list it decide. */
export const LIST_ENTRY_PARTS = { SUBJECT: ofBody("counterparty_uscc"), OFFICER: ofAgency("authority_uscc") };
