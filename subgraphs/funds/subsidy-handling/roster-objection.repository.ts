/** SQL of objections to posted rosters. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { insertRecords, readableRows, type NewOf, type RowOf } from "../../../platform/database/index.js";
import { FUND_PUBLICATIONS } from "../publication/fund-publication.rows.js";
import { SUBSIDY_BATCHES, SUBSIDY_LINES } from "../subsidy/subsidy.rows.js";
import { ROSTER_OBJECTIONS } from "./roster-objection.rows.js";
import { WHOSE_ROSTER_OBJECTION } from "./subsidy-handling.policy.js";

/** A batch to whose roster somebody objects, locked until the transaction ends; undefined where there is none. */
export const lockBatch = async (
  trx: Knex.Transaction,
  batchNo: string,
): Promise<RowOf<typeof SUBSIDY_BATCHES> | undefined> =>
  (await trx(SUBSIDY_BATCHES.name).first("*").where("batch_no", batchNo).forUpdate()) as
    RowOf<typeof SUBSIDY_BATCHES> | undefined;

/** Inserts an objection under the next number of its batch, whose row is locked, and counts it in the publicity; answers with the number. */
export const insertObjection = async (
  trx: Knex.Transaction,
  objection: Omit<NewOf<typeof ROSTER_OBJECTIONS>, "objectionNo">,
): Promise<string> => {
  const { batchNo } = objection;
  const [row] = (await trx(ROSTER_OBJECTIONS.name).where("batch_no", batchNo).count("* as n")) as { n: bigint }[];
  const objectionNo = `YY-${batchNo}-${row!.n + 1n}`;
  await insertRecords(trx, ROSTER_OBJECTIONS, [{ ...objection, objectionNo }]);
  await trx(FUND_PUBLICATIONS.name)
    .where("batch_no", batchNo)
    .update({ objections: trx.raw("objections + 1") });
  return objectionNo;
};

/** Whose objections to which roster, and to which line; null for the roster as a whole. */
export interface FiledBefore {
  readonly batchNo: string;
  readonly subject: string;
  readonly lineNo: number | null;
}

/** What the person filed against the batch, whose row is locked. */
export const findFiled = async (
  trx: Knex.Transaction,
  { batchNo, subject }: FiledBefore,
): Promise<Pick<RowOf<typeof ROSTER_OBJECTIONS>, "state" | "line_no">[]> =>
  (await trx(ROSTER_OBJECTIONS.name).select("state", "line_no").where({ batch_no: batchNo, subject })) as Pick<
    RowOf<typeof ROSTER_OBJECTIONS>,
    "state" | "line_no"
  >[];

/** Whether the batch has the line. */
export const hasLine = async (trx: Knex.Transaction, batchNo: string, lineNo: number): Promise<boolean> =>
  (await trx(SUBSIDY_LINES.name).where({ batch_no: batchNo, line_no: lineNo }).pluck("line_no")).length > 0;

/** Objections with these numbers that the viewer may know of, in no order. */
export const findObjections = async (
  db: Knex,
  viewer: Viewer,
  numbers: readonly string[],
): Promise<RowOf<typeof ROSTER_OBJECTIONS>[]> =>
  (await readableRows(
    db(ROSTER_OBJECTIONS.name)
      .select(ROSTER_OBJECTIONS.columns())
      .whereIn("objection_no", [...numbers]),
    WHOSE_ROSTER_OBJECTION,
    { viewer },
  )) as RowOf<typeof ROSTER_OBJECTIONS>[];
