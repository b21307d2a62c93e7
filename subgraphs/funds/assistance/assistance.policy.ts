/** Which figures of persons may be told: above the village alone, and none of a group of one to four (k ≥ 5, domain.md §5.3). */
import { LEAST_GROUP } from "../payment/payment.policy.js";

/** True where a figure is withheld because its group is too small; an empty group reveals nobody. */
export const isTooFew = (count: number): boolean => count > 0 && count < LEAST_GROUP;

/** True for divisions down to the township: a village's households are known to its board alone. */
export const isAboveVillage = (division: string): boolean => division.length <= 9;
