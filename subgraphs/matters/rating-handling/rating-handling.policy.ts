/** How ratings are written: who rectifies a bad one, and who decides an appeal. Pure. */
import { anyOf, entitled, inDivision, ofAgency, ofSubject } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  RECTIFICATION,
  type RectificationEvent,
  type RectificationGuardFacts,
  type RectificationState,
} from "../service-rating/service-rating.machine.js";

type RatingColumn = "subject" | "dept_uscc" | "division_code";

/** Ratings by their writer, and of an agency. */
export const OF_RATER = ofSubject("subject");
export const OF_RATED = ofAgency("dept_uscc");

/** Bad ratings, as writes know them. Their state stands in a column of its own name, which each step sets. */
export const WRITTEN_RATING: Written<RectificationState, RectificationEvent, RectificationGuardFacts, RatingColumn> = {
  kind: "ServiceRating",
  table: "service_ratings",
  key: "id",
  machine: RECTIFICATION,
  whose: anyOf(OF_RATER, entitled({ agency: "dept_uscc", division: "division_code" })),
  parts: { OFFICER: OF_RATED, SUPERVISOR: inDivision("division_code") },
  stateOf: (row: { readonly rectification_state: RectificationState }) => row.rectification_state,
};
