/** Whose a record is that a body keeps and then publishes: everyone's once published; before, its body's and their supervisors' (政府信息公开条例 16, 19). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_PUBLISHED_RECORD = anyOf(
  since("published_on"),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);
