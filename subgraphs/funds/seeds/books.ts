/** Writes indicators, allocations and balanced movements for the demonstration, and refuses what the rules forbid. */
import type { Fen } from "../../../platform/domain/index.js";
import type {
  BudgetBook,
  DirectFlag,
  FundLevel,
  IndicatorState,
  TransferType,
} from "../budget-indicator/budget-indicator.type.js";
import type { AllocationFactor, AllocationMethod } from "../fund-allocation/fund-allocation.type.js";
import { ACCOUNTS, type MovementKind } from "../ledger/ledger.js";

/** An indicator to write. */
export interface SeedIndicator {
  readonly indicatorNo: string;
  readonly fiscalYear: number;
  readonly fundName: string;
  readonly policyCode: string;
  readonly book: BudgetBook;
  readonly transferType?: TransferType;
  readonly direct: DirectFlag;
  readonly functionCode: string;
  readonly govEconCode?: string;
  readonly deptEconCode?: string;
  readonly sourceLevel: FundLevel;
  readonly amount: Fen;
  readonly issuedOn: string;
  readonly receivedOn?: string;
  /** Absent for the central government. */
  readonly from?: string;
  readonly to: string;
  readonly agencyUscc?: string;
  readonly agencyDivision: string;
  readonly state: IndicatorState;
}

/** How an allocation was decided. */
export interface SeedDecision {
  readonly method: AllocationMethod;
  readonly factors?: readonly AllocationFactor[];
}

/** A written allocation, as far as the next step needs it. */
export interface SeedAllocation {
  readonly id: string;
  readonly indicatorNo: string;
  readonly lineage: string;
  readonly account: string;
  readonly division: string;
  readonly amount: Fen;
}

/** A row of `allocations` in column order. */
export type AllocationTuple = readonly (string | bigint | boolean | null)[];

/** A row of `postings` in column order. */
export type PostingTuple = readonly (string | bigint | number)[];

/** The books while they are written. */
export class Books {
  readonly indicators: (SeedIndicator & { readonly upstreamNo?: string })[] = [];
  readonly allocations: AllocationTuple[] = [];
  readonly postings: PostingTuple[] = [];
  #movement = 0;

  /** A root indicator with its head allocation; a draft moves nothing. */
  issue(indicator: SeedIndicator, decision: SeedDecision): SeedAllocation {
    this.indicators.push(indicator);
    const giver = indicator.from === undefined ? ACCOUNTS.central : ACCOUNTS.revenue(indicator.from);
    const head = this.#allocate(indicator.indicatorNo, indicator.indicatorNo, undefined, indicator, decision, true);
    if (indicator.receivedOn !== undefined) this.#send(head, giver, indicator.issuedOn, indicator.receivedOn);
    return head;
  }

  /** An indicator issued out of an allocation: same lineage, its head is an allocation below the parent. */
  decompose(parent: SeedAllocation, indicator: SeedIndicator, decision: SeedDecision): SeedAllocation {
    this.indicators.push({ ...indicator, upstreamNo: parent.indicatorNo });
    const head = this.#allocate(indicator.indicatorNo, parent.lineage, parent, indicator, decision, true);
    if (indicator.receivedOn !== undefined) this.#send(head, parent.account, indicator.issuedOn, indicator.receivedOn);
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
    const allocation = this.#allocate(parent.indicatorNo, parent.lineage, parent, terms, decision, false);
    this.#send(allocation, parent.account, days.sentOn, days.receivedOn, days.arriving);
    return allocation;
  }

  /** Assigns money to an organisation's project. */
  assign(
    parent: SeedAllocation,
    organization: { readonly id: string; readonly division: string },
    amount: Fen,
    on: string,
    decision: SeedDecision,
  ): SeedAllocation {
    const terms = { organization, amount, from: parent.division, issuedOn: on };
    const allocation = this.#allocate(parent.indicatorNo, parent.lineage, parent, terms, decision, false);
    this.#move("ASSIGN_PROJECT", allocation, parent.account, allocation.account, amount, on);
    return allocation;
  }

  /** Pays out of an allocation. */
  pay(allocation: SeedAllocation, amount: Fen, on: string): void {
    this.#move("PAY", allocation, allocation.account, ACCOUNTS.payees, amount, on);
  }

  /** A payment that the bank sent back (退票). */
  returnPayment(allocation: SeedAllocation, amount: Fen, on: string): void {
    this.#move("PAY_RETURN", allocation, ACCOUNTS.payees, allocation.account, amount, on);
  }

  /** The giver takes money back (收回). */
  reclaim(allocation: SeedAllocation, giver: SeedAllocation, amount: Fen, on: string): void {
    this.#move("RECLAIM", allocation, allocation.account, giver.account, amount, on);
  }

  /** Money goes into the next year's budget (结转). */
  carryOver(allocation: SeedAllocation, amount: Fen, on: string): void {
    this.#move("CARRY_OVER", allocation, allocation.account, ACCOUNTS.carried, amount, on);
  }

  #allocate(
    indicatorNo: string,
    lineage: string,
    parent: SeedAllocation | undefined,
    terms: {
      readonly from?: string;
      readonly to?: string;
      readonly organization?: { readonly id: string; readonly division: string };
      readonly amount: Fen;
      readonly issuedOn: string;
    },
    { method, factors = [] }: SeedDecision,
    head: boolean,
  ): SeedAllocation {
    const id = `FA-${String(this.allocations.length + 1).padStart(6, "0")}`;
    const division = terms.organization?.division ?? terms.to!;
    this.allocations.push([
      id,
      indicatorNo,
      lineage,
      parent?.id ?? null,
      head,
      terms.from ?? null,
      terms.to ?? null,
      terms.organization?.id ?? null,
      division,
      terms.amount,
      method,
      JSON.stringify(factors),
      terms.issuedOn,
      indicatorNo,
    ]);
    return { id, indicatorNo, lineage, account: terms.organization?.id ?? division, division, amount: terms.amount };
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
  ): void {
    if (fen <= 0n) throw new RangeError(`${kind} of ${id} moves nothing.`);
    const movement = ++this.#movement;
    this.postings.push(
      [movement, "CREDIT", giver, lineage, id, fen, kind, on],
      [movement, "DEBIT", receiver, lineage, id, fen, kind, on],
    );
  }
}

/** Columns of `AllocationTuple`. */
export const ALLOCATION_COLUMNS = [
  "id",
  "indicator_no",
  "lineage",
  "parent_id",
  "is_head",
  "from_division",
  "to_division",
  "to_organization_id",
  "recipient_division",
  "amount_fen",
  "method",
  "factors",
  "decided_on",
  "document_no",
] as const;

/** Columns of `PostingTuple`. */
export const POSTING_COLUMNS = [
  "movement_id",
  "direction",
  "account",
  "lineage",
  "allocation_id",
  "amount_fen",
  "kind",
  "occurred_on",
] as const;
