/** SQL of batches and lines; lines of persons leave the database for those alone who may know of them. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows, type RowOf } from "../../../platform/database/index.js";
import { maskAccount } from "../../../platform/domain/index.js";
import type { FundKind } from "../fund-policy/fund-policy.enums.js";
import type { SubsidyPayment } from "./subsidy-payment.type.js";
import { OF_RECIPIENT, WHOSE_LINE, postedName } from "./subsidy.policy.js";
import { SUBSIDY_BATCHES, SUBSIDY_LINES } from "./subsidy.rows.js";
import { subsidyState } from "./subsidy.status.js";
import type { RosterLine, VillageRoster } from "./village-roster.type.js";

const BATCH = [
  "batch_no",
  "policy_code",
  "agency_id",
  "village_code",
  "period",
  "publicity_from",
  "publicity_to",
] as const;

type BatchRow = Pick<RowOf<typeof SUBSIDY_BATCHES>, (typeof BATCH)[number]> & {
  readonly recipient_count: number;
  readonly total_fen: bigint;
};

/** Rosters of these batches with count and total of their lines; whether they are posted is for the service. */
export const findBatches = async (db: Knex, batchNumbers: readonly string[]): Promise<VillageRoster[]> => {
  const { rows } = await db.raw<{ rows: BatchRow[] }>(
    `select ${BATCH.map((column) => `b.${column}`).join(", ")},
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

type LineRow = RowOf<typeof SUBSIDY_LINES>;

/** A line as it is posted. */
export interface RosterRow extends LineRow {
  readonly kind: FundKind;
}

/** Lines of a batch that is posted on the day. */
export const rosterLines = (db: Knex, batchNo: Knex.Raw, day: string): Knex.QueryBuilder =>
  db("subsidy_lines")
    .join("subsidy_batches", "subsidy_batches.batch_no", "subsidy_lines.batch_no")
    .join("fund_policies", "fund_policies.policy_code", "subsidy_batches.policy_code")
    .select(...SUBSIDY_LINES.columns("subsidy_lines"), "fund_policies.kind")
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

/** What a line takes over from its batch. */
const OF_BATCH = [
  "policy_code",
  "agency_id",
  "agency_uscc",
  "division_code",
  "village_code",
  "period",
  "publicity_from",
  "publicity_to",
  "town_reviewed_on",
  "payment_no",
] as const;

/** A line with its batch and payments. */
export interface SubsidyRow extends LineRow, Pick<RowOf<typeof SUBSIDY_BATCHES>, (typeof OF_BATCH)[number]> {
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
      `(select ${[...SUBSIDY_LINES.columns("l"), ...OF_BATCH.map((column) => `b.${column}`)].join(", ")},
            p.paid_on, r.paid_on as repaid_on
          from subsidy_lines l join subsidy_batches b on b.batch_no = l.batch_no
          left join payments p on p.payment_no = b.payment_no
          left join payments r on r.payment_no = l.repaid_payment_no) as lines`,
    ),
  );

/** Lines that the viewer may know of, the posted roster apart. */
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
