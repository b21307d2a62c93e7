/** Whose an inquiry is: the asker's, of the body that received it and of the one that handles it, and their supervisors'; everybody's once published. Pure. */
import { anyOf, entitled, ofAgency, ofSubject, since } from "../../../platform/disclosure/admission/index.js";

/** Inquiries that a person, or the body that they act for, made. */
export const OF_ASKER = ofSubject("subject");

/** Who may know of an inquiry; what was asked in it is closed by field. */
export const WHOSE_INQUIRY = anyOf(
  OF_ASKER,
  entitled({ agency: "intake_uscc", division: "division_code" }),
  ofAgency("assigned_uscc"),
  since("published_on"),
);
