/** Who is told of the steps of a matter's draft: the agency's officers of what was sent back, its publishers of what they have to review and to publish. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { OF_DRAFTING_AGENCY, WRITTEN_DRAFT } from "./matter-publishing.policy.js";

/** Each is an office: its list is its work. What officers hand to review is told to publishers, who review and publish. */
export const TOLD_DRAFT: ToldRecord<MattersServices> = {
  written: WRITTEN_DRAFT,
  addressees: [
    { part: "OFFICER", whose: OF_DRAFTING_AGENCY, isOffice: true, duties: { REJECTED: noLimit } },
    { part: "PUBLISHER", whose: OF_DRAFTING_AGENCY, isOffice: true, duties: { IN_REVIEW: noLimit, APPROVED: noLimit } },
  ],
};
