/** Who plays which part for a sanction. Pure. */
import { inDivision, ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";

/** Who plays which part for a sanction. */
export const SANCTION_PARTS = {
  OFFICER: ofAgency("authority_uscc"),
  SUPERVISOR: inDivision("division_code"),
  FIRM: ofBody("firm_uscc"),
};
