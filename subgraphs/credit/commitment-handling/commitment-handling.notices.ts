/** Who promised is told what was found of it; the authority of what it has to verify. */
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { commitmentsOf } from "../counterparty/proceedings.repository.js";
import { COMMITMENT_PARTS } from "./commitment-handling.policy.js";
import { WRITTEN_COMMITMENT } from "./written-commitment.js";

const byItsDay: DueOn<CreditServices> = async (id, { commitments }) => (await commitments.find(id))?.dueOn;

/** Both sides. */
export const TOLD_COMMITMENT: ToldRecord<CreditServices> = {
  written: WRITTEN_COMMITMENT,
  rows: commitmentsOf,
  addressees: [
    { part: "SUBJECT", whose: OF_COUNTERPARTY, duties: {} },
    { part: "OFFICER", whose: COMMITMENT_PARTS.OFFICER, isOffice: true, duties: { PENDING: byItsDay } },
  ],
};
