/** The body on a list is told when its entry ends, stands again or is revoked. */
import type { ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { allEntries } from "../list-entry/list-entry.repository.js";
import { LIST_ENTRY_PARTS } from "./list-entry-handling.policy.js";
import { WRITTEN_LIST_ENTRY } from "./written-list-entry.js";

/** Its subject alone. */
export const TOLD_LIST_ENTRY: ToldRecord<CreditServices> = {
  written: WRITTEN_LIST_ENTRY,
  rows: allEntries,
  addressees: [{ part: "SUBJECT", whose: LIST_ENTRY_PARTS.SUBJECT, duties: {} }],
};
