/** Passes of the list of intermediary services: a draft of a matter that demands a service is published by one alone, which only `demandGate` makes, when the list has answered. Pure. */
import { timedPasses, type CodeKeys, type TimedPasses } from "../../../platform/domain/index.js";

/** Passes under these keys, each of a service by its code. */
export const demandPasses = (keys: CodeKeys): TimedPasses => timedPasses(keys, "demand-pass");
