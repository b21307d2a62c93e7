/** Passes of the credit gate (N5): a bid names one, and is refused without; only the gate makes them, when credit has answered. Pure. */
import { timedPasses, type CodeKeys, type TimedPasses } from "../../../platform/domain/index.js";

/** Passes under these keys, each of a firm by its credit code. */
export const creditPasses = (keys: CodeKeys): TimedPasses => timedPasses(keys, "credit-pass");
