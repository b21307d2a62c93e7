/** Who plays which part for a sanction, and for whom something waits. Pure. */
import {
  allOf,
  before,
  inDivision,
  oneOf,
  ofAgency,
  ofBody,
  since,
} from "../../../platform/disclosure/admission/index.js";

/** Who plays which part for a sanction. */
export const SANCTION_PARTS = {
  OFFICER: ofAgency("authority_uscc"),
  SUPERVISOR: inDivision("division_code"),
  FIRM: ofBody("firm_uscc"),
};

const { OFFICER, SUPERVISOR, FIRM } = SANCTION_PARTS;

/** Who decides: the department or, where the firm worked for it, the supervisor. */
export const OF_DECIDING_OFFICER = allOf(OFFICER, oneOf("decider", ["OFFICER"]));
export const OF_DECIDING_SUPERVISOR = allOf(SUPERVISOR, oneOf("decider", ["SUPERVISOR"]));

/** A firm that was not heard yet, and supervisors for whom an appeal waits. */
export const OF_UNHEARD_FIRM = allOf(FIRM, before("defended_on"));
export const OF_APPEALED_TO = allOf(SUPERVISOR, since("appealed_on"), before("appeal_settled_on"));
