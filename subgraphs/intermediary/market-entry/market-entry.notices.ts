/** Who is told of the steps of an application to enter the market: the firm, and the department that checks it. */
import type { DueOn, ToldRecord } from "../../../platform/notices/index.js";
import type { IntermediaryServices } from "../context.js";
import { WRITTEN_ENTRY } from "./market-entry.policy.js";

const decides: DueOn<IntermediaryServices> = async (no, { marketEntries }) =>
  (await marketEntries.find(no))?.deadline?.dueOn;

/** Firm and department. */
export const TOLD_ENTRY: ToldRecord<IntermediaryServices> = {
  written: WRITTEN_ENTRY,
  addressees: [
    { part: "FIRM", whose: WRITTEN_ENTRY.parts.FIRM!, duties: {} },
    { part: "OFFICER", whose: WRITTEN_ENTRY.parts.OFFICER!, isOffice: true, duties: { SUBMITTED: decides } },
  ],
};
