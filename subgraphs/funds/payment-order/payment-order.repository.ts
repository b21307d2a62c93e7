/** SQL of payment orders. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { insertRecords, readableRows, toRow, toSet, type NewOf, type RowOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import type { DirectFlag } from "../budget-allotment/budget-allotment.enums.js";
import { ALLOCATIONS, type AllocationRow } from "../fund-allocation/fund-allocation.rows.js";
import type { FundProjectState } from "../fund-project/fund-project.machine.js";
import { PAYMENTS } from "../payment/payment.rows.js";
import { WHOSE_ORDER } from "./payment-order.policy.js";
import { PAYMENT_ORDERS } from "./payment-order.rows.js";
import type { PaymentOrder } from "./payment-order.type.js";

const shown = PAYMENT_ORDERS.to<PaymentOrder>()();

/** Orders with these numbers that the viewer may know of, in no order. */
export const findOrders = async (db: Knex, viewer: Viewer, numbers: readonly string[]): Promise<PaymentOrder[]> => {
  const query = db(PAYMENT_ORDERS.name)
    .select(PAYMENT_ORDERS.columns())
    .whereIn("order_no", [...numbers]);
  const rows = (await readableRows(query, WHOSE_ORDER, { viewer })) as RowOf<typeof PAYMENT_ORDERS>[];
  return rows.map((row) => shown(row, {}));
};

/** An allocation as payments need it; none of it ever changes but the allotment's receiver and state. */
export interface PaidAllocation {
  readonly id: string;
  readonly lineage: string;
  readonly allotmentNo: string;
  readonly division: string;
  readonly organizationId: string | undefined;
  readonly projectCode: string | undefined;
  readonly receiverUscc: string | undefined;
  readonly direct: DirectFlag;
}

/** The allocation, of an allotment that was issued; undefined where there is none. */
export const findPaidAllocation = async (trx: Knex, id: string): Promise<PaidAllocation | undefined> => {
  const row = (await trx(`${ALLOCATIONS.name} as a`)
    .join("allotments as i", "i.allotment_no", "a.allotment_no")
    .first("a.*", "i.receiver_uscc", "i.direct")
    .where("a.id", id)
    .whereNot("i.state", "DRAFT")) as
    | (AllocationRow & {
        readonly lineage: string;
        readonly recipient_division: string;
        readonly receiver_uscc: string | null;
        readonly direct: DirectFlag;
      })
    | undefined;
  return (
    row && {
      ...{ id, lineage: row.lineage, allotmentNo: row.allotment_no, division: row.recipient_division },
      organizationId: row.to_organization_id ?? undefined,
      projectCode: row.to_project_code ?? undefined,
      receiverUscc: row.receiver_uscc ?? undefined,
      direct: row.direct,
    }
  );
};

/** The allocation of an order; undefined where there is no such order. */
export const findAllocationOf = async (trx: Knex, orderNo: string): Promise<PaidAllocation | undefined> => {
  const [id] = (await trx(PAYMENT_ORDERS.name).where("order_no", orderNo).pluck("allocation_id")) as string[];
  return id === undefined ? undefined : findPaidAllocation(trx, id);
};

/** Fills columns of an order whose step was taken in this transaction. */
export const fillOrder = async (
  trx: Knex.Transaction,
  orderNo: string,
  given: Partial<NewOf<typeof PAYMENT_ORDERS>>,
): Promise<void> => {
  await trx(PAYMENT_ORDERS.name).where("order_no", orderNo).update(toSet(PAYMENT_ORDERS, given));
};

/** A project that is paid for, locked until the transaction ends. */
export interface PaidProject {
  readonly owner_id: string;
  readonly state: FundProjectState;
  readonly contract_fen: bigint | null;
}

/** Locks the project. */
export const lockProject = async (trx: Knex.Transaction, projectCode: string): Promise<PaidProject> =>
  (await trx("fund_projects")
    .first("owner_id", "state", "contract_fen")
    .where("project_code", projectCode)
    .forUpdate()) as PaidProject;

/** Who carries a project out. */
export const findProjectOwner = async (trx: Knex, projectCode: string): Promise<string | undefined> =>
  ((await trx("fund_projects").where("project_code", projectCode).pluck("owner_id")) as string[])[0];

/** What was paid for a project over all lineages, returned payments taken off. */
export const paidForProject = async (trx: Knex, projectCode: string): Promise<Fen> => {
  const { rows } = await trx.raw<{ rows: { fen: bigint }[] }>(
    `select coalesce(sum(p.amount_fen - coalesce(p.returned_fen, 0)), 0)::bigint as fen
     from payments p join allocations a on a.id = p.allocation_id where a.to_project_code = ?`,
    [projectCode],
  );
  return rows[0]!.fen;
};

/** The next number behind a prefix in a table, six digits; others of the prefix wait until the transaction ends. */
export const nextNumber = async (
  trx: Knex.Transaction,
  prefix: string,
  { table, column }: { readonly table: string; readonly column: string },
): Promise<string> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`number ${prefix}`]);
  const [last] = (await trx(table)
    .whereBetween(column, [`${prefix}000000`, `${prefix}999999`])
    .whereRaw("length(??) = ?", [column, prefix.length + 6])
    .max({ last: column })) as { last: string | null }[];
  const number = last?.last == null ? 1 : Number(last.last.slice(prefix.length)) + 1;
  if (!(number <= 999_999)) throw new Error(`No number is free behind ${prefix}.`);
  return `${prefix}${String(number).padStart(6, "0")}`;
};

type NewOrder = Omit<NewOf<typeof PAYMENT_ORDERS>, "orderNo">;

/** Inserts an order under the next number of its division and year, and answers with it. */
export const insertOrder = async (trx: Knex.Transaction, order: NewOrder): Promise<string> => {
  const { requestedOn, divisionCode } = order;
  const prefix = `SQ${requestedOn.slice(0, 4)}${divisionCode.slice(0, 6)}`;
  const orderNo = await nextNumber(trx, prefix, { table: PAYMENT_ORDERS.name, column: "order_no" });
  await trx(PAYMENT_ORDERS.name).insert(toRow(PAYMENT_ORDERS, { ...order, orderNo }));
  return orderNo;
};

/** Inserts a payment under the next number of its division and year, and answers with it. */
export const insertPayment = async (
  trx: Knex.Transaction,
  payment: Omit<NewOf<typeof PAYMENTS>, "paymentNo">,
): Promise<string> => {
  const prefix = `ZF${payment.paidOn.slice(0, 4)}${payment.divisionCode.slice(0, 6)}`;
  const paymentNo = await nextNumber(trx, prefix, { table: PAYMENTS.name, column: "payment_no" });
  await insertRecords(trx, PAYMENTS, [{ ...payment, paymentNo }]);
  return paymentNo;
};

/** Keeps that the bank sent a payment back whole. */
export const markReturned = async (
  trx: Knex.Transaction,
  paymentNo: string,
  { on, movement, amount, reason }: { on: string; movement: bigint; amount: Fen; reason: string },
): Promise<void> => {
  await trx(PAYMENTS.name).where("payment_no", paymentNo).update({
    returned_on: on,
    returned_fen: amount,
    return_movement_id: movement,
    return_reason: reason,
  });
};
