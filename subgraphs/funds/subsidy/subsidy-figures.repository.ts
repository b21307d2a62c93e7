/** SQL of what policies paid to persons, by division, and of how many they are. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { LEVELS } from "../suppression/withheld-divisions.js";
import type { SubsidyFigure, SubsidyGrouping } from "./subsidy-figure.type.js";

/** A figure before suppression. */
export interface FigureRow {
  readonly division_code: string;
  readonly recipients: number;
  readonly total_fen: bigint;
}

const DIGITS: Readonly<Record<SubsidyGrouping, { readonly length: number; readonly padded: number }>> = {
  PREFECTURE: { length: 4, padded: 6 },
  COUNTY: { length: 6, padded: 6 },
  TOWNSHIP: { length: 9, padded: 9 },
};

/** Lines paid in a year up to the day and not sent back since. */
const PAID_LINES = `subsidy_batches b
  join payments p on p.payment_no = b.payment_no
  join subsidy_lines l on l.batch_no = b.batch_no
  left join payments r on r.payment_no = l.repaid_payment_no
  where p.paid_on between ? and ? and p.paid_on <= ? and (l.returned_on is null or l.returned_on > ? or r.paid_on <= ?)`;

const paidBindings = (year: number, day: string): string[] => [`${year}-01-01`, `${year}-12-31`, day, day, day];

/** What a policy paid to persons in a year up to the day, by division; money that came back is not counted. */
export const figuresOfPolicy = (
  db: Knex,
  policyCode: Knex.Raw,
  { year, by }: { readonly year: number; readonly by: SubsidyGrouping },
  day: string,
): Knex.QueryBuilder => {
  const { length, padded } = DIGITS[by];
  return db.select("figures.*").from(
    db.raw(
      `(select rpad(left(b.village_code, ${length}), ${padded}, '0') as division_code,
          count(distinct l.recipient_hash)::int as recipients, sum(l.amount_fen)::bigint as total_fen
        from ${PAID_LINES} and b.policy_code = ? group by 1) as figures`,
      [...paidBindings(year, day), policyCode],
    ),
  );
};

/** Persons whom a policy paid, in a division by its significant digits. */
export interface RecipientCount {
  readonly policyCode: string;
  readonly division: string;
  readonly count: number;
}

/** Persons whom these policies paid in a year up to the day, by divisions of every level that figures are told of. */
export const countRecipients = async (
  db: Knex,
  policyCodes: readonly string[],
  year: number,
  day: string,
): Promise<RecipientCount[]> => {
  const { rows } = await db.raw<{ rows: RecipientCount[] }>(
    `select policy_code as "policyCode", left(village_code, digits) as division, count(distinct recipient_hash)::int as count
     from (select b.policy_code, b.village_code, l.recipient_hash from ${PAID_LINES} and b.policy_code = any(?::text[])) as paid
     cross join unnest(?::int[]) as level(digits) group by 1, 2`,
    [...paidBindings(year, day), [...policyCodes], LEVELS.slice(1)],
  );
  return rows;
};

/** The figure of a row; nothing is told of one that is withheld. */
export const toFigure = (
  { division_code, recipients, total_fen }: FigureRow,
  withheld: ReadonlySet<string>,
): SubsidyFigure =>
  withheld.has(divisionPrefix(division_code))
    ? { divisionCode: division_code, suppressed: true }
    : { divisionCode: division_code, recipients, totalAmount: total_fen, suppressed: false };
