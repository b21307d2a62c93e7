/** SQL of special procedures: one begins, or an extension is put on record. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { SPECIAL_PROCEDURES } from "../service-case/service-case.rows.js";

/** Puts a procedure on record as the next one of its case, whose row is locked. */
export const insertProcedure = async (
  trx: Knex,
  caseNo: string,
  procedure: Omit<NewOf<typeof SPECIAL_PROCEDURES>, "caseNo" | "number">,
): Promise<void> => {
  const last = (await trx(SPECIAL_PROCEDURES.name).where("case_no", caseNo).max("number as number").first()) as {
    readonly number: number | null;
  };
  await trx(SPECIAL_PROCEDURES.name).insert(
    toRow(SPECIAL_PROCEDURES, { ...procedure, caseNo, number: (last.number ?? 0) + 1 }),
  );
};
