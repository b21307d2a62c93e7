/** The record of a payment: payee, code of its use, and how it is paid. */
import type { Fen } from "../../../platform/domain/index.js";
import { PayeeKind, PayMode } from "../payment/payment.enums.js";
import type { BookSources, SeedOrder, SeedPayee } from "./book-terms.js";
import type { SeedAllocation, SeedAllotment, SeedPayment, SeedUnit } from "./rows.js";

/** What the books know of a payment. */
interface Booked {
  readonly paymentNo: string;
  /** Its place among all payments. */
  readonly number: number;
  readonly allocation: SeedAllocation;
  readonly allotment: SeedAllotment;
  readonly amount: Fen;
  readonly on: string;
  readonly movement: number;
}

/** The record of a payment that is booked, under its order. */
export const paymentRecord = (
  { paymentNo, number, allocation, allotment, amount, on, movement }: Booked,
  order: SeedOrder & { readonly payee: SeedPayee; readonly payer: SeedUnit; readonly division: string },
  sources: BookSources,
): SeedPayment => {
  const { payee, payer, division } = order;
  const body = payee.kind === PayeeKind.ORGANIZATION ? payee.id : undefined;
  return {
    ...{ paymentNo, allocationId: allocation.id, movement, payer, division, amount },
    policyCode: allotment.policyCode,
    payeeKind: payee.kind,
    payeeOrgId: body,
    payeeSubject: payee.kind === PayeeKind.PERSON ? payee.hash : body && sources.usccOf(body),
    payeeCount: payee.kind === PayeeKind.BATCH ? payee.count : 1,
    purpose: order.purpose ?? allotment.fundName,
    functionCode: allotment.functionCode,
    deptEconCode:
      (body === undefined ? sources.personEconOf(allotment.policyCode) : undefined) ?? allotment.deptEconCode,
    payMode: body !== undefined && number % 7 === 0 ? PayMode.TREASURY_AUTHORISED : PayMode.TREASURY_DIRECT,
    bank: "吉林省农村信用社（演示）",
    accountTail: payee.kind === PayeeKind.BATCH ? undefined : String((number * 7_919) % 10_000).padStart(4, "0"),
    paidOn: on,
    caseNo: order.caseNo,
  };
};
