/** How comments of ratings are moderated: by supervisors of the division, who read them as they were written, never by the agency that was rated. Pure. */
import { anyOf, entitled, inDivision } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { OF_RATER } from "../rating-handling/rating-handling.policy.js";
import { MODERATION, type Moderation, type ModerationEvent } from "../service-rating/service-rating.machine.js";

/** Ratings by their comment, as writes know them. The state stands in a column of its own name, which each step sets. */
export const WRITTEN_COMMENT: Written<Moderation, ModerationEvent, object, "subject" | "dept_uscc" | "division_code"> =
  {
    kind: "ServiceRating",
    table: "service_ratings",
    key: "id",
    machine: MODERATION,
    whose: anyOf(OF_RATER, entitled({ agency: "dept_uscc", division: "division_code" })),
    parts: { SUPERVISOR: inDivision("division_code") },
    stateOf: (row: { readonly moderation: Moderation }) => row.moderation,
  };
