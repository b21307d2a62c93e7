/** How consultations are written: the asker asks and takes back, an officer of the agency answers and publishes. Pure. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  CONSULTATION,
  type ConsultationEvent,
  type ConsultationGuardFacts,
  type ConsultationState,
} from "../consultation/consultation.machine.js";
import { OF_ASKER, WHOSE_CONSULTATION } from "../consultation/consultation.policy.js";

type ConsultationColumn = "subject" | "dept_uscc" | "division_code" | "state";

/** Consultations of an agency, for those who serve it. */
export const OF_ASKED_AGENCY = ofAgency("dept_uscc");

/** Consultations, as writes know them. */
export const WRITTEN_CONSULTATION: Written<
  ConsultationState,
  ConsultationEvent,
  ConsultationGuardFacts,
  ConsultationColumn
> = {
  kind: "Consultation",
  table: "consultations",
  key: "id",
  machine: CONSULTATION,
  whose: WHOSE_CONSULTATION,
  parts: { SUBJECT: OF_ASKER, OFFICER: OF_ASKED_AGENCY },
};
