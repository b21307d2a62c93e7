/** Whose a request for information is: the applicant's, the agency's and its supervisors'. Numbers of requests are public in the annual report. Pure. */
import { anyOf, entitled, ofSubject } from "../../../platform/disclosure/admission/index.js";

/** Requests that a person, or the body that they act for, made. */
export const OF_APPLICANT = ofSubject("subject");

/** Who may know of a request. */
export const WHOSE_REQUEST = anyOf(OF_APPLICANT, entitled({ agency: "agency_uscc", division: "division_code" }));
