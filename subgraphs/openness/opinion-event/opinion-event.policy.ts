/** Whose an event of public concern is: everybody's once it was answered; before, the responsible body's and supervisors', with what was monitored (国办发〔2016〕61号). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_OPINION_EVENT = anyOf(
  since("responded_on"),
  entitled({ agency: "responsible_uscc", division: "division_code" }),
);
