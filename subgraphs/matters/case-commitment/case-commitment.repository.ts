/** SQL of what is written beside the steps of a commitment, and read of the case that it is told of. */
import type { WriteTransaction } from "../../../platform/write/index.js";
import type { RowOf } from "../../../platform/database/index.js";
import { ELECTRONIC_LICENCES } from "../electronic-licence/electronic-licence.rows.js";
import { SERVICE_CASES } from "../service-case/service-case.rows.js";

/** The licences of the case are revoked from the day on, but for those that were before. */
export const revokeLicence = async (trx: WriteTransaction, caseNo: string, today: string): Promise<void> => {
  await trx(ELECTRONIC_LICENCES.name).where("case_no", caseNo).whereNull("revoked_on").update({ revoked_on: today });
};

/** The case as the step left it, whose row the transaction holds. */
export const steppedCase = async (trx: WriteTransaction, caseNo: string): Promise<RowOf<typeof SERVICE_CASES>> =>
  (await trx(SERVICE_CASES.name)
    .first(...SERVICE_CASES.columns())
    .where("case_no", caseNo)) as RowOf<typeof SERVICE_CASES>;
