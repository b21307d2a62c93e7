/** Machines that tests drive: a line each. */
import { CASES } from "./cases.js";
import type { ModelledMachine } from "./model.js";

/** By their names; what is described is checked where it is, and driven without its types. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const MODELLED: Readonly<Record<string, ModelledMachine<any, any, any>>> = { cases: CASES };
