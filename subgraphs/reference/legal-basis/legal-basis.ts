/** A legal basis as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";

/** An article of a law, with the time in which it is in force. */
export interface LegalBasis {
  readonly id: string;
  readonly lawName: string;
  /** Number of the order or document that issued it. */
  readonly docNo?: string;
  readonly articleNo?: string;
  /** Text or summary. */
  readonly text?: string;
  readonly effectiveFrom?: LocalDate;
  readonly effectiveTo?: LocalDate;
}
