/** A new repair case as it is written: about which record, of whom, with what evidence. Pure. */
import type { NewOf } from "../../../platform/database/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import { partiesOf } from "../counterparty/counterparty.js";
import { RepairState } from "../repair-case/repair-case.machine.js";
import type { REPAIR_CASES } from "../repair-case/repair-case.rows.js";
import { MOST_EVIDENCE, type EvidenceInput } from "./repair-handling.input.js";
import type { RepairedRecord } from "./repaired-record.js";

/** Throws BAD_USER_INPUT where evidence is too much, a title says nothing, or half of a file is said. */
export const checkEvidence = (evidence: readonly EvidenceInput[]): void => {
  if (evidence.length > MOST_EVIDENCE)
    throw badInput("evidence", "MAX", `evidence has at most ${MOST_EVIDENCE} entries.`);
  if (!evidence.every(({ title }) => isStated(title))) throw badInput("title", "STATED", "Every document has a title.");
  if (evidence.some(({ fileId, fileName }) => (fileId == null) !== (fileName == null)))
    throw badInput("evidence", "EVIDENCE_FILE", "A file has fileId and fileName.");
};

/** The case as it is applied for: its parties are those of the record. */
export const newRepairCase = (
  { kind, row }: Pick<RepairedRecord, "kind" | "row">,
  { today, evidence }: { readonly today: string; readonly evidence: readonly object[] },
): Omit<NewOf<typeof REPAIR_CASES>, "no"> => ({
  ...partiesOf(row),
  recordKind: kind,
  recordId: String(row["id"]),
  state: RepairState.APPLIED,
  appliedOn: today,
  acceptedOn: undefined,
  decidedOn: undefined,
  feedbackOn: undefined,
  extended: false,
  evidence,
  decision: undefined,
  remedy: undefined,
  foundFalseOn: undefined,
  findingNo: undefined,
});
