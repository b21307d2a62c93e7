/** Who is told of the steps of a repair case, and until when its authority answers. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import { WRITTEN_REPAIR } from "./written-repair.js";

const answers: DueOn<CreditServices> = async (no, { repairCases }) => (await repairCases.find(no))?.deadline?.dueOn;

/** Whom the record is about, and the authority that answers. */
export const TOLD_REPAIR: ToldRecord<CreditServices> = {
  written: WRITTEN_REPAIR,
  rows: (db) => proceedingsOf(db, "repair_cases"),
  addressees: [
    { part: "SUBJECT", whose: OF_COUNTERPARTY, duties: {} },
    {
      part: "OFFICER",
      whose: ofAgency("authority_uscc"),
      isOffice: true,
      duties: { APPLIED: answers, ACCEPTED: answers },
    },
  ],
};
