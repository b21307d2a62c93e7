/** SQL of what writes of batches need: the batch as its handlers know it, and whether its lines keep the rules of the book. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows, toSet, type NewOf, type RowOf } from "../../../platform/database/index.js";
import { FUND_PUBLICATIONS } from "../publication/fund-publication.rows.js";
import { SUBSIDY_BATCHES } from "../subsidy/subsidy.rows.js";
import { RosterObjectionState } from "./roster-objection.machine.js";
import { ROSTER_OBJECTIONS } from "./roster-objection.rows.js";
import { WHOSE_BATCH } from "./subsidy-handling.policy.js";

/** What the policy and the state of a batch need beside its row: who pays it, and when it was paid. */
export interface BatchBeside {
  readonly receiver_uscc: string | null;
  readonly paid_on: string | null;
}

const BESIDE = `select b.batch_no, i.receiver_uscc, p.paid_on
  from subsidy_batches b join allocations a on a.id = b.allocation_id join allotments i on i.allotment_no = a.allotment_no
  left join payments p on p.payment_no = b.payment_no`;

/** Reads it. */
export const readBatch = async (trx: Knex, batchNo: string): Promise<BatchBeside | undefined> =>
  (await trx.raw<{ rows: BatchBeside[] }>(`${BESIDE} where b.batch_no = ?`, [batchNo])).rows[0];

/** Objections that stand in the way of a batch: those that are not answered, and those that are right. */
const STANDING: readonly RosterObjectionState[] = [RosterObjectionState.FILED, RosterObjectionState.UPHELD];

/** How many stand in its way. */
export const countStanding = async (trx: Knex, batchNo: string): Promise<number> => {
  const [row] = (await trx(ROSTER_OBJECTIONS.name)
    .where("batch_no", batchNo)
    .whereIn("state", [...STANDING])
    .count("* as n")) as { n: bigint }[];
  return Number(row!.n);
};

/** A batch with what stands beside it. */
export type BatchRow = RowOf<typeof SUBSIDY_BATCHES> & BatchBeside & { readonly standing: number };

/** Batches with these numbers that the viewer may know of, in no order. */
export const findHandledBatches = async (db: Knex, viewer: Viewer, numbers: readonly string[]): Promise<BatchRow[]> =>
  (await readableRows(
    db.select("*").from(
      db.raw(
        `(select ${SUBSIDY_BATCHES.columns("b").join(", ")}, beside.receiver_uscc, beside.paid_on,
             (select count(*)::int from roster_objections o where o.batch_no = b.batch_no and o.state = any(?::text[])) as standing
            from subsidy_batches b join (${BESIDE}) as beside on beside.batch_no = b.batch_no
            where b.batch_no = any(?::text[])) as batches`,
        [[...STANDING], [...numbers]],
      ),
    ),
    WHOSE_BATCH,
    { viewer },
  )) as BatchRow[];

/** The day from which a roster is posted, and its last; its publicity says the same. */
export const postRoster = async (
  trx: Knex.Transaction,
  batchNo: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  await trx(FUND_PUBLICATIONS.name).where("batch_no", batchNo).update({ published_on: from, ends_on: to });
};

/** Allocation of a batch; undefined where there is no such batch. It never changes. */
export const findAllocationOfBatch = async (trx: Knex, batchNo: string): Promise<string | undefined> =>
  ((await trx(SUBSIDY_BATCHES.name).where("batch_no", batchNo).pluck("allocation_id")) as string[])[0];

/** What the lines of a batch say against paying it. */
export interface LineFaults {
  readonly total_fen: bigint;
  readonly line_count: number;
  /** Lines whose amount is not quantity × standard, rounded half up (rule B4). */
  readonly wrong: number;
  /** Persons who were paid by another batch for the same policy and period, or stand here twice (rule B7). */
  readonly twice: number;
}

/** Looks at the lines of a batch; others of the policy and period wait until the transaction ends. */
export const findLineFaults = async (
  trx: Knex.Transaction,
  batch: RowOf<typeof SUBSIDY_BATCHES>,
): Promise<LineFaults> => {
  const { batch_no: batchNo, policy_code: policyCode, period } = batch;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`subsidies ${policyCode} ${period}`]);
  const { rows } = await trx.raw<{ rows: LineFaults[] }>(
    `select coalesce(sum(l.amount_fen), 0)::bigint as total_fen, count(*)::int as line_count,
       count(*) filter (where round(l.quantity * l.standard_fen) <> l.amount_fen)::int as wrong,
       (count(*) - count(distinct l.recipient_hash) + count(*) filter (where exists (
         select 1 from subsidy_lines o join subsidy_batches ob on ob.batch_no = o.batch_no
         where o.recipient_hash = l.recipient_hash and ob.policy_code = ? and ob.period = ? and ob.batch_no <> l.batch_no
           and ob.payment_no is not null and (o.returned_on is null or o.repaid_payment_no is not null))))::int as twice
     from subsidy_lines l where l.batch_no = ?`,
    [policyCode, period, batchNo],
  );
  return rows[0]!;
};

/** Fills columns of a batch whose step was taken in this transaction. */
export const fillBatch = async (
  trx: Knex.Transaction,
  batchNo: string,
  given: Partial<NewOf<typeof SUBSIDY_BATCHES>>,
): Promise<void> => {
  await trx(SUBSIDY_BATCHES.name).where("batch_no", batchNo).update(toSet(SUBSIDY_BATCHES, given));
};

/** Batches by the persons in them; a line shows its recipient what batch it is of, and how far that is. */
export const batchesByRecipient = (db: Knex): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db("subsidy_lines as l")
        .join("subsidy_batches as b", "b.batch_no", "l.batch_no")
        .select("b.batch_no", "l.recipient_hash")
        .as("batches"),
    );
