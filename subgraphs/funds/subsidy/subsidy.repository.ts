/** SQL of batches, lines and figures; lines of persons leave the database for those alone who may know of them. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { maskAccount } from "../../../platform/domain/index.js";
import type { FundKind } from "../fund-policy/fund-policy.enums.js";
import { LEVELS } from "../suppression/withheld-divisions.js";
import type { SubsidyFigure, SubsidyGrouping } from "./subsidy-figure.type.js";
import type { SubsidyPayment } from "./subsidy-payment.type.js";
import { OF_RECIPIENT, WHOSE_LINE, postedName } from "./subsidy.policy.js";
import { subsidyState } from "./subsidy.status.js";
import type { RosterLine, VillageRoster } from "./village-roster.type.js";

interface BatchRow {
  batch_no: string;
  policy_code: string;
  agency_id: string;
  village_code: string;
  period: string;
  publicity_from: string;
  publicity_to: string;
  recipient_count: number;
  total_fen: bigint;
}

/** Notices of these batches with count and total of their lines; whether they are posted is for the service. */
export const findBatches = async (db: Knex, batchNumbers: readonly string[]): Promise<VillageRoster[]> => {
  const { rows } = await db.raw<{ rows: BatchRow[] }>(
    `select b.batch_no, b.policy_code, b.agency_id, b.village_code, b.period, b.publicity_from, b.publicity_to,
       count(l.line_no)::int as recipient_count, coalesce(sum(l.amount_fen), 0)::bigint as total_fen
     from subsidy_batches b left join subsidy_lines l on l.batch_no = b.batch_no
     where b.batch_no = any(?::text[]) group by b.batch_no`,
    [[...batchNumbers]],
  );
  return rows.map((row) => ({
    batchNo: row.batch_no,
    villageCode: row.village_code,
    period: row.period,
    publicityFrom: row.publicity_from,
    publicityTo: row.publicity_to,
    recipientCount: row.recipient_count,
    totalAmount: row.total_fen,
    policyCode: row.policy_code,
    agencyId: row.agency_id,
  }));
};

/** A line as it is posted. */
export interface RosterRow {
  readonly batch_no: string;
  readonly line_no: number;
  readonly recipient_name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly standard_fen: bigint;
  readonly amount_fen: bigint;
  readonly kind: FundKind;
}

/** Lines of a batch that is posted on the day. */
export const rosterLines = (db: Knex, batchNo: Knex.Raw, day: string): Knex.QueryBuilder =>
  db("subsidy_lines")
    .join("subsidy_batches", "subsidy_batches.batch_no", "subsidy_lines.batch_no")
    .join("fund_policies", "fund_policies.policy_code", "subsidy_batches.policy_code")
    .select("subsidy_lines.*", "fund_policies.kind")
    .where("subsidy_lines.batch_no", batchNo)
    .where("publicity_from", "<=", day)
    .where("publicity_to", ">=", day);

/** The posted line of a row. */
export const toRosterLine = (row: RosterRow): RosterLine => ({
  lineNo: row.line_no,
  recipientName: postedName(row.kind, row.recipient_name),
  quantity: plainDecimal(row.quantity),
  unit: row.unit,
  standard: row.standard_fen,
  amount: row.amount_fen,
});

/** A line with its batch and payments. */
export interface SubsidyRow extends Omit<RosterRow, "kind"> {
  readonly recipient_hash: string;
  readonly account_tail: string | null;
  readonly returned_on: string | null;
  readonly repaid_payment_no: string | null;
  readonly policy_code: string;
  readonly agency_id: string;
  readonly agency_uscc: string;
  readonly division_code: string;
  readonly village_code: string;
  readonly period: string;
  readonly publicity_from: string;
  readonly publicity_to: string;
  readonly town_reviewed_on: string | null;
  readonly payment_no: string | null;
  readonly paid_on: string | null;
  readonly repaid_on: string | null;
}

/** Which lines. */
export interface SubsidyFilter {
  readonly policyCode?: string;
  readonly villageCode?: string;
  readonly batchNo?: string;
}

const linesWithBatch = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db.raw(
      `(select l.*, b.policy_code, b.agency_id, b.agency_uscc, b.division_code, b.village_code, b.period,
            b.publicity_from, b.publicity_to, b.town_reviewed_on, b.payment_no, p.paid_on, r.paid_on as repaid_on
          from subsidy_lines l join subsidy_batches b on b.batch_no = l.batch_no
          left join payments p on p.payment_no = b.payment_no
          left join payments r on r.payment_no = l.repaid_payment_no) as lines`,
    ),
  );

/** Lines that the viewer may know of, the posted notice apart. */
export const entitledLines = (db: Knex, viewer: Viewer, filter: SubsidyFilter): Knex.QueryBuilder => {
  const query = readableRows(linesWithBatch(db), WHOSE_LINE, { viewer });
  if (filter.policyCode != null) query.where("policy_code", filter.policyCode);
  if (filter.villageCode != null) query.where("village_code", filter.villageCode);
  if (filter.batchNo != null) query.where("batch_no", filter.batchNo);
  return query;
};

/** Lines of the viewer itself. */
export const ownLines = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(linesWithBatch(db), OF_RECIPIENT, { viewer });

/** The line of a row on a day. */
export const toSubsidyPayment =
  (day: string) =>
  (row: SubsidyRow): SubsidyPayment => {
    const by = (date: string | null): string | undefined => (date !== null && date <= day ? date : undefined);
    return {
      batchNo: row.batch_no,
      lineNo: row.line_no,
      period: row.period,
      villageCode: row.village_code,
      quantity: plainDecimal(row.quantity),
      unit: row.unit,
      standard: row.standard_fen,
      amount: row.amount_fen,
      state: subsidyState(
        {
          publicityFrom: row.publicity_from,
          publicityTo: row.publicity_to,
          townReviewedOn: by(row.town_reviewed_on),
          paidOn: by(row.paid_on),
          returnedOn: by(row.returned_on),
          repaidOn: by(row.repaid_on),
        },
        day,
      ),
      paidOn: by(row.paid_on),
      returnedOn: by(row.returned_on),
      recipientName: row.recipient_name,
      recipientHash: row.recipient_hash,
      payeeAccount: row.account_tail === null ? undefined : maskAccount(`0000${row.account_tail}`),
      policyCode: row.policy_code,
      agencyId: row.agency_id,
      agencyUscc: row.agency_uscc,
      divisionCode: row.division_code,
      paymentNo: row.payment_no ?? undefined,
      repaidPaymentNo: row.repaid_payment_no ?? undefined,
    };
  };

/** `12.5000` as `12.5`. */
const plainDecimal = (value: string): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

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
