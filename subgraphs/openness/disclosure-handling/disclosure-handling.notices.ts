/** Who is told of the steps of a request for information: the applicant of all that the agency does, the agency of what it has to do, by when. */
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import type { OpennessServices } from "../context.js";
import { OF_APPLICANT } from "../disclosure-request/disclosure-request.policy.js";
import { OF_ASKED_AGENCY, WRITTEN_REQUEST } from "./disclosure-handling.policy.js";

const answer: DueOn<OpennessServices> = async (requestNo, { disclosureRequests }) => {
  const request = await disclosureRequests.find(requestNo);
  return request && (await disclosureRequests.deadline(request))?.dueOn;
};

const correction: DueOn<OpennessServices> = async (requestNo, { disclosureRequests }) =>
  (await disclosureRequests.find(requestNo))?.correctBy;

const opinion: DueOn<OpennessServices> = async (requestNo, { disclosureRequests }) =>
  (await disclosureRequests.consultations(requestNo)).at(-1)?.deadline.dueOn;

/** An answer is due to the applicant (L09), what is unclear to the agency, the opinion of a third party to both (L11). */
export const TOLD_REQUEST: ToldRecord<OpennessServices> = {
  written: WRITTEN_REQUEST,
  addressees: [
    { part: "SUBJECT", whose: OF_APPLICANT, duties: { CORRECTION_ASKED: correction } },
    {
      part: "OFFICER",
      whose: OF_ASKED_AGENCY,
      isOffice: true,
      duties: { RECEIVED: answer, REGISTERED: answer, CONSULTING: opinion },
    },
  ],
};
