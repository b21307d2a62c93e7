/** What a viewer may do with a project now, for buttons: what an input can make true, and what is sealed, counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { actionsAmong, openEvents } from "../../../platform/write/index.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import type { IntermediaryProcurementRow } from "../intermediary-procurement/intermediary-procurement.rows.js";
import type { MarketGuardFacts } from "../intermediary-procurement/intermediary-procurement.state.js";
import { MarketAction } from "./market-action.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";

/** What an input makes true of each step. */
const SAID = {
  ...{ reasons: "-", reply: "-", deliverableHash: "-", stars: [5, 5, 5, 5, 5], selectedId: "-", sourceNamed: true },
  ceilingFen: undefined,
};

/** What it makes true of some: a project closes when its notice says, and its contract has a number. */
const SAID_OF: Readonly<Partial<Record<MarketAction, object>>> = {
  GIVE_PUBLIC_NOTICE: { closesAt: "9999-12-31" },
  SIGN: { contractNo: "-" },
};

/** More bids than any place asks for, and none: which it is is not told before they are opened. */
const SEALED: Readonly<Partial<Record<MarketAction, Partial<MarketGuardFacts>>>> = {
  OPEN_BIDS: { bids: Number.MAX_SAFE_INTEGER },
  FAIL: { bids: 0, selection: Selection.BID_PRICE },
};

/** A firm bids for a project of which it is no party yet. */
const AS_BIDDER: typeof WRITTEN_PROJECT = { ...WRITTEN_PROJECT, parts: { FIRM: WRITTEN_PROJECT.whose } };

/** The actions, in the order of the enumeration. */
export const allowedActions = (
  row: IntermediaryProcurementRow,
  facts: MarketGuardFacts,
  { viewer, mayBid }: { readonly viewer: Viewer; readonly mayBid: boolean },
): MarketAction[] => {
  const { state } = row;
  const isOpen = (action: MarketAction): boolean => {
    const written = action === MarketAction.BID ? AS_BIDDER : WRITTEN_PROJECT;
    const sealed = facts.openedAt === undefined ? SEALED[action] : undefined;
    const would = { ...facts, ...SAID, ...SAID_OF[action], ...sealed } as MarketGuardFacts;
    return openEvents(written, { viewer }, { row, state, facts: would }).includes(action);
  };
  return actionsAmong(
    MarketAction,
    Object.values(MarketAction).filter((action) => (action !== MarketAction.BID || mayBid) && isOpen(action)),
  );
};
