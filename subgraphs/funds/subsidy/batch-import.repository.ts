/** SQL of importing batches: what the book knows of one, a new batch with its notice, and its payment. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { AnnouncementKind, AnnouncementLevel } from "../announcement/fund-announcement.enums.js";
import { FUND_ANNOUNCEMENTS } from "../announcement/fund-announcement.rows.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { PayeeKind, PayMode } from "../payment/payment.enums.js";
import { PAYMENTS } from "../payment/payment.rows.js";
import type { BatchFacts, BatchState, PayingAllocation } from "./batch-rules.js";
import { SUBSIDY_BATCHES, SUBSIDY_LINES } from "./subsidy.rows.js";

/** A checked line, with what its batch says of itself. It holds neither identity number nor account. */
export interface BatchLine {
  readonly batch: BatchFacts;
  readonly recipientName: string;
  readonly recipientHash: string;
  readonly accountTail?: string;
  readonly bank?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly standard: Fen;
  readonly amount: Fen;
  readonly agencyId?: string;
}

/** What the book knows of the batch of these lines. */
export const findBatchState = async (trx: Knex.Transaction, lines: readonly BatchLine[]): Promise<BatchState> => {
  const { batch } = lines[0]!;
  const [policies, allocation, stored, payment, elsewhere] = [
    await trx("fund_policies").where("policy_code", batch.policyCode).pluck("policy_code"),
    await findAllocation(trx, batch.indicatorNo, batch.villageCode.slice(0, 6)),
    (await trx("subsidy_batches").select("content_hash", "payment_no").where("batch_no", batch.batchNo)) as {
      content_hash: string | null;
      payment_no: string | null;
    }[],
    batch.paymentNo === undefined ? [] : await trx("payments").where("payment_no", batch.paymentNo).pluck("payment_no"),
    (await trx("subsidy_lines")
      .join("subsidy_batches", "subsidy_batches.batch_no", "subsidy_lines.batch_no")
      .whereIn("recipient_hash", [...new Set(lines.map(({ recipientHash }) => recipientHash))])
      .where({ policy_code: batch.policyCode, period: batch.period })
      .whereNot("subsidy_batches.batch_no", batch.batchNo)
      .whereNull("returned_on")
      .pluck("recipient_hash")) as string[],
  ];
  return {
    policyKnown: policies.length > 0,
    allocation,
    stored: stored.map((row) => ({
      contentHash: row.content_hash ?? undefined,
      paymentNo: row.payment_no ?? undefined,
    }))[0],
    paymentTaken: payment.length > 0,
    paidElsewhere: new Set(elsewhere),
  };
};

const findAllocation = async (
  trx: Knex.Transaction,
  indicatorNo: string,
  county: string,
): Promise<PayingAllocation | undefined> => {
  const { rows } = await trx.raw<{
    rows: {
      id: string;
      lineage: string;
      account: string;
      held: bigint;
      function_code: string;
      dept_econ_code: string | null;
    }[];
  }>(
    `select a.id, a.lineage, a.to_division as account, i.function_code, i.dept_econ_code,
       (select coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end), 0)::bigint
        from postings p where p.account = a.to_division and p.lineage = a.lineage) as held
     from allocations a join indicators i on i.indicator_no = a.indicator_no
     where a.indicator_no = ? and a.to_division = ? and i.state <> 'DRAFT' order by a.id limit 1`,
    [indicatorNo, county],
  );
  return rows.map(({ function_code, dept_econ_code, ...row }) => ({
    ...row,
    functionCode: function_code,
    deptEconCode: dept_econ_code ?? undefined,
  }))[0];
};

/** Writes a batch, its lines and the village's notice. */
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
  await insertRecords(trx, FUND_ANNOUNCEMENTS, [
    {
      id: `GS-${batch.batchNo}`,
      kind: AnnouncementKind.BEFORE,
      level: AnnouncementLevel.VILLAGE,
      title: `${batch.period}补贴发放花名册公示（${batch.batchNo}）`,
      policyCode: batch.policyCode,
      indicatorNo: undefined,
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
