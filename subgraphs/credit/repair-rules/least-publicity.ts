/** The rule by which no record is repaired too early (L23): asked of an application, of its acceptance and of the repair alike. Pure. */
import type { Guard } from "../../../platform/machine/index.js";

/** What it looks at. */
export interface LeastPublicityFacts {
  readonly today: string;
  /** First day after the least publicity; absent where repair is barred, the duty not performed, or nothing is published. */
  readonly repairEligibleOn?: string;
}

/** Holds from the first day after the least publicity on. */
export const LEAST_PUBLICITY: Guard<LeastPublicityFacts> = {
  reason: "LEAST_PUBLICITY_RUNS",
  en: "the least publicity is over",
  holds: ({ today, repairEligibleOn }) => repairEligibleOn !== undefined && today >= repairEligibleOn,
  earliest: ({ repairEligibleOn }) => repairEligibleOn,
};
