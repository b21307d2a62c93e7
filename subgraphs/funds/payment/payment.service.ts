/** Finds and lists payments for one viewer on the request's day. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { loadersByYear } from "../ledger/loaders.js";
import {
  findOwnPaymentsOfCases,
  findPayments,
  findReceipts,
  paymentsOfAllocation,
  paymentsOfProject,
  paymentsToOrganization,
  toPayment,
  type PaymentScope,
} from "./payment.repository.js";
import type { PaymentRow } from "./payment.rows.js";
import type { Payment } from "./payment.type.js";

/** What an organisation received out of a year's money. */
export interface Receipts {
  readonly total: bigint;
  readonly payments: number;
  readonly allocations: number;
}

/** Service of payments. */
export interface PaymentService {
  find(paymentNo: string): Promise<Payment | undefined>;
  listOfAllocation(allocationId: string, page: PageArgs): Promise<Page<Payment>>;
  listOfProject(projectCode: string, page: PageArgs): Promise<Page<Payment>>;
  listOfOrganization(organizationId: string, year: number, page: PageArgs): Promise<Page<Payment>>;
  /** Payments to the viewer itself that followed from a case. */
  ownOfCase(caseNo: string): Promise<Payment[]>;
  receipts(organizationId: string, year: number): Promise<Receipts>;
}

const LATEST_FIRST = [
  { column: "payments.paid_on", direction: "desc" },
  { column: "payments.payment_no", direction: "desc" },
] as const;

const NOTHING: Receipts = { total: 0n, payments: 0, allocations: 0 };

/** Creates the service for one request. */
export const createPaymentService = ({ db, viewer, asOf, cursors }: ServiceDependencies): PaymentService => {
  const scope: PaymentScope = { viewer, day: localDateOf(asOf) };
  const byNumber = createKeyLoader(
    (numbers) => findPayments(db, scope, numbers),
    ({ paymentNo }) => paymentNo,
  );
  const list = { orderBy: LATEST_FIRST, cursors, toNode: toPayment(scope) };
  const ofAllocation = createParentPages<object, PaymentRow, Payment>(db, (filter) => ({
    ...list,
    ordering: "payments:allocation",
    filter,
    query: (id) => paymentsOfAllocation(db, scope, id),
  }));
  const ofProject = createParentPages<object, PaymentRow, Payment>(db, (filter) => ({
    ...list,
    ordering: "payments:project",
    filter,
    query: (code) => paymentsOfProject(db, scope, code),
  }));
  const ofOrganization = createParentPages<{ year: number }, PaymentRow, Payment>(db, (filter) => ({
    ...list,
    ordering: "payments:organization",
    filter,
    query: (id) => paymentsToOrganization(db, scope, filter.year, id),
  }));
  const ofCase = createGroupLoader(
    (numbers) => findOwnPaymentsOfCases(db, scope, numbers),
    ({ caseNo }) => caseNo,
  );
  const receipts = loadersByYear(async (year, ids) => {
    const found = new Map((await findReceipts(db, ids, year, scope.day)).map((row) => [row.id, row]));
    return ids.map((id): Receipts => found.get(id) ?? NOTHING);
  });
  return {
    find: (paymentNo) => byNumber.load(paymentNo),
    listOfAllocation: (id, page) => ofAllocation.load(id, {}, page),
    listOfProject: (code, page) => ofProject.load(code, {}, page),
    listOfOrganization: (id, year, page) => ofOrganization.load(id, { year }, page),
    ownOfCase: async (caseNo) => (await ofCase.load(caseNo)).map(({ payment }) => payment),
    receipts: (organizationId, year) => receipts(year).load(organizationId),
  };
};
