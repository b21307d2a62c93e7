/** Passes that a service gives for an answer of another service, for ten minutes: a verb names one, and is refused without. Pure. */
import type { CodeKeys } from "./keyed-code.js";

/** How long the answer counts, in milliseconds: ten minutes. */
const COUNTS_MS = 600_000;
const LENGTH = 32;

/** Makes and checks the passes of one purpose. */
export interface TimedPasses {
  /** The pass of what was answered about, such as a firm, at this moment. */
  make(about: string, at: Date): string;
  /** True for a pass about this that is at most ten minutes old. */
  isRight(pass: string, about: string, at: Date): boolean;
}

/** Passes of a purpose under these keys: a moment in seconds, a hyphen, and the code of what it is about and the moment. */
export const timedPasses = (keys: CodeKeys, purpose: string): TimedPasses => {
  const codes = () => keys(purpose, LENGTH);
  const textOf = (about: string, seconds: number): string => `${about} ${seconds}`;
  return {
    make(about, at) {
      const seconds = Math.floor(at.getTime() / 1_000);
      return `${seconds}-${codes().make(textOf(about, seconds))}`;
    },
    isRight(pass, about, at) {
      const [, digits, code] = /^(\d{1,12})-([0-9A-Z]{32})$/.exec(pass) ?? [];
      const seconds = Number(digits ?? 0);
      const age = at.getTime() - seconds * 1_000;
      // The code is compared whatever the age, so that an old pass takes as long as a wrong one.
      const isOurs = codes().isRight(textOf(about, seconds), code ?? "");
      return isOurs && age >= 0 && age <= COUNTS_MS;
    },
  };
};
