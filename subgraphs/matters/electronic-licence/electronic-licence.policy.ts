/** Whose an electronic licence is: its holder's, the issuing agency's and its supervisors' (docs/domain). Pure. */
import { anyOf, entitled, ofSubject } from "../../../platform/disclosure/admission/index.js";

/** The licences of the holder, a person or a body. */
export const OF_HOLDER = ofSubject("subject");

/** Who may know of a licence. */
export const WHOSE_LICENCE = anyOf(OF_HOLDER, entitled({ agency: "dept_uscc", division: "division_code" }));
