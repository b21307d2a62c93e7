/** Who is told of the steps of a project: the unit that carries it out, and whoever has to decide or to publish. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import {
  OF_DECIDING_AUTHORITY,
  OF_DECIDING_SUPERVISOR,
  OF_PUBLISHING_AUTHORITY,
  OF_UNIT,
  OF_UNIT_IN_TURN,
} from "./project-handling.policy.js";
import { allParties } from "./project-handling.repository.js";
import { WRITTEN_BY_OWNER } from "./written-project.js";

const decides = {
  isOffice: true,
  duties: { IN_LIBRARY: noLimit, STARTED: noLimit, PUBLIC_NOTICE_GIVEN: noLimit },
} as const;

/** The unit of all that happens; the department, or the supervisor where the project is the department's own, of what is theirs to do. */
export const TOLD_PROJECT: ToldRecord<FundsServices> = {
  written: WRITTEN_BY_OWNER,
  rows: allParties,
  addressees: [
    { part: "OFFICER", whose: OF_UNIT, duties: { IN_PUBLICITY: noLimit } },
    {
      ...{ part: "OFFICER", whose: OF_UNIT_IN_TURN, isOffice: true },
      duties: { PUBLIC_NOTICE_GIVEN: noLimit, EVALUATED: noLimit },
    },
    { part: "OFFICER", whose: OF_DECIDING_AUTHORITY, ...decides },
    { part: "SUPERVISOR", whose: OF_DECIDING_SUPERVISOR, ...decides },
    {
      ...{ part: "PUBLISHER", whose: OF_PUBLISHING_AUTHORITY, isOffice: true },
      duties: { APPROVED: noLimit, ACCEPTED: noLimit, EVALUATED: noLimit },
    },
  ],
};
