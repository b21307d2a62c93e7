/** What a viewer may do with a project now, for buttons: what an input can make true, and what is sealed, counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { next } from "../../../platform/machine/index.js";
import { actingParts } from "../../../platform/write/index.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { INTERMEDIARY_PROCUREMENT } from "../intermediary-procurement/intermediary-procurement.machine.js";
import type { MarketGuardFacts } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { IntermediaryProcurement } from "../intermediary-procurement/intermediary-procurement.type.js";
import { MarketAction } from "./market-action.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";

/** More bids than any place asks for, and none: which it is is not told before they are opened. */
const ENOUGH = { bids: Number.MAX_SAFE_INTEGER };
const TOO_FEW = { bids: 0 };

/** What is taken for true of every step. */
const later = (project: IntermediaryProcurement, today: LocalDate, isParty: boolean): MarketGuardFacts =>
  ({
    ...{ today, selection: project.selection, listed: true, sourceNamed: true, suspended: false, objectionOpen: false },
    ...{ revealsUntil: project.revealsUntil, openedAt: project.openedAt, drawn: project.proof !== undefined },
    ...{ selectedId: "-", reasons: "-", reply: "-", deliverableHash: "-", stars: [5, 5, 5, 5, 5], ...ENOUGH },
    closesAt: project.closesAt,
    isParty,
    sourceToCome: project.randomSource?.knownOn !== undefined && today < project.randomSource.knownOn,
    repliedBefore: project.evaluation?.reply !== undefined,
    contractNo: project.contract?.no,
    disputedFrom: project.disputedFrom,
  }) as MarketGuardFacts;

/** Who bids: a firm that is no party yet. */
const BIDDER = ["FIRM"] as const;

/** What is taken for true of a step. */
const GIVEN: Readonly<Partial<Record<MarketAction, Partial<MarketGuardFacts>>>> = {
  GIVE_PUBLIC_NOTICE: { closesAt: "9999-12-31" },
  SIGN: { contractNo: "-" },
  FAIL: { ...TOO_FEW, selection: Selection.BID_PRICE },
};

/** The actions, in the order of the enumeration. */
export const allowedActions = (
  project: IntermediaryProcurement,
  { viewer, today, mayBid }: { readonly viewer: Viewer; readonly today: LocalDate; readonly mayBid: boolean },
): MarketAction[] => {
  const { state } = project;
  const parts = actingParts(
    WRITTEN_PROJECT.parts,
    { viewer },
    {
      owner_uscc: project.ownerUscc,
      department_uscc: project.departmentUscc,
      division_code: project.divisionCode,
      selected_uscc: project.selectedUscc,
      state,
      public_notice_on: project.publicNoticeAt,
    },
  );
  const base = later(project, today, parts.includes("OWNER") || parts.includes("FIRM"));
  return Object.values(MarketAction).filter((event) =>
    (event === MarketAction.BID ? (mayBid ? BIDDER : []) : parts).some(
      (actor) => next(INTERMEDIARY_PROCUREMENT, event, { state, actor, facts: { ...base, ...GIVEN[event] } }).allowed,
    ),
  );
};
