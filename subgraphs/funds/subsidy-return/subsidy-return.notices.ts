/** Who is told of a line that came back: the person who is to give another account, and the department that pays again. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { OF_RECIPIENT } from "../subsidy/subsidy.policy.js";
import { OF_FINANCE, WRITTEN_RETURN } from "./subsidy-return.policy.js";

/** Both. */
export const TOLD_RETURN: ToldRecord<FundsServices> = {
  written: WRITTEN_RETURN,
  addressees: [
    { part: "SUBJECT", whose: OF_RECIPIENT, duties: {} },
    { part: "OFFICER", whose: OF_FINANCE, isOffice: true, duties: { RETURNED: noLimit } },
  ],
};
