/** A legal basis as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { LegalRank } from "./legal-basis.enums.js";

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
  /** Undefined where neither a file nor the title says it. */
  readonly rank?: LegalRank;
  /** Six-digit division in which it holds; 000000 for the whole country, undefined where nobody said. */
  readonly jurisdiction?: string;
  /** False where it was not read in the text itself. */
  readonly verified: boolean;
  /** Whether it makes a service of an intermediary a condition of an approval; undefined where nobody looked. */
  readonly setsIntermediaryService?: boolean;
}
