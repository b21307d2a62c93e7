/** Whose a draft of a matter is: its agency's and its supervisors', whatever became of it; what was published of it is the matter's version (docs/domain). Pure. */
import { entitled } from "../../../platform/disclosure/admission/index.js";

/** Who may know of a draft. */
export const WHOSE_DRAFT = entitled({ agency: "dept_uscc", division: "division_code" });
