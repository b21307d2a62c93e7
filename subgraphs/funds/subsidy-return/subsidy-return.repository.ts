/** SQL of lines that come back and are paid again. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { insertRecords, readableRows, type NewOf, type RowOf } from "../../../platform/database/index.js";
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { PAYMENTS } from "../payment/payment.rows.js";
import { SUBSIDY_LINES } from "../subsidy/subsidy.rows.js";
import { WHOSE_RETURN } from "./subsidy-return.policy.js";
import { SUBSIDY_RETURNS, type ReturnRow } from "./subsidy-return.rows.js";

/** A line of a batch. */
export interface LineKey {
  readonly batchNo: string;
  readonly lineNo: number;
}

/** The line, locked until the transaction ends, with the day on which it was paid again; undefined where there is none. */
export const lockLine = async (
  trx: Knex.Transaction,
  { batchNo, lineNo }: LineKey,
): Promise<RowOf<typeof SUBSIDY_LINES> | undefined> =>
  (await trx(SUBSIDY_LINES.name).first("*").where({ batch_no: batchNo, line_no: lineNo }).forUpdate()) as
    RowOf<typeof SUBSIDY_LINES> | undefined;

/** Says of the line that it came back, or by which payment and to which account it was paid again. */
export const fillLine = async (
  trx: Knex.Transaction,
  { batchNo, lineNo }: LineKey,
  given:
    | { readonly returned_on: string; readonly repaid_payment_no: null }
    | { readonly repaid_payment_no: string; readonly account_tail: string | null },
): Promise<void> => {
  await trx(SUBSIDY_LINES.name).where({ batch_no: batchNo, line_no: lineNo }).update(given);
};

/** A return of part of a payment. */
export interface PartReturned {
  readonly on: LocalDate;
  readonly movement: bigint;
  readonly amount: Fen;
  readonly reason: string;
}

/** Adds what came back to the payment, which tells the sum and the last day. */
export const addReturned = async (
  trx: Knex.Transaction,
  paymentNo: string,
  { on, movement, amount, reason }: PartReturned,
): Promise<void> => {
  await trx(PAYMENTS.name)
    .where("payment_no", paymentNo)
    .update({
      returned_on: on,
      returned_fen: trx.raw("coalesce(returned_fen, 0) + ?::bigint", [String(amount)]),
      return_movement_id: movement,
      return_reason: reason,
    });
};

/** Number of the return of a line: there is one, however often the line comes back. */
export const returnNoOf = ({ batchNo, lineNo }: LineKey): string => `TP-${batchNo}-${lineNo}`;

/** Inserts the return of a line and answers with its number. */
export const insertReturn = async (
  trx: Knex.Transaction,
  record: Omit<NewOf<typeof SUBSIDY_RETURNS>, "returnNo">,
): Promise<string> => {
  const returnNo = returnNoOf(record);
  await insertRecords(trx, SUBSIDY_RETURNS, [{ ...record, returnNo }]);
  return returnNo;
};

/** Of which batch a return is; undefined where there is no such return. It never changes. */
export const findBatchOfReturn = async (trx: Knex, returnNo: string): Promise<string | undefined> =>
  ((await trx(SUBSIDY_RETURNS.name).where("return_no", returnNo).pluck("batch_no")) as string[])[0];

/** Version of the return of a line; 0 where it never came back. Whoever changes it has locked the line. */
export const versionOfReturn = async (trx: Knex, line: LineKey): Promise<number> =>
  ((await trx(SUBSIDY_RETURNS.name).where("return_no", returnNoOf(line)).pluck("version")) as number[])[0] ?? 0;

/** True where another batch of the policy and period paid the person of the line meanwhile (rule B7); others of both wait until the transaction ends. */
export const isPaidElsewhere = async (trx: Knex.Transaction, { batchNo, lineNo }: LineKey): Promise<boolean> => {
  const { rows } = await trx.raw<{ rows: { policy_code: string; period: string; recipient_hash: string }[] }>(
    `select b.policy_code, b.period, l.recipient_hash from subsidy_lines l join subsidy_batches b on b.batch_no = l.batch_no
     where l.batch_no = ? and l.line_no = ?`,
    [batchNo, lineNo],
  );
  const { policy_code: policy, period, recipient_hash: hash } = rows[0]!;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`subsidies ${policy} ${period}`]);
  const found = await trx("subsidy_lines as o")
    .join("subsidy_batches as ob", "ob.batch_no", "o.batch_no")
    .where({ "o.recipient_hash": hash, "ob.policy_code": policy, "ob.period": period })
    .whereNot("ob.batch_no", batchNo)
    .whereNotNull("ob.payment_no")
    .whereRaw("(o.returned_on is null or o.repaid_payment_no is not null)")
    .limit(1)
    .pluck("o.line_no");
  return found.length > 0;
};

/** Returns with these numbers, or of these batches, that the viewer may know of, in the order of lines. */
export const findReturns = async (
  db: Knex,
  viewer: Viewer,
  column: "return_no" | "batch_no",
  keys: readonly string[],
): Promise<ReturnRow[]> =>
  (await readableRows(
    db(SUBSIDY_RETURNS.name)
      .select(SUBSIDY_RETURNS.columns())
      .whereIn(column, [...keys])
      .orderBy(["batch_no", "line_no"]),
    WHOSE_RETURN,
    { viewer },
  )) as ReturnRow[];
