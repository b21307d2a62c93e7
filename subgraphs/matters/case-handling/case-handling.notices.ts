/** Who is told of the steps of a case, and what is due in which state. */
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { OF_APPLICANT } from "../service-case/service-case.policy.js";
import { OF_HANDLER, WRITTEN_CASE } from "./case-handling.policy.js";
import { unverifiedCases } from "./case-handling.repository.js";

const saysWhatIsMissing: DueOn<MattersServices> = async (caseNo, { cases }) => {
  const found = await cases.find(caseNo);
  return found && cases.acceptanceDeadline(found)?.dueOn;
};

const completes: DueOn<MattersServices> = async (caseNo, { cases }) => {
  const found = await cases.find(caseNo);
  return found && cases.deadline(found)?.dueOn;
};

/** The applicant corrects and rates; the agency answers in time. Nobody at the agency is told when a case was rated. */
export const TOLD_CASE: ToldRecord<MattersServices> = {
  written: WRITTEN_CASE,
  addressees: [
    {
      part: "SUBJECT",
      whose: OF_APPLICANT,
      duties: { CORRECTION: noLimit, COMPLETED: noLimit, DELIVERED: noLimit },
    },
    {
      part: "OFFICER",
      whose: OF_HANDLER,
      isOffice: true,
      duties: {
        SUBMITTED: saysWhatIsMissing,
        RECEIVED: saysWhatIsMissing,
        ACCEPTED: completes,
        REVIEW: completes,
        DECIDED: completes,
        COMPLETED: noLimit,
      },
    },
  ],
};

const verifies: DueOn<MattersServices> = async (caseNo, { cases }) => (await cases.find(caseNo))?.commitment?.verifyBy;

/**
 * The agency verifies a commitment by its day (告知承诺), also once the case is completed. Of one that was rated it is told no more: the step
 * would tell the hour of the rating.
 */
export const TOLD_VERIFICATION: ToldRecord<MattersServices> = {
  written: WRITTEN_CASE,
  rows: unverifiedCases,
  addressees: [
    { part: "OFFICER", whose: OF_HANDLER, isOffice: true, duties: { COMPLETED: verifies, DELIVERED: verifies } },
  ],
};
