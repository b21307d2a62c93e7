/** Who is told of the steps by which a bad rating is put right. */
import { ofAgency, ofSubject } from "../../../platform/disclosure/admission/index.js";
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { WRITTEN_RATING } from "./rating-handling.policy.js";

/** Who rated is told of everything; the agency of what it has to do, once a rating is verified: by the hour of the rating it would learn whose it is. */
export const TOLD_RATING: ToldRecord<MattersServices> = {
  written: WRITTEN_RATING,
  addressees: [
    { part: "SUBJECT", whose: ofSubject("subject"), duties: {} },
    {
      part: "OFFICER",
      whose: ofAgency("dept_uscc"),
      isOffice: true,
      duties: { VERIFIED: noLimit, RECTIFYING: noLimit, RECTIFIED: noLimit, CALLED_BACK: noLimit },
    },
  ],
};
