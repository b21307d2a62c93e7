/** Parts of a project as the domain knows them: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";

/** A span in which the project stood still (暂停期间); the last day is absent while it lasts. */
export interface MarketSuspension {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly reason?: string;
}
