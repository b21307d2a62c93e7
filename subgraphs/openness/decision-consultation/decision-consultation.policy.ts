/** Whose a consultation is: everyone's from its first day on; before, its organiser's and their supervisors' (国令第713号 第十五条). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_DECISION_CONSULTATION = anyOf(
  since("opens_on"),
  entitled({ agency: "organiser_uscc", division: "division_code" }),
);
