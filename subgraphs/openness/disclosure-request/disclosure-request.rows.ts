/** Columns of requests for information and of the third parties that were asked, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { DisclosureOutcome } from "./disclosure-outcome.js";
import type { ApplicantKind, DisclosureForm, ThirdPartyOpinion } from "./disclosure-request.enums.js";
import type { DisclosureState } from "./disclosure-request.machine.js";

/** Requests for information (政府信息公开申请). */
export const DISCLOSURE_REQUESTS = defineTable("disclosure_requests", {
  requestNo: text("request_no"),
  // Hash of a person or credit code of a body.
  subject: text("subject"),
  applicantKind: text("applicant_kind").of<ApplicantKind>(),
  applicantName: text("applicant_name"),
  contact: text("contact"),
  agencyId: text("agency_id"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
  description: text("description"),
  formWanted: text("form_wanted").of<DisclosureForm>(),
  state: text("state").of<DisclosureState>(),
  receivedOn: day("received_on"),
  correctionAskedOn: day("correction_asked_on").nullable(),
  correctBy: day("correct_by").nullable(),
  unclear: text("unclear").nullable(),
  correctedOn: day("corrected_on").nullable(),
  correction: text("correction").nullable(),
  extendedOn: day("extended_on").nullable(),
  extensionReasons: text("extension_reasons").nullable(),
  outcome: text("outcome").of<DisclosureOutcome>().nullable(),
  reasons: text("reasons").nullable(),
  remedy: text("remedy").nullable(),
  indexNo: text("index_no").nullable(),
  endedOn: day("ended_on").nullable(),
  version: integer("version").byDefault(),
});

/** A row of disclosure_requests. */
export type DisclosureRequestRow = RowOf<typeof DISCLOSURE_REQUESTS>;

/** Third parties that were asked about a request. */
export const DISCLOSURE_CONSULTATIONS = defineTable("disclosure_consultations", {
  requestNo: text("request_no"),
  number: integer("number"),
  thirdParty: text("third_party"),
  askedOn: day("asked_on"),
  endedOn: day("ended_on").nullable(),
  opinion: text("opinion").of<ThirdPartyOpinion>().nullable(),
  opinionText: text("opinion_text").nullable(),
});

/** A row of disclosure_consultations. */
export type DisclosureConsultationRow = RowOf<typeof DISCLOSURE_CONSULTATIONS>;
