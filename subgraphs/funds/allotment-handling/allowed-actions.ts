/** What a viewer may do with an allotment now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { actionsAmong, openEvents } from "../../../platform/write/index.js";
import type { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import { AllotmentAction, OF_ISSUER } from "./allotment-action.js";
import { WRITTEN_BY_ISSUER, WRITTEN_BY_RECEIVER } from "./allotment-handling.policy.js";

/** The actions, in the order of the enumeration. Whether the money suffices is told by the ledger when it is done. */
export const allowedActions = (
  allotment: BudgetAllotment,
  { viewer, asOf, carriedIn }: { readonly viewer: Viewer; readonly asOf: Date; readonly carriedIn: boolean },
): AllotmentAction[] => {
  const { state, fiscalYear, agencyUscc, agencyDivision, receiverUscc } = allotment;
  const row = { state, agency_uscc: agencyUscc, agency_division: agencyDivision, receiver_uscc: receiverUscc };
  const facts = { today: localDateOf(asOf), fiscalYear, carriedIn, held: 0n, reasons: "-" };
  const events = [WRITTEN_BY_ISSUER, WRITTEN_BY_RECEIVER].flatMap((written) =>
    openEvents(written, { viewer }, { row, state, facts }).filter(
      (event) => OF_ISSUER.includes(event) === (written === WRITTEN_BY_ISSUER),
    ),
  );
  return actionsAmong(AllotmentAction, events);
};
