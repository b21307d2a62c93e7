/** Who is told of the steps of a repair case, and until when its authority answers. */
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import { REPAIR_PARTS } from "./repair-handling.policy.js";
import { WRITTEN_REPAIR } from "./written-repair.js";

const answers: DueOn<CreditServices> = async (no, { repairCases }) => (await repairCases.find(no))?.deadline?.dueOn;

/** Whom the record is about, and the authority that answers. */
export const TOLD_REPAIR: ToldRecord<CreditServices> = {
  written: WRITTEN_REPAIR,
  rows: (db) => proceedingsOf(db, "repair_cases"),
  addressees: [
    { part: "SUBJECT", whose: REPAIR_PARTS.SUBJECT, duties: {} },
    {
      part: "OFFICER",
      whose: REPAIR_PARTS.OFFICER,
      isOffice: true,
      duties: { APPLIED: answers, ACCEPTED: answers },
    },
  ],
};
