/** Guards that machines of several nouns share. Pure. */
import type { Guard } from "./machine.js";

/** Whoever refuses, suspends or cancels tells why. */
export const REASONS_TOLD: Guard<{ readonly reasons?: string }> = {
  reason: "REASONS_NEEDED",
  en: "reasons are told",
  holds: ({ reasons }) => reasons !== undefined,
};
