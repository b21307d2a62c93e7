/** Who is told of the steps of a matter's draft: the agency's officers of what they have to write or review, its publishers of what they have to publish. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { OF_DRAFTING_AGENCY, WRITTEN_DRAFT } from "./matter-publishing.policy.js";

/** Each is an office: its list is its work. */
export const TOLD_DRAFT: ToldRecord<MattersServices> = {
  written: WRITTEN_DRAFT,
  addressees: [
    {
      part: "OFFICER",
      whose: OF_DRAFTING_AGENCY,
      isOffice: true,
      duties: { SUBMITTED: noLimit, IN_REVIEW: noLimit, REJECTED: noLimit },
    },
    { part: "PUBLISHER", whose: OF_DRAFTING_AGENCY, isOffice: true, duties: { APPROVED: noLimit } },
  ],
};
