/** Who is told of the steps of a payment order: the unit that asked, the department that decides, the bank that pays. */
import { ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { FundsServices } from "../context.js";
import { WRITTEN_BY_UNIT } from "./payment-order.policy.js";

/** All three. */
export const TOLD_ORDER: ToldRecord<FundsServices> = {
  written: WRITTEN_BY_UNIT,
  addressees: [
    { part: "OFFICER", whose: ofAgency("agency_uscc"), duties: {} },
    { part: "OFFICER", whose: ofAgency("finance_uscc"), isOffice: true, duties: { REQUESTED: noLimit } },
    { part: "PAYER", whose: ofBody("bank_uscc"), duties: {} },
  ],
};
