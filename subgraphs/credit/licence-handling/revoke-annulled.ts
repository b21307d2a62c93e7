/** Records that the licence of a case was revoked, as its decision was annulled: it is invalid from then on, and its authority withdraws it. */
import type { ReceiveDependencies } from "../../../platform/outbox/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { takeToldStep } from "../../../platform/write/index.js";
import { publicityOf } from "../licence/licence.repository.js";
import { lockLicencesOfCase } from "./completed-licence.repository.js";
import { licenceFacts } from "./licence-facts.js";
import { WRITTEN_LICENCE } from "./written-licence.js";

/** Takes the step for each licence of the case of which no revocation is on record. */
export const revokeAnnulled = async (
  { trx, asOf }: ReceiveDependencies,
  caseNo: string,
  { on, documentNo }: { readonly on: string; readonly documentNo: string },
): Promise<void> => {
  for (const row of await lockLicencesOfCase(trx, caseNo))
    await takeToldStep(trx, WRITTEN_LICENCE, "OFFICER", {
      row: { ...row, state: publicityOf(row, localDateOf(asOf)) },
      event: "REVOKE_DECISION",
      facts: licenceFacts(row, { revocationNo: documentNo, reasons: documentNo }),
      set: { revoked_on: on, revocation_no: documentNo, revoked: true },
      asOf,
    });
};
