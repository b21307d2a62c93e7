/** Whose an interpretation is: everyone's once published; before, its issuer's and their supervisors' (政府信息公开条例 19). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it, where they may know of its document. */
export const WHOSE_INTERPRETATION = anyOf(
  since("published_on"),
  entitled({ agency: "issuer_uscc", division: "division_code", audited: true }),
);
