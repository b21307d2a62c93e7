/** Who is told of the steps of a project: the unit that carries it out, and the finance department of what it has to decide. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { OF_AUTHORITY, OF_UNIT } from "./project-handling.policy.js";
import { allParties } from "./project-handling.repository.js";
import { WRITTEN_BY_OWNER } from "./written-project.js";

/** Both. */
export const TOLD_PROJECT: ToldRecord<FundsServices> = {
  written: WRITTEN_BY_OWNER,
  rows: allParties,
  addressees: [
    {
      part: "OFFICER",
      whose: OF_UNIT,
      duties: { IN_PUBLICITY: noLimit, PUBLIC_NOTICE_GIVEN: noLimit, EVALUATED: noLimit },
    },
    {
      part: "OFFICER",
      whose: OF_AUTHORITY,
      isOffice: true,
      duties: { IN_LIBRARY: noLimit, STARTED: noLimit, PUBLIC_NOTICE_GIVEN: noLimit },
    },
    {
      part: "PUBLISHER",
      whose: OF_AUTHORITY,
      isOffice: true,
      duties: { APPROVED: noLimit, ACCEPTED: noLimit, EVALUATED: noLimit },
    },
  ],
};
