/** Whose the draw and the results of a random inspection are: everyone's once the results are published, so that nobody is warned (国办发〔2018〕118号). The inspection itself is a published record. Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know what was drawn and found. */
export const WHOSE_INSPECTION_RESULTS = anyOf(
  since("results_on"),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);
