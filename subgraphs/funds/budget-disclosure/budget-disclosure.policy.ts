/** Who may know of a budget or final accounts: everyone once published; before, the unit and its supervisors (预算法 14). */
import type { Viewer } from "../../../platform/auth/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { isEntitled } from "../access/entitled.policy.js";
import type { BudgetDisclosure } from "./budget-disclosure.type.js";

/** True where the viewer may know that it exists. `publishedOn` after the day counts as unpublished. */
export const canReadDisclosure = (viewer: Viewer, disclosure: BudgetDisclosure, today: LocalDate): boolean =>
  (disclosure.publishedOn !== undefined && disclosure.publishedOn <= today) ||
  isEntitled(viewer, { agency: disclosure.unitUscc, division: disclosure.divisionCode });
