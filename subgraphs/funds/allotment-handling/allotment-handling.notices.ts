/** Who is told of the steps of an allotment: the department that issued it, and the one that is to receive it. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { WRITTEN_BY_ISSUER, WRITTEN_BY_RECEIVER } from "./allotment-handling.policy.js";

/** The issuer learns what becomes of its money; the receiver what is on its way. */
export const TOLD_ALLOTMENT: ToldRecord<FundsServices> = {
  written: WRITTEN_BY_ISSUER,
  addressees: [
    { part: "OFFICER", whose: WRITTEN_BY_ISSUER.parts.OFFICER!, duties: {} },
    { part: "OFFICER", whose: WRITTEN_BY_RECEIVER.parts.OFFICER!, isOffice: true, duties: { ISSUED: noLimit } },
  ],
};
