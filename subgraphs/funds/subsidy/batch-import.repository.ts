/** SQL of importing batches: what the book knows of one, a new batch with its notice, and its payment. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";
import { AnnouncementKind, AnnouncementLevel } from "../announcement/fund-announcement.enums.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { PayeeKind, PayMode } from "../payment/payment.enums.js";
import type { BatchFacts, BatchState, PayingAllocation } from "./batch-rules.js";

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
    (await trx("subsidy_batches").where("batch_no", batch.batchNo)) as {
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
  await trx("subsidy_batches").insert({
    batch_no: batch.batchNo,
    policy_code: batch.policyCode,
    allocation_id: allocation.id,
    agency_id: agencyId,
    agency_uscc: batch.agencyUscc,
    division_code: batch.villageCode.slice(0, 6),
    village_code: batch.villageCode,
    period: batch.period,
    declared_count: lines.length,
    declared_fen: String(batch.total),
    publicity_from: batch.publicityFrom,
    publicity_to: batch.publicityTo,
    content_hash: contentHash,
  });
  await trx.batchInsert(
    "subsidy_lines",
    lines.map((line, index) => ({
      batch_no: batch.batchNo,
      line_no: index + 1,
      recipient_name: line.recipientName,
      recipient_hash: line.recipientHash,
      account_tail: line.accountTail ?? null,
      quantity: line.quantity,
      unit: line.unit,
      standard_fen: String(line.standard),
      amount_fen: String(line.amount),
    })),
    1_000,
  );
  await trx("fund_announcements").insert({
    id: `GS-${batch.batchNo}`,
    kind: AnnouncementKind.BEFORE,
    level: AnnouncementLevel.VILLAGE,
    title: `${batch.period}补贴发放花名册公示（${batch.batchNo}）`,
    policy_code: batch.policyCode,
    batch_no: batch.batchNo,
    division_code: batch.villageCode.slice(0, 9),
    village_code: batch.villageCode,
    amount_fen: String(batch.total),
    published_on: batch.publicityFrom,
    ends_on: batch.publicityTo,
    channel: "村务公开栏",
    objections: 0,
  });
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
  await trx("payments").insert({
    payment_no: batch.paymentNo,
    allocation_id: allocation.id,
    movement_id: String(movement),
    policy_code: batch.policyCode,
    payee_kind: PayeeKind.BATCH,
    payee_count: lines.length,
    payer_id: agencyId,
    agency_uscc: batch.agencyUscc,
    division_code: batch.villageCode.slice(0, 6),
    amount_fen: String(batch.total),
    purpose: `${batch.period}补贴（${batch.batchNo}）`,
    function_code: allocation.functionCode,
    dept_econ_code: allocation.deptEconCode ?? null,
    pay_mode: PayMode.TREASURY_DIRECT,
    bank: bank ?? null,
    paid_on: batch.paidOn,
  });
  await trx("subsidy_batches").where("batch_no", batch.batchNo).update({ payment_no: batch.paymentNo });
};
