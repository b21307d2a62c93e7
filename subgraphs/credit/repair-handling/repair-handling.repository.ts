/** SQL of what writes of repair cases need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { nextNumber } from "../counterparty/proceeding-numbers.repository.js";
import { REPAIR_CASES } from "../repair-case/repair-case.rows.js";

/** Inserts a case under the next number of its division and day, and answers with it. */
export const insertRepairCase = async (
  trx: Knex.Transaction,
  record: Omit<NewOf<typeof REPAIR_CASES>, "no">,
): Promise<string> => {
  const { divisionCode, appliedOn: on } = record;
  const no = await nextNumber(trx, { table: "repair_cases", letters: "XF", divisionCode, on });
  await trx(REPAIR_CASES.name).insert(toRow(REPAIR_CASES, { ...record, no }));
  return no;
};
