/** Who plays which part for a commitment. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";

/** Officers of the authority that took it verify whether it was kept. */
export const COMMITMENT_PARTS = { OFFICER: ofAgency("authority_uscc") };
