/** How requests for information are written: the applicant asks, makes clear and takes back, an officer of the agency does the rest. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  DISCLOSURE,
  type DisclosureEvent,
  type DisclosureGuardFacts,
  type DisclosureState,
} from "../disclosure-request/disclosure-request.machine.js";
import { OF_APPLICANT, WHOSE_REQUEST } from "../disclosure-request/disclosure-request.policy.js";

type RequestColumn = "subject" | "agency_uscc" | "division_code";

/** Requests to an agency, for those who serve it. */
export const OF_ASKED_AGENCY = ofAgency("agency_uscc");

/** Requests, as writes know them. */
export const WRITTEN_REQUEST: Written<DisclosureState, DisclosureEvent, DisclosureGuardFacts, RequestColumn> = {
  kind: "DisclosureRequest",
  table: "disclosure_requests",
  key: "request_no",
  machine: DISCLOSURE,
  whose: WHOSE_REQUEST,
  parts: { SUBJECT: OF_APPLICANT, OFFICER: OF_ASKED_AGENCY },
};
