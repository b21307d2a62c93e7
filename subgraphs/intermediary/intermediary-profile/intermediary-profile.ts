/** Parts of an intermediary as the domain knows them: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";

/** A qualification (机构资质). */
export interface Qualification {
  readonly name: string;
  readonly level?: string;
  readonly certNo?: string;
  readonly issuer?: string;
  /** Last day of validity. */
  readonly validTo?: LocalDate;
}
