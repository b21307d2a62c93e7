/** Objections to the demonstration records, in agreement with what became of these. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { OBJECTIONS } from "../objection/objection.rows.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { ObjectionOutcome } from "../objection/objection.enums.js";
import { ObjectionState } from "../objection/objection.machine.js";
import { CreditRecordKind } from "../record/record.enums.js";
import type { NewLicence, NewPenalty } from "./parties.js";
import { type Concerned, numberOf, ownerOf } from "./proceeding-parties.js";

type NewObjection = NewOf<typeof OBJECTIONS>;

const objection = (
  record: Concerned,
  kind: CreditRecordKind,
  state: ObjectionState,
  days: Partial<NewObjection> & Pick<NewObjection, "filedOn">,
): NewObjection => ({
  no: numberOf("YY", record),
  ...ownerOf(record),
  recordKind: kind,
  recordId: record.id,
  state,
  statement: "认为公示内容与事实不符（演示）",
  acceptedOn: undefined,
  decidedOn: undefined,
  outcome: undefined,
  decision: undefined,
  ...days,
});

/** An objection that was decided on a day, and its outcome told. */
const settled = (record: Concerned, kind: CreditRecordKind, outcome: ObjectionOutcome, day: string): NewObjection =>
  objection(record, kind, ObjectionState.NOTIFIED, {
    filedOn: addDays(day, -14),
    acceptedOn: workdayFrom(addDays(day, -12)),
    decidedOn: day,
    outcome,
    decision: outcome === ObjectionOutcome.UPHELD ? "经核查，公示信息与决定文书一致，予以维持（演示）" : undefined,
  });

const objectionTo = (record: NewPenalty, number: number, today: string): NewObjection[] => {
  const withdrawnOn = record.withdrawnOn;
  if (withdrawnOn !== undefined)
    return [
      settled(record, CreditRecordKind.PENALTY, ObjectionOutcome.CORRECTED, workdayFrom(addDays(withdrawnOn, -1))),
    ];
  const standing = record.publicFrom !== undefined && record.repairedOn === undefined;
  if (record.id === "CF-GOLDEN-8" || (standing && number % 30 === 3))
    return [
      objection(record, CreditRecordKind.PENALTY, ObjectionState.INVESTIGATING, {
        filedOn: addDays(today, -7),
        acceptedOn: workdayFrom(addDays(today, -5)),
      }),
    ];
  const filed = objection(record, CreditRecordKind.PENALTY, ObjectionState.FILED, { filedOn: addDays(today, -1) });
  if (record.id === "CF-PERSON-2") return [filed];
  if (record.publicFrom === undefined || record.counterpartyUscc === undefined) return [];
  if (number % 15 === 4)
    return [
      settled(
        ...([record, CreditRecordKind.PENALTY, ObjectionOutcome.UPHELD] as const),
        workdayFrom(addMonths(today, -1 - (number % 5))),
      ),
    ];
  if (number % 30 === 5) return [filed];
  if (number % 30 === 6)
    return [
      objection(record, CreditRecordKind.PENALTY, ObjectionState.ACCEPTED, {
        filedOn: addDays(today, -4),
        acceptedOn: workdayFrom(addDays(today, -4)),
      }),
    ];
  return [];
};

/** Objections to penalties, and enough settled ones to licences of Yanji that a rate says nothing of a single one. */
export const objections = (
  world: DemonstrationWorld,
  penalties: readonly NewPenalty[],
  licences: readonly NewLicence[],
): NewObjection[] => [
  ...penalties.flatMap((record, number) => objectionTo(record, number, world.today)),
  ...licences
    .filter((record) => record.divisionCode === "222401" && record.caseNo === undefined)
    .slice(0, 8)
    .map((record, number) =>
      settled(
        record,
        CreditRecordKind.LICENCE,
        number < 3 ? ObjectionOutcome.CORRECTED : ObjectionOutcome.UPHELD,
        workdayFrom(addDays(world.today, -20 * (number + 1))),
      ),
    ),
];
