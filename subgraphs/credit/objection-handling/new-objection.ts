/** A new objection as it is written: to which record, of whom. Pure. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LockedRecord } from "../../../platform/write/index.js";
import { partiesOf } from "../counterparty/counterparty.js";
import { ObjectionState } from "../objection/objection.machine.js";
import type { OBJECTIONS } from "../objection/objection.rows.js";
import type { CreditRecordKind } from "../record/record.enums.js";

/** The objection as it is filed: its parties are those of the record. */
export const newObjection = (
  row: LockedRecord,
  { kind, today, statement }: { readonly kind: CreditRecordKind; readonly today: string; readonly statement: string },
): Omit<NewOf<typeof OBJECTIONS>, "no"> => ({
  ...partiesOf(row),
  recordKind: kind,
  recordId: String(row["id"]),
  recordVersion: row.version,
  state: ObjectionState.FILED,
  statement,
  filedOn: today,
  acceptedOn: undefined,
  decidedOn: undefined,
  outcome: undefined,
  decision: undefined,
});
