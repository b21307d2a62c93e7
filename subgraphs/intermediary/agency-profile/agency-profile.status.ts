/** Standing of an agency in the market, from the sanctions in force. Pure. */
import { SanctionLevel } from "../agency-sanction/agency-sanction.machine.js";
import { EntryState } from "./agency-profile.machine.js";

/** The gravest counts. */
export const entryStateOf = (barring: readonly SanctionLevel[]): EntryState => {
  if (barring.includes(SanctionLevel.REMOVAL)) return EntryState.REMOVED;
  return barring.includes(SanctionLevel.SUSPENSION) ? EntryState.SUSPENDED : EntryState.ADMITTED;
};
