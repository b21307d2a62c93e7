/** Who is told of the steps of a payment order: the unit that asked, the department that decides, the bank that pays. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { OF_BANK, OF_FINANCE, OF_UNIT, WRITTEN_BY_UNIT } from "./payment-order.policy.js";

/** All three. */
export const TOLD_ORDER: ToldRecord<FundsServices> = {
  written: WRITTEN_BY_UNIT,
  addressees: [
    { part: "OFFICER", whose: OF_UNIT, duties: {} },
    { part: "OFFICER", whose: OF_FINANCE, isOffice: true, duties: { REQUESTED: noLimit } },
    { part: "PAYER", whose: OF_BANK, duties: {} },
  ],
};
