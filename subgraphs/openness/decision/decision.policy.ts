/** Whose a decision is: everyone's once its draft is opened or it is published; before, its organiser's and their supervisors' (政府信息公开条例 16, 19). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_DECISION = anyOf(
  since("opened_on"),
  entitled({ agency: "organiser_uscc", division: "division_code" }),
);
