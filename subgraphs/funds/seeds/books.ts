/** Writes allotments, allocations, balanced movements and payments for the demonstration, and refuses what moves nothing. */
import type { NewOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import type { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import type { POSTINGS } from "../ledger/ledger.rows.js";
import { ACCOUNTS, type MovementKind } from "../ledger/ledger.js";
import { PayeeKind } from "../payment/payment.enums.js";
import { allocationOf, allocationRecord, type AllocationTerms } from "./allocation-record.js";
import { paymentRecord } from "./payment-record.js";
import type { SeedAllocation, SeedDecision, SeedAllotment, SeedPayment } from "./rows.js";
import { type BookSources, type SeedRecipient, type SeedOrder } from "./book-terms.js";

/** The books while they are written. */
export class Books {
  readonly allotments: (SeedAllotment & { readonly upstreamNo?: string })[] = [];
  readonly allocations: NewOf<typeof ALLOCATIONS>[] = [];
  readonly postings: NewOf<typeof POSTINGS>[] = [];
  readonly payments: SeedPayment[] = [];
  readonly #byNumber = new Map<string, SeedAllotment>();
  readonly #sources: BookSources;
  readonly #held = new Map<string, Fen>();
  #movement = 0;

  constructor(sources: BookSources) {
    this.#sources = sources;
  }

  /** Number of the last movement. */
  get lastMovement(): number {
    return this.#movement;
  }

  /** A root allotment with its head allocation; a draft moves nothing. */
  issue(allotment: SeedAllotment, decision: SeedDecision): SeedAllocation {
    this.#add(allotment);
    const giver = this.#giverOf(allotment);
    const head = this.#allocate(allotment.allotmentNo, allotment.allotmentNo, undefined, allotment, decision, true);
    if (allotment.receivedOn !== undefined) this.#send(head, giver, allotment.issuedOn, allotment.receivedOn);
    return head;
  }

  /** An allotment issued out of an allocation: same lineage, its head is an allocation below the parent. */
  decompose(parent: SeedAllocation, allotment: SeedAllotment, decision: SeedDecision): SeedAllocation {
    this.#add({ ...allotment, upstreamNo: parent.allotmentNo });
    const head = this.#allocate(allotment.allotmentNo, parent.lineage, parent, allotment, decision, true);
    if (allotment.receivedOn !== undefined) this.#send(head, parent.account, allotment.issuedOn, allotment.receivedOn);
    return head;
  }

  /** Passes money to a division below; without `receivedOn` it stays on its way, `arriving` differs only on purpose. */
  passDown(
    parent: SeedAllocation,
    to: string,
    amount: Fen,
    days: { readonly sentOn: string; readonly receivedOn?: string; readonly arriving?: Fen },
    decision: SeedDecision,
  ): SeedAllocation {
    const terms = { to, amount, from: parent.division, issuedOn: days.sentOn };
    const allocation = this.#allocate(parent.allotmentNo, parent.lineage, parent, terms, decision, false);
    this.#send(allocation, parent.account, days.sentOn, days.receivedOn, days.arriving);
    return allocation;
  }

  /** Assigns money to an organisation or to a project. */
  assign(
    parent: SeedAllocation,
    recipient: SeedRecipient,
    amount: Fen,
    on: string,
    decision: SeedDecision,
  ): SeedAllocation {
    const terms = { recipient, amount, from: parent.division, issuedOn: on };
    const allocation = this.#allocate(parent.allotmentNo, parent.lineage, parent, terms, decision, false);
    this.#move("ASSIGN_PROJECT", allocation, parent.account, allocation.account, amount, on);
    return allocation;
  }

  /** Pays out of an allocation; gives the number of the payment. */
  pay(allocation: SeedAllocation, amount: Fen, on: string, order: SeedOrder = {}): string {
    const movement = this.#move("PAY", allocation, allocation.account, ACCOUNTS.payees, amount, on);
    const allotment = this.#byNumber.get(allocation.allotmentNo)!;
    const division = allocation.division.slice(0, 6);
    const payer = order.payer ?? this.#sources.payerOf(division, allotment.policyCode);
    const payee = order.payee ?? { kind: PayeeKind.ORGANIZATION, id: allocation.payeeId! };
    const number = this.payments.length + 1;
    // Its final number depends on all payments of the county's year (payment-numbers.ts).
    const paymentNo = `payment ${number}`;
    this.payments.push(
      paymentRecord(
        { paymentNo, number, allocation, allotment, amount, on, movement },
        { ...order, payee, payer, division },
        this.#sources,
      ),
    );
    return paymentNo;
  }

  /** A payment that the bank sent back, whole or in part (退票). */
  returnPayment(allocation: SeedAllocation, paymentNo: string, amount: Fen, on: string): void {
    const movement = this.#move("PAY_RETURN", allocation, ACCOUNTS.payees, allocation.account, amount, on);
    const index = this.payments.findIndex((payment) => payment.paymentNo === paymentNo);
    const payment = this.payments[index];
    if (payment === undefined || payment.returned !== undefined || amount > payment.amount)
      throw new RangeError(`${paymentNo} can not be returned.`);
    this.payments[index] = { ...payment, returned: { on, amount, movement, reason: "收款账户状态异常" } };
  }

  /** What the account of an allocation holds of its lineage. */
  heldBy({ account, lineage }: SeedAllocation): Fen {
    return this.#held.get(`${account} ${lineage}`) ?? 0n;
  }

  /** What was paid out of an allocation so far, returns taken off. */
  paidOutOf({ id }: SeedAllocation): Fen {
    return this.payments
      .filter(({ allocationId }) => allocationId === id)
      .reduce((sum, { amount, returned }) => sum + amount - (returned?.amount ?? 0n), 0n);
  }

  /** The giver takes money back (收回). */
  reclaim(allocation: SeedAllocation, giver: SeedAllocation, amount: Fen, on: string): void {
    this.#move("RECLAIM", allocation, allocation.account, giver.account, amount, on);
  }

  /** The issuer adds to a root allotment after its issue (追加). */
  adjust(head: SeedAllocation, amount: Fen, on: string): void {
    const allotment = this.#byNumber.get(head.allotmentNo)!;
    this.#move("ADJUST", head, this.#giverOf(allotment), head.account, amount, on);
  }

  /** Money goes into the next year's budget (结转). */
  carryOver(allocation: SeedAllocation, amount: Fen, on: string): void {
    this.#move("CARRY_OVER", allocation, allocation.account, ACCOUNTS.carried, amount, on);
  }

  #add(allotment: SeedAllotment & { readonly upstreamNo?: string }): void {
    this.allotments.push(allotment);
    this.#byNumber.set(allotment.allotmentNo, allotment);
  }

  #giverOf({ carriedIn, from }: SeedAllotment): string {
    if (carriedIn) return ACCOUNTS.carried;
    return from === undefined ? ACCOUNTS.central : ACCOUNTS.revenue(from);
  }

  #allocate(
    allotmentNo: string,
    lineage: string,
    parent: SeedAllocation | undefined,
    terms: AllocationTerms,
    decision: SeedDecision,
    head: boolean,
  ): SeedAllocation {
    const id = `FA-${String(this.allocations.length + 1).padStart(6, "0")}`;
    const place = { id, allotmentNo, lineage, parentId: parent?.id, isHead: head };
    this.allocations.push(allocationRecord(place, terms, decision));
    return allocationOf(place, terms);
  }

  #send(allocation: SeedAllocation, giver: string, sentOn: string, receivedOn?: string, arriving?: Fen): void {
    this.#move("ALLOCATE_DOWN", allocation, giver, ACCOUNTS.transit, allocation.amount, sentOn);
    if (receivedOn === undefined) return;
    this.#move("RECEIVE", allocation, ACCOUNTS.transit, allocation.account, arriving ?? allocation.amount, receivedOn);
  }

  #move(
    kind: MovementKind,
    { id, lineage }: SeedAllocation,
    giver: string,
    receiver: string,
    fen: Fen,
    on: string,
  ): number {
    if (fen <= 0n) throw new RangeError(`${kind} of ${id} moves nothing.`);
    const movement = ++this.#movement;
    const add = (account: string, amount: Fen): void =>
      void this.#held.set(`${account} ${lineage}`, (this.#held.get(`${account} ${lineage}`) ?? 0n) + amount);
    add(giver, -fen);
    add(receiver, fen);
    const leg = { movementId: BigInt(movement), lineage, allocationId: id, amount: fen, kind, occurredOn: on };
    this.postings.push(
      { ...leg, direction: "CREDIT", account: giver },
      { ...leg, direction: "DEBIT", account: receiver },
    );
    return movement;
  }
}
