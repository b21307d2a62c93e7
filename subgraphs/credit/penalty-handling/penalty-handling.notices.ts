/** Whom a penalty is about is told when it is published, withdrawn or revoked. */
import type { ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { ruledPenalties } from "../penalty/penalty.repository.js";
import { WRITTEN_PENALTY } from "./written-penalty.js";

/** Its subject alone. */
export const TOLD_PENALTY: ToldRecord<CreditServices> = {
  written: WRITTEN_PENALTY,
  rows: ruledPenalties,
  addressees: [{ part: "SUBJECT", whose: OF_COUNTERPARTY, duties: {} }],
};
