/** What a viewer may do with a repair case now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { actingAgency, actionsAmong, openEvents } from "../../../platform/write/index.js";
import type { RepairCase } from "../repair-case/repair-case.type.js";
import { RepairAction } from "./repair-action.js";
import { repairFacts } from "./repair-facts.js";
import { WRITTEN_REPAIR } from "./written-repair.js";

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
  const openWith = (given: typeof facts) => openEvents(WRITTEN_REPAIR, { viewer }, { row, state, facts: given });
  const findFalse = openWith({ ...facts, findingNo: "-" }).filter((event) => event === "FIND_FALSE");
  return actionsAmong(RepairAction, [...openWith(facts), ...findFalse]).filter(
    (action) => record !== undefined || action !== RepairAction.REPAIR,
  );
};
