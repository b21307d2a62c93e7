/** Whose a consultation is: the asker's, the agency's and its supervisors'; a published one is everybody's (docs/domain). Pure. */
import { anyOf, entitled, ofSubject, oneOf } from "../../../platform/disclosure/admission/index.js";
import { ConsultationState } from "./consultation.machine.js";

/** Consultations that a person, or the body that they act for, asked. */
export const OF_ASKER = ofSubject("subject");

/** Who may know of a consultation; what was asked and answered in it is closed by field. */
export const WHOSE_CONSULTATION = anyOf(
  OF_ASKER,
  entitled({ agency: "dept_uscc", division: "division_code" }),
  oneOf("state", [ConsultationState.PUBLISHED]),
);
