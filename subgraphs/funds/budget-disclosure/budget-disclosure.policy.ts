/** Whose a budget or final accounts are: everyone's once published; before, the unit's and its supervisors' (预算法 14). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. An enterprise or a person owns no budget: there is no column to compare with. */
export const WHOSE_DISCLOSURE = anyOf(
  since("published_on"),
  entitled({ agency: "unit_uscc", division: "division_code", audited: true }),
);
