/** How inquiries are written: the asker asks, rates and takes back consent; an officer of the body on whose desk it lies does the rest. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { INQUIRY, type InquiryEvent, type InquiryGuardFacts, type InquiryState } from "../inquiry/inquiry.machine.js";
import { OF_ASKER, WHOSE_INQUIRY } from "../inquiry/inquiry.policy.js";

type InquiryColumn =
  "subject" | "intake_uscc" | "assigned_uscc" | "held_by_uscc" | "division_code" | "published_on" | "today";

/** Inquiries on the desk of a body, for those who serve it. */
export const ON_DESK = ofAgency("held_by_uscc");

/** Inquiries, as writes know them. */
export const WRITTEN_INQUIRY: Written<InquiryState, InquiryEvent, InquiryGuardFacts, InquiryColumn> = {
  kind: "Inquiry",
  table: "inquiries",
  key: "inquiry_no",
  machine: INQUIRY,
  whose: WHOSE_INQUIRY,
  parts: { SUBJECT: OF_ASKER, OFFICER: ON_DESK },
};
