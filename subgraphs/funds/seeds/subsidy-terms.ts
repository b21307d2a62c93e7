/** What the fixed subsidies have in common: books with batches, citizens, a village, and the roster posted today. */
import type { Batches } from "./batches.js";
import { type Ledgers } from "./fixed-terms.js";
import type { Recipient } from "./villages.js";

/** A village of Yanji. */
export const YILAN_VILLAGE = "222401101201";
/** Posted on the day of the demonstration: seven working days across the National Day holiday. */
export const POSTED = { publicityFrom: "2026-09-21", publicityTo: "2026-10-08" };

/** Fixed cases with batches. */
export interface SubsidyLedgers extends Ledgers {
  readonly batches: Batches;
}

/** A demonstration user as recipient. */
export const citizen = ({ sources }: Ledgers, index: number): Recipient => {
  const { name, hash } = sources.person(index);
  return { name, hash };
};
