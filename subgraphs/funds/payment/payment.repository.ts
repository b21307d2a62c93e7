/** SQL of payments; those the viewer may not know of never leave the database. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { maskAccount } from "../../../platform/domain/index.js";
import { OF_PAYEE, WHOSE_PAYMENT, WHOSE_RETURN } from "./payment.policy.js";
import { PayeeKind } from "./payment.enums.js";
import { PAYMENTS, type PaymentRow } from "./payment.rows.js";
import type { Payment } from "./payment.type.js";

/** Payments as they stand on a day, for a viewer. */
export interface PaymentScope {
  readonly viewer: Viewer;
  readonly day: string;
}

const shown = PAYMENTS.to<Payment>()("accountTail", "returnedOn", "returnedAmount", "returnReason");

/** The payment of a row: a return after the day has not happened yet, and that of a batch is not for everyone. */
export const toPayment =
  ({ viewer, day }: PaymentScope) =>
  (row: PaymentRow): Payment => {
    const returned = row.returned_on !== null && row.returned_on <= day && canRead(WHOSE_RETURN, { viewer }, row);
    return shown(row, {
      returnedOn: returned ? row.returned_on! : undefined,
      returnedAmount: returned ? row.returned_fen! : undefined,
      returnReason: returned ? (row.return_reason ?? undefined) : undefined,
      payeeAccount: row.account_tail === null ? undefined : maskAccount(`0000${row.account_tail}`),
      payeeHash: row.payee_kind === PayeeKind.PERSON ? (row.payee_subject ?? undefined) : undefined,
    });
  };

/** Payments made by the day that the viewer may know of. */
const visiblePayments = (db: Knex, { viewer, day }: PaymentScope): Knex.QueryBuilder =>
  readableRows(
    db("payments").select(PAYMENTS.columns("payments")).where("payments.paid_on", "<=", day),
    WHOSE_PAYMENT,
    {
      viewer,
      table: "payments",
    },
  );

/** Payments with these numbers that the viewer may know of, in no order. */
export const findPayments = async (db: Knex, scope: PaymentScope, numbers: readonly string[]): Promise<Payment[]> =>
  ((await visiblePayments(db, scope).whereIn("payments.payment_no", [...numbers])) as PaymentRow[]).map(
    toPayment(scope),
  );

/** Payments to the viewer itself that followed from these cases, at most 100 a case, earliest first. */
export const findOwnPaymentsOfCases = async (
  db: Knex,
  scope: PaymentScope,
  caseNumbers: readonly string[],
): Promise<{ readonly caseNo: string; readonly payment: Payment }[]> => {
  const ranked = db("payments")
    .select(PAYMENTS.columns())
    .select(db.raw("row_number() over (partition by case_no order by paid_on, payment_no) as place"))
    .whereIn("case_no", [...caseNumbers])
    .where("paid_on", "<=", scope.day);
  readableRows(ranked, OF_PAYEE, { viewer: scope.viewer });
  const rows = (await db
    .from(ranked.as("ranked"))
    .where("place", "<=", 100)
    .orderBy(["case_no", "place"])) as PaymentRow[];
  return rows.map((row) => ({ caseNo: row.case_no!, payment: toPayment(scope)(row) }));
};

/** Payments out of an allocation. */
export const paymentsOfAllocation = (db: Knex, scope: PaymentScope, allocationId: Knex.Raw): Knex.QueryBuilder =>
  visiblePayments(db, scope).where("payments.allocation_id", allocationId);

/** Payments out of the allocations to a project. */
export const paymentsOfProject = (db: Knex, scope: PaymentScope, projectCode: Knex.Raw): Knex.QueryBuilder =>
  visiblePayments(db, scope)
    .join("allocations", "allocations.id", "payments.allocation_id")
    .where("allocations.to_project_code", projectCode);

/** Payments to organisations out of a fiscal year's money; all of them are public. */
export const paymentsToOrganization = (
  db: Knex,
  scope: PaymentScope,
  year: number,
  organizationId: Knex.Raw,
): Knex.QueryBuilder =>
  visiblePayments(db, scope)
    .join("allocations", "allocations.id", "payments.allocation_id")
    .join("allotments", "allotments.allotment_no", "allocations.allotment_no")
    .where("payments.payee_org_id", organizationId)
    .where("allotments.fiscal_year", year);

/** What organisations were paid out of a year's money up to the day, returns taken off. */
export const findReceipts = async (
  db: Knex,
  organizationIds: readonly string[],
  year: number,
  day: string,
): Promise<
  { readonly id: string; readonly total: bigint; readonly payments: number; readonly allocations: number }[]
> => {
  const { rows } = await db.raw<{ rows: { id: string; total: bigint; payments: number; allocations: number }[] }>(
    `select p.payee_org_id as id, count(*)::int as payments, count(distinct p.allocation_id)::int as allocations,
       sum(p.amount_fen - case when p.returned_on <= ? then p.returned_fen else 0 end)::bigint as total
     from payments p
     join allocations a on a.id = p.allocation_id
     join allotments i on i.allotment_no = a.allotment_no
     where p.payee_org_id = any(?::text[]) and i.fiscal_year = ? and p.paid_on <= ?
     group by p.payee_org_id`,
    [day, [...organizationIds], year, day],
  );
  return rows;
};
