/** What guards of a licence's publicity look at. Pure. */
import type { LicenceGuardFacts } from "../licence/licence.machine.js";
import { isClosedLicence, type LicenceRow } from "../licence/licence.repository.js";

/** What the row says, and what else is true. */
export const licenceFacts = (row: LicenceRow, also: Partial<LicenceGuardFacts> = {}): LicenceGuardFacts => ({
  sealed: isClosedLicence(row),
  decisionRevoked: row.revoked_on !== null,
  ...also,
});
