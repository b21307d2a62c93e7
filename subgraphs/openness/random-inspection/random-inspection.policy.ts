/** Whose a random inspection is: everyone's once planned in public; who was drawn, and what came of it, once the results are published, so that nobody is warned. Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it (国办发〔2018〕118号). */
export const WHOSE_RANDOM_INSPECTION = anyOf(
  since("published_on"),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);

/** Who may know what was drawn and found. */
export const WHOSE_INSPECTION_RESULTS = anyOf(
  since("results_on"),
  entitled({ agency: "organ_uscc", division: "division_code" }),
);
