/** Who is told of the steps of an objection, and until when its authority answers. */
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import { OBJECTION_PARTS } from "./objection-handling.policy.js";
import { WRITTEN_OBJECTION } from "./written-objection.js";

const answers: DueOn<CreditServices> = async (no, { objections }) => (await objections.find(no))?.deadline?.dueOn;

/** Whom the record is about, and the authority that keeps it. */
export const TOLD_OBJECTION: ToldRecord<CreditServices> = {
  written: WRITTEN_OBJECTION,
  rows: (db) => proceedingsOf(db, "objections"),
  addressees: [
    { part: "SUBJECT", whose: OBJECTION_PARTS.SUBJECT, duties: {} },
    {
      part: "OFFICER",
      whose: OBJECTION_PARTS.OFFICER,
      isOffice: true,
      duties: { FILED: answers, ACCEPTED: answers, INVESTIGATING: answers, CORRECTED: noLimit, UPHELD: noLimit },
    },
  ],
};
