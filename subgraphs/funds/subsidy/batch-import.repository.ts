/** SQL of importing batches: a new batch with its publicity, and its payment. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import { FUND_PUBLICATIONS } from "../publication/fund-publication.rows.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { PayeeKind, PayMode } from "../payment/payment.enums.js";
import { PAYMENTS } from "../payment/payment.rows.js";
import type { PayingAllocation } from "./batch-rules.js";
import type { BatchLine } from "./batch-state.repository.js";
import { SUBSIDY_BATCHES, SUBSIDY_LINES } from "./subsidy.rows.js";

/** Writes a batch, its lines and its publicity in the village. */
export const insertBatch = async (
  trx: Knex.Transaction,
  lines: readonly BatchLine[],
  contentHash: string,
  allocation: PayingAllocation,
): Promise<void> => {
  const { batch, agencyId } = lines[0]!;
  const division = batch.villageCode.slice(0, 6);
  await insertRecords(trx, SUBSIDY_BATCHES, [
    {
      batchNo: batch.batchNo,
      policyCode: batch.policyCode,
      allocationId: allocation.id,
      agencyId: agencyId!,
      agencyUscc: batch.agencyUscc,
      divisionCode: division,
      villageCode: batch.villageCode,
      period: batch.period,
      declaredCount: lines.length,
      declaredAmount: batch.total,
      publicityFrom: batch.publicityFrom,
      publicityTo: batch.publicityTo,
      townReviewedOn: undefined,
      countyReviewedOn: undefined,
      contentHash,
      paymentNo: undefined,
      bankUscc: undefined,
    },
  ]);
  await insertRecords(
    trx,
    SUBSIDY_LINES,
    lines.map((line, index) => ({
      batchNo: batch.batchNo,
      lineNo: index + 1,
      recipientName: line.recipientName,
      recipientHash: line.recipientHash,
      accountTail: line.accountTail,
      quantity: line.quantity,
      unit: line.unit,
      standard: line.standard,
      amount: line.amount,
      returnedOn: undefined,
      repaidPaymentNo: undefined,
    })),
  );
  await insertRecords(trx, FUND_PUBLICATIONS, [
    {
      id: `GS-${batch.batchNo}`,
      kind: FundPublicationKind.PUBLICITY,
      level: FundPublicationLevel.VILLAGE,
      title: `${batch.period}补贴发放花名册公示（${batch.batchNo}）`,
      policyCode: batch.policyCode,
      allotmentNo: undefined,
      projectCode: undefined,
      batchNo: batch.batchNo,
      divisionCode: batch.villageCode.slice(0, 9),
      villageCode: batch.villageCode,
      postedAmount: batch.total,
      publishedOn: batch.publicityFrom,
      endsOn: batch.publicityTo,
      decidedOn: undefined,
      channel: "村务公开栏",
      objectionsCount: 0,
    },
  ]);
};

/** Pays a batch out of the allocation: movement and payment. */
export const payBatch = async (
  trx: Knex.Transaction,
  lines: readonly BatchLine[],
  allocation: PayingAllocation,
): Promise<void> => {
  const { batch, agencyId, bank } = lines[0]!;
  const movement = await postMovement(trx, {
    kind: "PAY",
    allocationId: allocation.id,
    lineage: allocation.lineage,
    giver: allocation.account,
    receiver: ACCOUNTS.payees,
    amount: batch.total,
    on: batch.paidOn!,
  });
  await insertRecords(trx, PAYMENTS, [
    {
      paymentNo: batch.paymentNo!,
      allocationId: allocation.id,
      movementId: movement,
      policyCode: batch.policyCode,
      payeeKind: PayeeKind.BATCH,
      payeeOrgId: undefined,
      subject: undefined,
      payeeCount: lines.length,
      payerId: agencyId!,
      agencyUscc: batch.agencyUscc,
      divisionCode: batch.villageCode.slice(0, 6),
      amount: batch.total,
      purpose: `${batch.period}补贴（${batch.batchNo}）`,
      functionCode: allocation.functionCode,
      deptEconCode: allocation.deptEconCode,
      payMode: PayMode.TREASURY_DIRECT,
      bank,
      accountTail: undefined,
      paidOn: batch.paidOn!,
      returnedOn: undefined,
      returnedAmount: undefined,
      returnMovementId: undefined,
      returnReason: undefined,
      caseNo: undefined,
    },
  ]);
  await trx("subsidy_batches").where("batch_no", batch.batchNo).update({ payment_no: batch.paymentNo });
};
