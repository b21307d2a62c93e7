/** A request for information as the demonstration plans it, and how it becomes records. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import type { DisclosureOutcome } from "../disclosure-request/disclosure-outcome.js";
import {
  ApplicantKind,
  DisclosureForm,
  type ThirdPartyOpinion,
} from "../disclosure-request/disclosure-request.enums.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";
import type { DISCLOSURE_CONSULTATIONS, DISCLOSURE_REQUESTS } from "../disclosure-request/disclosure-request.rows.js";

/** Who asks. */
export interface PlannedApplicant {
  /** Hash of a person or credit code of a body. */
  readonly subject: string;
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly contact: string;
}

/** A third party: who, when it was asked, and when it said what. */
export type PlannedThirdParty = readonly [
  name: string,
  askedOn: LocalDate,
  endedOn?: LocalDate,
  opinion?: ThirdPartyOpinion,
];

/** A request. */
export interface PlannedRequest {
  readonly requestNo: string;
  readonly agency: DemonstrationOrganization;
  readonly applicant: PlannedApplicant;
  readonly state: DisclosureState;
  readonly receivedOn: LocalDate;
  readonly description: string;
  readonly formWanted?: DisclosureForm;
  /** Day of the notice, last day, and the day on which it was made clear. */
  readonly correction?: readonly [askedOn: LocalDate, correctBy: LocalDate, correctedOn?: LocalDate];
  readonly thirdParties?: readonly PlannedThirdParty[];
  readonly extendedOn?: LocalDate;
  readonly endedOn?: LocalDate;
  readonly outcome?: DisclosureOutcome;
  readonly reasons?: string;
  readonly indexNo?: string;
}

/** What third parties say. */
const WORDS: Readonly<Record<ThirdPartyOpinion, string | undefined>> = {
  CONSENTS: "同意公开。",
  OBJECTS: "涉及本单位商业秘密，不同意公开。",
  NO_ANSWER: undefined,
};

const REMEDY = "可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。";

/** Its record. */
export const requestRecord = (planned: PlannedRequest): NewOf<typeof DISCLOSURE_REQUESTS> => {
  const { agency, applicant, correction, extendedOn, reasons, ...own } = planned;
  const [correctionAskedOn, correctBy, correctedOn] = correction ?? [];
  return {
    ...{ requestNo: own.requestNo, state: own.state, receivedOn: own.receivedOn, description: own.description },
    ...{ subject: applicant.subject, applicantKind: applicant.kind, applicantName: applicant.name },
    ...{ contact: applicant.contact, formWanted: own.formWanted ?? DisclosureForm.ELECTRONIC },
    ...{ agencyId: agency.id, agencyUscc: agency.uscc!, divisionCode: agency.divisionCode.slice(0, 6) },
    ...{ correctionAskedOn, correctBy, unclear: correction && "请说明所需信息的名称、文号或者形成时间。" },
    ...{ correctedOn, correction: correctedOn && "所需信息形成于去年第四季度。" },
    ...{ extendedOn, extensionReasons: extendedOn && "需要检索的档案数量较多。" },
    ...{ outcome: own.outcome, reasons, remedy: reasons && REMEDY, indexNo: own.indexNo, endedOn: own.endedOn },
  };
};

/** Records of the third parties that were asked. */
export const consultationRecords = ({
  requestNo,
  thirdParties = [],
}: PlannedRequest): NewOf<typeof DISCLOSURE_CONSULTATIONS>[] =>
  thirdParties.map(([thirdParty, askedOn, endedOn, opinion], index) => ({
    ...{
      requestNo,
      number: index + 1,
      thirdParty,
      askedOn,
      endedOn,
      opinion,
      opinionText: WORDS[opinion ?? "NO_ANSWER"],
    },
  }));
