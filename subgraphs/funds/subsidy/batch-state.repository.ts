/** SQL of what the book knows of a batch before it is imported: policy, allocation, payment, who was paid elsewhere. */
import type { Knex } from "knex";
import type { RowOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { lockAccounts } from "../ledger/movement.repository.js";
import { countStanding } from "../subsidy-handling/subsidy-handling.repository.js";
import type { BatchFacts, BatchState, PayingAllocation } from "./batch-rules.js";
import { SUBSIDY_BATCHES } from "./subsidy.rows.js";

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
    await findAllocation(trx, batch.allotmentNo, batch.villageCode.slice(0, 6)),
    (await trx(SUBSIDY_BATCHES.name).first("*").where("batch_no", batch.batchNo)) as
      RowOf<typeof SUBSIDY_BATCHES> | undefined,
    batch.paymentNo === undefined ? [] : await trx("payments").where("payment_no", batch.paymentNo).pluck("payment_no"),
    (await trx("subsidy_lines")
      .join("subsidy_batches", "subsidy_batches.batch_no", "subsidy_lines.batch_no")
      .whereIn("recipient_hash", [...new Set(lines.map(({ recipientHash }) => recipientHash))])
      .where({ policy_code: batch.policyCode, period: batch.period })
      .whereNot("subsidy_batches.batch_no", batch.batchNo)
      .whereRaw("(returned_on is null or repaid_payment_no is not null)")
      .pluck("recipient_hash")) as string[],
  ];
  return {
    policyKnown: policies.length > 0,
    allocation,
    stored: stored && {
      contentHash: stored.content_hash ?? undefined,
      paymentNo: stored.payment_no ?? undefined,
      publicityFrom: stored.publicity_from,
      publicityTo: stored.publicity_to,
      objections: await countStanding(trx, batch.batchNo),
    },
    paymentTaken: payment.length > 0,
    paidElsewhere: new Set(elsewhere),
  };
};

const findAllocation = async (
  trx: Knex.Transaction,
  allotmentNo: string,
  county: string,
): Promise<PayingAllocation | undefined> => {
  // Nobody else pays out of it until the transaction ends.
  await lockAccounts(
    trx,
    (await trx("allocations")
      .select("to_division as account", "lineage")
      .where({ allotment_no: allotmentNo, to_division: county })) as {
      readonly account: string;
      readonly lineage: string;
    }[],
  );
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
     from allocations a join allotments i on i.allotment_no = a.allotment_no
     where a.allotment_no = ? and a.to_division = ? and i.state <> 'DRAFT' order by a.id limit 1`,
    [allotmentNo, county],
  );
  return rows.map(({ function_code, dept_econ_code, ...row }) => ({
    ...row,
    functionCode: function_code,
    deptEconCode: dept_econ_code ?? undefined,
  }))[0];
};
