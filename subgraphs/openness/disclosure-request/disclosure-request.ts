/** A request for information as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Deadline } from "../../../platform/graphql/index.js";
import type { DisclosureOutcome } from "./disclosure-outcome.js";
import type { ApplicantKind, DisclosureForm, ThirdPartyOpinion } from "./disclosure-request.enums.js";
import type { DisclosureState } from "./disclosure-request.machine.js";

/** Most third parties that are heard about one request, one after another. */
export const MOST_CONSULTATIONS = 10;

/** A third party that is asked about the disclosure of what concerns it. */
export interface ThirdPartyConsultation {
  readonly number: number;
  /** Who is asked. */
  readonly thirdParty: string;
  readonly askedOn: LocalDate;
  readonly endedOn?: LocalDate;
  readonly opinion?: ThirdPartyOpinion;
  readonly opinionText?: string;
  /** Limit of the opinion, L11. */
  readonly deadline: Deadline;
}

/** What somebody asked an agency to disclose. */
export interface DisclosureRequest {
  readonly requestNo: string;
  readonly state: DisclosureState;
  readonly version: number;
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly contact: string;
  readonly description: string;
  readonly formWanted: DisclosureForm;
  readonly receivedOn: LocalDate;
  readonly correctionAskedOn?: LocalDate;
  /** Last day on which the applicant may make it clear. */
  readonly correctBy?: LocalDate;
  /** What the agency does not understand. */
  readonly unclear?: string;
  readonly correctedOn?: LocalDate;
  /** What the applicant said to make it clear. */
  readonly correction?: string;
  readonly extendedOn?: LocalDate;
  readonly extensionReasons?: string;
  readonly outcome?: DisclosureOutcome;
  readonly reasons?: string;
  readonly remedy?: string;
  /** A public document that the answer names. */
  readonly indexNo?: string;
  /** Day of the answer, or on which it ended otherwise. */
  readonly endedOn?: LocalDate;
  readonly agencyId: string;
  readonly agencyUscc: string;
  readonly divisionCode: string;
  /** Hash of a person or credit code of a body. */
  readonly subject: string;
}
