/** Who is told of the steps of a subsidy batch and of objections to its roster. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { OF_RECIPIENT } from "../subsidy/subsidy.policy.js";
import { OF_OBJECTOR, OF_SCHEME } from "./subsidy-handling.policy.js";
import { batchesByRecipient } from "./subsidy-handling.repository.js";
import { WRITTEN_BY_SCHEME, WRITTEN_OBJECTION } from "./written-batch.js";

/** Who is paid is told when the roster is posted, reviewed and paid. */
export const TOLD_RECIPIENT: ToldRecord<FundsServices> = {
  written: { ...WRITTEN_BY_SCHEME, whose: OF_RECIPIENT },
  rows: batchesByRecipient,
  addressees: [{ part: "SUBJECT", whose: OF_RECIPIENT, duties: {} }],
};

/** Who objects is told of the answer; the scheme's agency of what is to be answered. */
export const TOLD_ROSTER_OBJECTION: ToldRecord<FundsServices> = {
  written: WRITTEN_OBJECTION,
  addressees: [
    { part: "SUBJECT", whose: OF_OBJECTOR, duties: {} },
    { part: "OFFICER", whose: OF_SCHEME, isOffice: true, duties: { FILED: noLimit } },
  ],
};
