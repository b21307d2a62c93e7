/** Repair cases and objections about the demonstration records, in agreement with what became of these. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { ObjectionOutcome } from "../objection/objection.enums.js";
import { ObjectionState } from "../objection/objection.machine.js";
import { CreditRecordKind } from "../record/record.type.js";
import { EvidenceKind } from "../repair-case/repair-case.enums.js";
import { RepairState } from "../repair-case/repair-case.machine.js";
import { wasRepairable } from "./penalties.js";
import type { Row } from "./parties.js";

const OWNER_COLUMNS = [
  "counterparty_id",
  "counterparty_uscc",
  "counterparty_hash",
  "authority_id",
  "authority_uscc",
  "division_code",
];

const ownerOf = (record: Row): Row =>
  Object.fromEntries(OWNER_COLUMNS.map((column) => [column, record[column] ?? null]));

const EVIDENCE = JSON.stringify([
  { kind: EvidenceKind.PERFORMANCE_PROOF, title: "罚款缴纳凭证（演示）", sha256: "0".repeat(64) },
  { kind: EvidenceKind.COMMITMENT_LETTER, title: "信用修复承诺书（演示）" },
]);

/** Number of a proceeding about a record: XF-CF-7 for the repair of CF-7. */
const numberOf = (prefix: string, record: Row): string => `${prefix}-${String(record["id"])}`;

const repairCase = (record: Row, kind: CreditRecordKind, state: RepairState, days: Partial<Row>): Row => ({
  no: numberOf("XF", record),
  ...ownerOf(record),
  record_kind: kind,
  record_id: record["id"],
  state,
  accepted_on: null,
  decided_on: null,
  feedback_on: null,
  extended: false,
  decision: null,
  ...days,
  evidence: EVIDENCE,
});

/** A case that ended on a day in one of the two ways. */
const decided = (record: Row, state: RepairState, day: string, today: string): Row => {
  const told = addDays(day, 6);
  return repairCase(record, CreditRecordKind.PENALTY, state, {
    applied_on: addDays(day, -15),
    accepted_on: state === RepairState.REJECTED ? null : addDays(day, -12),
    decided_on: day,
    feedback_on: told <= today ? told : null,
    decision:
      state === RepairState.REJECTED ? "未提交履行义务证明，不予受理（演示）" : "已履行义务，准予信用修复（演示）",
  });
};

/** The case about a penalty, where there is one: what was repaired was decided on that day; of those that may be repaired (`turn`) some are being so. */
const caseOf = (record: Row, turn: number | undefined, today: string): Row[] => {
  const repairedOn = record["repaired_on"] as string | null;
  if (repairedOn !== null) {
    const state = record["republished_on"] === null ? RepairState.DONE : RepairState.REVOKED;
    return [decided(record, state, repairedOn, today)];
  }
  const golden = record["id"] === "CF-GOLDEN-4";
  if (golden || turn === 1)
    return [
      repairCase(record, CreditRecordKind.PENALTY, RepairState.ACCEPTED, {
        applied_on: addDays(today, -11),
        accepted_on: addDays(today, -8),
        extended: !golden,
      }),
    ];
  if (turn === 0)
    return [repairCase(record, CreditRecordKind.PENALTY, RepairState.APPLIED, { applied_on: addDays(today, -2) })];
  return turn === 2 ? [decided(record, RepairState.REJECTED, addDays(today, -60), today)] : [];
};

/** Places of penalties of bodies that could be repaired long ago, in fives; one of the golden enterprise stays free to be repaired. */
const turnsOf = (penalties: readonly Row[], today: string): ReadonlyMap<Row, number> =>
  new Map(
    penalties
      .filter(
        (record) =>
          record["counterparty_uscc"] !== null &&
          !String(record["id"]).startsWith("CF-GOLDEN") &&
          wasRepairable(record, addDays(today, -75), today),
      )
      .map((record, index) => [record, index % 5]),
  );

/** Repair cases about penalties, and one about a list entry. */
export const repairCases = (world: DemonstrationWorld, penalties: readonly Row[], entries: readonly Row[]): Row[] => {
  const turns = turnsOf(penalties, world.today);
  return [
    ...penalties.flatMap((record) => caseOf(record, turns.get(record), world.today)),
    ...entries
      .filter(({ id }) => id === "MD-GOLDEN-1")
      .map((entry) =>
        repairCase(entry, CreditRecordKind.LIST_ENTRY, RepairState.DONE, {
          applied_on: addDays(String(entry["removed_on"]), -12),
          accepted_on: addDays(String(entry["removed_on"]), -10),
          decided_on: entry["removed_on"],
          feedback_on: addDays(String(entry["removed_on"]), 3),
          decision: "已补报年度报告，移出经营异常名录（演示）",
        }),
      ),
  ];
};

const objection = (record: Row, kind: CreditRecordKind, state: ObjectionState, days: Partial<Row>): Row => ({
  no: numberOf("YY", record),
  ...ownerOf(record),
  record_kind: kind,
  record_id: record["id"],
  state,
  statement: "认为公示内容与事实不符（演示）",
  accepted_on: null,
  decided_on: null,
  outcome: null,
  ...days,
});

/** An objection that was decided on a day, and its outcome told. */
const settled = (record: Row, kind: CreditRecordKind, outcome: ObjectionOutcome, day: string): Row =>
  objection(record, kind, ObjectionState.NOTIFIED, {
    filed_on: addDays(day, -14),
    accepted_on: addDays(day, -12),
    decided_on: day,
    outcome,
  });

const objectionTo = (record: Row, number: number, today: string): Row[] => {
  const withdrawnOn = record["withdrawn_on"] as string | null;
  if (withdrawnOn !== null)
    return [settled(record, CreditRecordKind.PENALTY, ObjectionOutcome.CORRECTED, addDays(withdrawnOn, -1))];
  const standing = record["published_on"] !== null && record["repaired_on"] === null;
  if (record["id"] === "CF-GOLDEN-8" || (standing && number % 9 === 3))
    return [
      objection(record, CreditRecordKind.PENALTY, ObjectionState.INVESTIGATING, {
        filed_on: addDays(today, -7),
        accepted_on: addDays(today, -5),
      }),
    ];
  const filed = objection(record, CreditRecordKind.PENALTY, ObjectionState.FILED, { filed_on: addDays(today, -1) });
  if (record["id"] === "CF-PERSON-2") return [filed];
  if (record["published_on"] === null || record["counterparty_uscc"] === null) return [];
  if (number % 9 === 4)
    return [settled(record, CreditRecordKind.PENALTY, ObjectionOutcome.UPHELD, addMonths(today, -1 - (number % 5)))];
  if (number % 9 === 5) return [filed];
  if (number % 9 === 6)
    return [
      objection(record, CreditRecordKind.PENALTY, ObjectionState.ACCEPTED, {
        filed_on: addDays(today, -4),
        accepted_on: addDays(today, -2),
      }),
    ];
  return [];
};

/** Objections to penalties, and enough settled ones to licences of Yanji that a rate says nothing of a single one. */
export const objections = (world: DemonstrationWorld, penalties: readonly Row[], licences: readonly Row[]): Row[] => [
  ...penalties.flatMap((record, number) => objectionTo(record, number, world.today)),
  ...licences
    .filter((record) => record["division_code"] === "222401" && record["project_no"] === null)
    .slice(0, 8)
    .map((record, number) =>
      settled(
        record,
        CreditRecordKind.LICENCE,
        number < 3 ? ObjectionOutcome.CORRECTED : ObjectionOutcome.UPHELD,
        addDays(world.today, -20 * (number + 1)),
      ),
    ),
];
