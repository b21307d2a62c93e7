/** Whose licence it is, is told when it is published, revoked or withdrawn. */
import type { ToldRecord } from "../../../platform/notices/index.js";
import type { CreditServices } from "../context.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import { allLicences } from "../licence/licence.repository.js";
import { WRITTEN_LICENCE } from "./written-licence.js";

/** Its holder alone. */
export const TOLD_LICENCE: ToldRecord<CreditServices> = {
  written: WRITTEN_LICENCE,
  rows: allLicences,
  addressees: [{ part: "SUBJECT", whose: OF_COUNTERPARTY, duties: {} }],
};
