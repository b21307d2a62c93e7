/** A bundle of matters as the domain knows it: no decorator, no row, no I/O. */
import type { ServiceRecipient } from "../matter/matter.enums.js";

/** Several matters that one event needs; what it asks for, promises and costs in visits is computed from them. */
export interface ServiceBundle {
  readonly code: string;
  readonly name: string;
  readonly theme?: string;
  readonly serves: ServiceRecipient[];
  /** Absent where it is offered in the whole province. */
  readonly divisionCode?: string;
}
