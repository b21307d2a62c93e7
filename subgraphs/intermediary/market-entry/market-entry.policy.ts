/** Whose an application to enter the market is, and how it is written: the firm's, the department's that checks it, supervisors'. Pure. */
import { entitled, ofAgency, ofBody, type ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { ENTRY, type EntryApplicationState, type EntryEvent, type EntryGuardFacts } from "./market-entry.machine.js";

/** Who may know of it. */
export const WHOSE_ENTRY = entitled({ body: "firm_uscc", agency: "department_uscc", division: "division_code" });

/** Applications, as writes know them. */
export const WRITTEN_ENTRY: Written<
  EntryApplicationState,
  EntryEvent,
  EntryGuardFacts,
  ColumnOf<typeof WHOSE_ENTRY>
> = {
  kind: "EntryApplication",
  table: "entry_applications",
  key: "no",
  machine: ENTRY,
  whose: WHOSE_ENTRY,
  parts: { FIRM: ofBody("firm_uscc"), OFFICER: ofAgency("department_uscc") },
};
