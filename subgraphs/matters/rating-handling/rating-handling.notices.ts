/** Who is told of the steps by which a bad rating is put right. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { MODERATION, RECTIFICATION } from "../service-rating/service-rating.machine.js";
import { ratingsByRectification } from "./rating-handling.repository.js";
import { OF_RATED, OF_RATER, WRITTEN_RATING } from "./rating-handling.policy.js";

/** Who rated is told of everything; the agency of what it has to do, once a rating is verified: by the hour of the rating it would learn whose it is. */
export const TOLD_RATING: ToldRecord<MattersServices> = {
  written: {
    ...WRITTEN_RATING,
    machine: { ...RECTIFICATION, states: { ...RECTIFICATION.states, ...MODERATION.states } },
    // A column holds it: whatever becomes of the comment, what is to be put right waits.
    stateOf: undefined,
  },
  rows: ratingsByRectification,
  addressees: [
    { part: "SUBJECT", whose: OF_RATER, duties: {} },
    {
      part: "OFFICER",
      whose: OF_RATED,
      isOffice: true,
      duties: { VERIFIED: noLimit, RECTIFYING: noLimit, RECTIFIED: noLimit, CALLED_BACK: noLimit },
    },
  ],
};
