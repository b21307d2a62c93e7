/** Every stored shape with its whole example. */
import type { StoredExample } from "./example.js";
import { MATTER } from "./matters.js";
import { IDENTIFIER, NAMED_PERIOD } from "./reference.js";

/** Examples of all stored shapes. */
export const EXAMPLES: readonly StoredExample[] = [MATTER, NAMED_PERIOD, IDENTIFIER];
