/** Who is told of the steps of a consultation: the asker of all that the agency does, the agency of what it has to answer, by when. */
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import { OF_ASKER } from "../consultation/consultation.policy.js";
import type { MattersServices } from "../context.js";
import { OF_ASKED_AGENCY, WRITTEN_CONSULTATION } from "./consultation-handling.policy.js";

const answers: DueOn<MattersServices> = async (id, { consultations }) =>
  (await consultations.find(id))?.deadline?.dueOn;

/** A question is due to the agency until it is answered (L27). */
export const TOLD_CONSULTATION: ToldRecord<MattersServices> = {
  written: WRITTEN_CONSULTATION,
  addressees: [
    { part: "SUBJECT", whose: OF_ASKER, duties: {} },
    { part: "OFFICER", whose: OF_ASKED_AGENCY, isOffice: true, duties: { ASKED: answers } },
  ],
};
