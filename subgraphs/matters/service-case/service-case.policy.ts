/** Whose a case is: its applicant's, its agency's and the agency's supervisors'; a draft is its writer's alone (docs/domain). Pure. */
import { allOf, anyOf, entitled, given, noneOf, ofSubject } from "../../../platform/disclosure/admission/index.js";
import type { CasePartFacts } from "./service-case.js";
import { CaseState } from "./service-case.state.js";

/** The cases of the applicant, a person or a body. */
export const OF_APPLICANT = ofSubject("subject");

/** Who may know of a case; a draft that was discarded stays its writer's. */
export const WHOSE_CASE = anyOf(
  OF_APPLICANT,
  allOf(
    noneOf("state", [CaseState.DRAFT]),
    anyOf(noneOf("state", [CaseState.VOID]), given("applied_on")),
    entitled({ agency: "dept_uscc", division: "division_code" }),
  ),
);

/** Whose a case is, for the closed fields of its parts. */
export const caseFacts = ({
  subject,
  deptUscc,
  divisionCode,
}: {
  readonly subject: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}): CasePartFacts => ({ subject, agency: deptUscc, division: divisionCode });
