/** Whose batches and objections to their rosters are, for those who handle them, and who plays which part. Pure. */
import { anyOf, entitled, ofAgency, ofSubject } from "../../../platform/disclosure/admission/index.js";

/** Who may know of a batch, the posted roster apart: the scheme's agency, the finance department that pays, supervisors, auditors. */
export const WHOSE_BATCH = anyOf(
  entitled({ agency: "agency_uscc", division: "village_code", audited: true }),
  ofAgency("receiver_uscc"),
);

/** The scheme's agency: its officers review, its publishers post. */
export const OF_SCHEME = ofAgency("agency_uscc");

/** The finance department that pays. */
export const OF_FINANCE = ofAgency("receiver_uscc");

/** Who objects to a roster. */
export const OF_OBJECTOR = ofSubject("subject");

/** Who may know of an objection. */
export const WHOSE_ROSTER_OBJECTION = entitled({
  subject: "subject",
  agency: "agency_uscc",
  division: "division_code",
  audited: true,
});
