/** SQL of what writes of repair cases need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { nextNumber } from "../counterparty/proceeding-numbers.repository.js";
import { REPAIR_CASES } from "../repair-case/repair-case.rows.js";

/** The next number of a case of a division and day. */
export const nextRepairNo = (trx: Knex.Transaction, divisionCode: string, on: string): Promise<string> =>
  nextNumber(trx, { table: "repair_cases", letters: "XF", divisionCode, on });

/** Inserts a case. */
export const insertRepairCase = async (trx: Knex.Transaction, record: NewOf<typeof REPAIR_CASES>): Promise<void> => {
  await trx(REPAIR_CASES.name).insert(toRow(REPAIR_CASES, record));
};
