/** A span that the law sets as the domain knows it: no decorator, no I/O. */
import type { LimitRule, LocalDate } from "../../../platform/domain/index.js";
import type { LegalTimeUnit } from "./legal-time-limit.enums.js";

/** A limit of the law (法定期限). */
export interface LegalTimeLimit {
  readonly id: string;
  readonly unit: LegalTimeUnit;
  /** The span, at most where there is a range; 0 for none. */
  readonly amount: number;
  readonly minimum?: number;
  readonly extensionAmount?: number;
  readonly extensionVerified?: boolean;
  /** Title of the law or document that sets it. */
  readonly instrument: string;
  readonly docNo?: string;
  readonly articleNo?: string;
  readonly effectiveFrom: LocalDate;
  readonly jurisdiction: string;
  readonly verified: boolean;
  /** Its texts in both languages. */
  readonly texts: Pick<LimitRule, "trigger" | "note" | "extension">;
}
