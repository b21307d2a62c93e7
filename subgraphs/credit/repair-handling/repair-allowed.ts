/** What a viewer may do with a repair case now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedEvents } from "../../../platform/machine/index.js";
import { actingAgency, actingParts } from "../../../platform/write/index.js";
import { REPAIR, type RepairEvent } from "../repair-case/repair-case.machine.js";
import type { RepairCase } from "../repair-case/repair-case.type.js";
import { RepairAction } from "./repair-action.js";
import { repairFacts } from "./repair-facts.js";
import { REPAIR_PARTS } from "./repair-handling.policy.js";

/** What of the record is looked at. */
interface RecordAround {
  readonly authorityUscc: string;
  readonly repairEligibleOn?: string | undefined;
}

/** The actions, in the order of the enumeration; about a record that is gone nothing is repaired. */
export const allowedRepairActions = (
  repairCase: RepairCase,
  viewer: Viewer,
  { today, record }: { readonly today: string; readonly record: RecordAround | undefined },
): RepairAction[] => {
  const { state, subject = null, authorityUscc, divisionCode, evidence = [], extended = false } = repairCase;
  const { feedbackOn, findingNo } = repairCase;
  if (state === undefined) return [];
  const now = repairFacts(
    { evidence, extended, feedbackOn, findingNo },
    {
      today,
      findingAuthority: record?.authorityUscc ?? authorityUscc,
      repairEligibleOn: record?.repairEligibleOn,
      decidingAuthority: actingAgency(viewer),
    },
  );
  const facts = { ...now, reasons: "-", remedy: "-" };
  const row = {
    ...{ sealed: false, counterparty_hash: subject, counterparty_uscc: subject },
    ...{ authority_uscc: authorityUscc, division_code: divisionCode },
  };
  const events = actingParts(REPAIR_PARTS, { viewer }, row).flatMap((actor): RepairEvent[] => [
    ...allowedEvents(REPAIR, { state, actor, facts }),
    ...allowedEvents(REPAIR, { state, actor, facts: { ...facts, findingNo: "-" } }).filter(
      (event) => event === "FIND_FALSE",
    ),
  ]);
  return Object.values(RepairAction).filter(
    (action) => events.includes(action) && (record !== undefined || action !== RepairAction.REPAIR),
  );
};
