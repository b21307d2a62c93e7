/** Whose a list and each of its versions is: everyone's once published; before, its body's and their supervisors' (政府信息公开条例 16, 19). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it: the same of lists and of versions. */
export const WHOSE_AGENCY_LIST = anyOf(
  since("published_on"),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);
