/** Every stored shape with its whole example. */
import type { StoredExample } from "./example.js";
import { EVIDENCE } from "./credit.js";
import { FUNDS } from "./funds.js";
import { INTERMEDIARY } from "./intermediary.js";
import { CASE, MATTER, PUBLIC_SERVICE } from "./matters.js";
import { IDENTIFIER, NAMED_PERIOD } from "./reference.js";

/** Examples of all stored shapes. */
export const EXAMPLES: readonly StoredExample[] = [
  MATTER,
  CASE,
  PUBLIC_SERVICE,
  ...FUNDS,
  ...INTERMEDIARY,
  EVIDENCE,
  NAMED_PERIOD,
  IDENTIFIER,
];
