/** How cases are written: who plays which part, under which machine. Pure. */
import { anyOf, inDivision, ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { CASE } from "../service-case/service-case.machine.js";
import { OF_APPLICANT, WHOSE_CASE } from "../service-case/service-case.policy.js";
import type { CaseEvent, CaseGuardFacts, CaseState } from "../service-case/service-case.state.js";

type CaseColumn = "subject" | "dept_uscc" | "division_code" | "state" | "applied_on";

/** The cases of an agency. */
export const OF_HANDLER = ofAgency("dept_uscc");

/** Cases, as writes know them. */
export const WRITTEN_CASE: Written<CaseState, CaseEvent, CaseGuardFacts, CaseColumn> = {
  kind: "ServiceCase",
  table: "service_cases",
  key: "case_no",
  machine: CASE,
  whose: WHOSE_CASE,
  parts: { SUBJECT: OF_APPLICANT, OFFICER: OF_HANDLER },
};

/** Who may know when a case was rated: by the hour its agency would learn who rated it. */
export const WHOSE_RATING_HOUR = anyOf(OF_APPLICANT, inDivision("division_code"));
