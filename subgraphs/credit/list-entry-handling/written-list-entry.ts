/** How entries of lists are written: under which machine, whose, and the state of a day. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  LIST_ENTRY,
  type ListEntryEvent,
  type ListEntryGuardFacts,
  type ListEntryState,
} from "../list-entry/list-entry.machine.js";
import { WHOSE_LIST_ENTRY } from "../list-entry/list-entry.policy.js";
import { findListEntries } from "../list-entry/list-entry.repository.js";
import { listEntryStateOn } from "../list-entry/list-entry.status.js";
import { LIST_ENTRY_PARTS } from "./list-entry-handling.policy.js";

/** Entries, as writes know them. */
export const WRITTEN_LIST_ENTRY: Written<
  ListEntryState,
  ListEntryEvent,
  ListEntryGuardFacts,
  ColumnOf<typeof WHOSE_LIST_ENTRY>
> = {
  kind: "ListEntry",
  table: "list_entries",
  key: "id",
  machine: LIST_ENTRY,
  whose: WHOSE_LIST_ENTRY,
  parts: LIST_ENTRY_PARTS,
  read: async (trx, id) => (await findListEntries(trx, [id]))[0],
  stateOf: listEntryStateOn,
};
