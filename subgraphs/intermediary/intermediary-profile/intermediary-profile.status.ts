/** Standing of an intermediary in the market, from the sanctions in force. Pure. */
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { EntryState } from "./intermediary-profile.machine.js";

/** The gravest counts. */
export const entryStateOf = (barring: readonly SanctionLevel[]): EntryState => {
  if (barring.includes(SanctionLevel.REMOVAL)) return EntryState.REMOVED;
  return barring.includes(SanctionLevel.SUSPENSION) ? EntryState.SUSPENDED : EntryState.ADMITTED;
};
