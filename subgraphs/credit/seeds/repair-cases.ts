/** Repair cases about the demonstration records, in agreement with what became of these. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import type { REPAIR_CASES } from "../repair-case/repair-case.rows.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { CreditRecordKind } from "../record/record.enums.js";
import type { Evidence } from "../repair-case/repair-case.js";
import { EvidenceKind } from "../repair-case/repair-case.enums.js";
import { STORED_EVIDENCE } from "../repair-case/repair-case.stored.js";
import { RepairState } from "../repair-case/repair-case.machine.js";
import { wasRepairable } from "./penalty-rows.js";
import type { NewPenalty } from "./parties.js";
import { type Concerned, numberOf, ownerOf } from "./proceeding-parties.js";

type NewRepairCase = NewOf<typeof REPAIR_CASES>;

/** A list entry is about a body. */
const entryOf = ({ subjectId, subject, ...entry }: NewOf<typeof LIST_ENTRIES>): Concerned => ({
  ...entry,
  counterpartyId: subjectId,
  counterpartyUscc: subject,
  counterpartyHash: undefined,
});

const EVIDENCE: readonly Evidence[] = [
  { kind: EvidenceKind.PERFORMANCE_PROOF, title: "罚款缴纳凭证（演示）", sha256: "0".repeat(64) },
  { kind: EvidenceKind.COMMITMENT_LETTER, title: "信用修复承诺书（演示）" },
];

const repairCase = (
  record: Concerned,
  kind: CreditRecordKind,
  state: RepairState,
  days: Partial<NewRepairCase> & Pick<NewRepairCase, "appliedOn">,
): NewRepairCase => ({
  no: numberOf("XF", record),
  ...ownerOf(record),
  recordKind: kind,
  recordId: record.id,
  state,
  acceptedOn: undefined,
  decidedOn: undefined,
  feedbackOn: undefined,
  extended: false,
  decision: undefined,
  remedy: undefined,
  foundFalseOn: undefined,
  findingNo: undefined,
  ...days,
  evidence: EVIDENCE.map(STORED_EVIDENCE.write),
});

/** A case that ended on a day, with what followed. */
const decided = (
  record: Concerned,
  state: RepairState,
  day: string,
  today: string,
  since: Partial<NewRepairCase> = {},
): NewRepairCase => {
  const told = workdayAfter(day, 1);
  const applied = addDays(day, -10);
  return repairCase(record, CreditRecordKind.PENALTY, state, {
    appliedOn: applied,
    acceptedOn: state === RepairState.REJECTED ? undefined : workdayFrom(addDays(applied, 1)),
    decidedOn: day,
    feedbackOn: told <= today ? told : undefined,
    decision:
      state === RepairState.REJECTED ? "未提交履行义务证明，不予受理（演示）" : "已履行义务，准予信用修复（演示）",
    remedy: state === RepairState.REJECTED ? "可依法申请行政复议或者提起行政诉讼（演示）" : undefined,
    ...since,
  });
};

/** The case about a penalty, where there is one: what was repaired was decided on that day; of those that may be repaired (`turn`) some are being so. */
const caseOf = (record: NewPenalty, turn: number | undefined, today: string): NewRepairCase[] => {
  const repairedOn = record.repairedOn;
  if (repairedOn !== undefined) {
    const foundFalseOn = record.republishedOn;
    if (foundFalseOn === undefined) return [decided(record, RepairState.DONE, repairedOn, today)];
    const findingNo = `演信核〔${foundFalseOn.slice(0, 4)}〕${record.id}`;
    return [decided(record, RepairState.REVOKED, repairedOn, today, { foundFalseOn, findingNo })];
  }
  const golden = record.id === "CF-GOLDEN-4";
  if (golden || turn === 1)
    return [
      repairCase(record, CreditRecordKind.PENALTY, RepairState.ACCEPTED, {
        appliedOn: addDays(today, -11),
        acceptedOn: addDays(today, -8),
        extended: !golden,
      }),
    ];
  if (turn === 0)
    return [repairCase(record, CreditRecordKind.PENALTY, RepairState.APPLIED, { appliedOn: addDays(today, -2) })];
  return turn === 2 ? [decided(record, RepairState.REJECTED, workdayFrom(addDays(today, -60)), today)] : [];
};

/** Places of penalties of bodies that could be repaired long ago, in fives; one of the golden enterprise stays free to be repaired. */
const turnsOf = (penalties: readonly NewPenalty[], today: string): ReadonlyMap<NewPenalty, number> =>
  new Map(
    penalties
      .filter(
        (record) =>
          record.counterpartyUscc !== undefined &&
          !record.id.startsWith("CF-GOLDEN") &&
          wasRepairable(record, addDays(today, -75), today),
      )
      .map((record, index) => [record, index % 5]),
  );

/** Repair cases about penalties, and one about a list entry. */
export const repairCases = (
  world: DemonstrationWorld,
  penalties: readonly NewPenalty[],
  entries: readonly NewOf<typeof LIST_ENTRIES>[],
): NewRepairCase[] => {
  const turns = turnsOf(penalties, world.today);
  return [
    ...penalties.flatMap((record) => caseOf(record, turns.get(record), world.today)),
    ...entries
      .filter(({ id }) => id === "MD-GOLDEN-1")
      .map((entry) =>
        repairCase(entryOf(entry), CreditRecordKind.LIST_ENTRY, RepairState.DONE, {
          appliedOn: addDays(entry.removedOn!, -10),
          acceptedOn: workdayFrom(addDays(entry.removedOn!, -9)),
          decidedOn: entry.removedOn,
          feedbackOn: workdayAfter(entry.removedOn!, 1),
          decision: "已补报年度报告，移出经营异常名录（演示）",
        }),
      ),
  ];
};
