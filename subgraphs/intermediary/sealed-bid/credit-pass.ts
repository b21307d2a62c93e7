/** Passes of the credit gate (N5): a bid names one, and is refused without; only the gate makes them, when credit has answered. Pure. */
import type { CodeKeys } from "../../../platform/domain/index.js";

/** How long credit's answer counts, in milliseconds: ten minutes. */
const COUNTS_MS = 600_000;
const LENGTH = 32;

/** Makes and checks passes. */
export interface CreditPasses {
  /** The pass of a firm that the gate lets through at this moment. */
  make(firmUscc: string, at: Date): string;
  /** True for a pass of this firm that is at most ten minutes old. */
  isRight(pass: string, firmUscc: string, at: Date): boolean;
}

/** Passes under these keys: a moment in seconds, a hyphen, and the code of firm and moment. */
export const creditPasses = (keys: CodeKeys): CreditPasses => {
  const codes = () => keys("credit-pass", LENGTH);
  const textOf = (firmUscc: string, seconds: number): string => `${firmUscc} ${seconds}`;
  return {
    make(firmUscc, at) {
      const seconds = Math.floor(at.getTime() / 1_000);
      return `${seconds}-${codes().make(textOf(firmUscc, seconds))}`;
    },
    isRight(pass, firmUscc, at) {
      const [, digits, code] = /^(\d{1,12})-([0-9A-Z]{32})$/.exec(pass) ?? [];
      const seconds = Number(digits ?? 0);
      const age = at.getTime() - seconds * 1_000;
      // The code is compared whatever the age, so that an old pass takes as long as a wrong one.
      const isOurs = codes().isRight(textOf(firmUscc, seconds), code ?? "");
      return isOurs && age >= 0 && age <= COUNTS_MS;
    },
  };
};
