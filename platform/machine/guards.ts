/** Guards that machines of several nouns share. Pure. */
import type { Guard } from "./machine.js";

/** True for a text that says something: blanks are neither reasons nor a number. */
export const isStated = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

/** Whoever refuses tells what may be done against it (行政复议、行政诉讼). */
export const REMEDY_TOLD: Guard<{ readonly remedy?: string }> = {
  reason: "REMEDY_NEEDED",
  en: "the right to review and lawsuit is told",
  holds: ({ remedy }) => isStated(remedy),
};

/** Whoever refuses, suspends or cancels tells why. */
export const REASONS_TOLD: Guard<{ readonly reasons?: string }> = {
  reason: "REASONS_NEEDED",
  en: "reasons are told",
  holds: ({ reasons }) => isStated(reasons),
};
