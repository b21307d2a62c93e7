/** SQL of what publishing a budget looks at. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";

/** Totals of income and expenditure, as the first table names them (收入支出总表: 收入总计, 支出总计). */
export const findTotals = async (
  trx: Knex,
  id: string,
): Promise<{ readonly income: Fen; readonly expenditure: Fen }> => {
  const { rows } = await trx.raw<{ rows: { income: Fen; expenditure: Fen }[] }>(
    `select coalesce(sum(amount_fen) filter (where name = '收入总计'), 0)::bigint as income,
       coalesce(sum(amount_fen) filter (where name = '支出总计'), 0)::bigint as expenditure
     from budget_table_lines where disclosure_id = ? and table_no = 1`,
    [id],
  );
  return rows[0]!;
};
