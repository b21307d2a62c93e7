/** The record that is objected to: locked, and whether the viewer may object. */
import { ServiceError } from "../../../platform/errors/index.js";
import {
  actingParts,
  lockBeside,
  type Lockable,
  type LockedRecord,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { WRITTEN_LICENCE } from "../licence-handling/written-licence.js";
import { WRITTEN_LIST_ENTRY } from "../list-entry-handling/written-list-entry.js";
import { WRITTEN_PENALTY } from "../penalty-handling/written-penalty.js";
import type { CreditRecordKind } from "../record/record.enums.js";
import { OBJECTION_PARTS } from "./objection-handling.policy.js";

const LOCKED: Readonly<Record<CreditRecordKind, Lockable>> = {
  PENALTY: WRITTEN_PENALTY,
  LICENCE: WRITTEN_LICENCE,
  LIST_ENTRY: WRITTEN_LIST_ENTRY,
};

/** Locks the record. Throws NOT_FOUND where there is none that the viewer may know of. */
export const lockObjected = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { kind, id }: { readonly kind: CreditRecordKind | undefined; readonly id: string },
): Promise<LockedRecord> => {
  if (kind === undefined) throw new ServiceError("NOT_FOUND");
  return lockBeside(trx, LOCKED[kind], dependencies, id);
};

/** Throws RULE_VIOLATION where the viewer is not whom the record is about, or an objection of theirs to it is open. */
export const permitObjection = (
  row: LockedRecord,
  { viewer }: WriteDependencies,
  { basis, open }: { readonly basis: string; readonly open: boolean },
): void => {
  // A list entry has no column for persons.
  const party = { counterparty_hash: null, authority_uscc: null, counterparty_uscc: null, ...row };
  if (!actingParts(OBJECTION_PARTS, { viewer }, party).includes("SUBJECT"))
    throw new ServiceError("RULE_VIOLATION", "Somebody else does this.", { reason: "ACTOR", basis });
  if (open)
    throw new ServiceError("RULE_VIOLATION", "Needed: no other objection is open.", {
      reason: "OBJECTION_RUNS",
      basis,
    });
};
