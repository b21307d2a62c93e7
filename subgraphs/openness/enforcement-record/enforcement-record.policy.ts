/** Whose a record of enforcement is: everyone's from its publication until it goes offline; before and after, its body's and their supervisors' (国办发〔2018〕118号). Pure. */
import { allOf, anyOf, entitled, since, until } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it. */
export const WHOSE_ENFORCEMENT_RECORD = anyOf(
  allOf(since("published_on"), until("public_until")),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);
