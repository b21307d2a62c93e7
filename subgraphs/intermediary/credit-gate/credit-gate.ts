/** The gate of N5 as a rule: sanctions of this service and the list of credit; without an answer of credit it stays shut. Pure. */
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { BidBar } from "./credit-gate.enums.js";
import type { CreditGate } from "./credit-gate.type.js";

/** What the gate is computed from. */
export interface CreditGateFacts {
  /** Levels in force under which the body may not bid. */
  readonly barring: readonly SanctionLevel[];
  /** What credit says; undefined or null where it said nothing. */
  readonly onSeriousList?: boolean | null;
}

/** Opens for a body that neither sanction nor list bars. */
export const creditGateOf = ({ barring, onSeriousList }: CreditGateFacts): Pick<CreditGate, "mayBid" | "bars"> => {
  const bars = [
    ...(barring.includes(SanctionLevel.REMOVAL) ? [BidBar.REMOVED] : []),
    ...(barring.includes(SanctionLevel.SUSPENSION) ? [BidBar.SUSPENDED] : []),
    ...(onSeriousList === true ? [BidBar.SERIOUS_LIST] : []),
    // What is neither true nor false is no answer, whatever it is: the value comes from another service.
    ...(onSeriousList !== true && onSeriousList !== false ? [BidBar.NOT_CHECKED] : []),
  ];
  return { mayBid: bars.length === 0, bars };
};
