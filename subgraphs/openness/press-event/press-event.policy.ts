/** Whose a press event is: everybody's once it is announced; before, the organiser's and its supervisors'. Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_PRESS_EVENT = anyOf(
  since("announced_on"),
  entitled({ agency: "organiser_uscc", division: "division_code" }),
);
