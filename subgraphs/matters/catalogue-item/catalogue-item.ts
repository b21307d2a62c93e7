/** A catalogue item as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { TaskState, TaskType, UseLevel } from "../matter/matter.enums.js";

/** An item of the basic catalogue that agencies implement. */
export interface CatalogueItem {
  readonly catalogCode: string;
  readonly taskName: string;
  readonly taskType: TaskType;
  /** Levels that may implement it. */
  readonly useLevels: UseLevel[];
  readonly version: number;
  readonly effectiveFrom?: LocalDate;
  /** First day on which it is no more in force; what was cancelled stays. */
  readonly cancelledOn?: LocalDate;
  /** As recorded: that it was cancelled follows from `cancelledOn`. */
  readonly recordedState: TaskState;
  readonly legalBasisIds: string[];
}
