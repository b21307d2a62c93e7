/** What the book says of one allocation: the sums of its movements by kind, and what follows from them. Pure. */
import type { Fen } from "../../../platform/domain/index.js";

/** Kinds of movements, each posted as debit of the receiver and credit of the giver. */
export type MovementKind =
  "ALLOCATE_DOWN" | "RECEIVE" | "ASSIGN_PROJECT" | "PAY" | "PAY_RETURN" | "RECLAIM" | "CARRY_OVER" | "ADJUST";

/** Accounts that are neither a division nor an organisation. */
export const ACCOUNTS = {
  /** The central budget, from which money comes. */
  central: "CENTRAL",
  /** Sent, not yet received. */
  transit: "TRANSIT",
  /** Everyone who was paid. */
  payees: "PAYEES",
  /** The following year's budget: money goes in at the end of a year and comes out in the next. */
  carried: "CARRIED",
  /** A project's own account. */
  project: (code: string): string => `PROJECT:${code}`,
  /** A division's own revenue, from which money comes that it adds itself. */
  revenue: (division: string): string => `REVENUE:${division}`,
} as const;

/**
 * Whether money comes into a lineage from the account, which may give without having received it there: a budget's revenue, and what was
 * carried over, which begins a lineage of its own in the next year.
 */
export const isSource = (account: string): boolean =>
  account === ACCOUNTS.central || account === ACCOUNTS.carried || account.startsWith(ACCOUNTS.revenue(""));

/** Sums of one allocation's movements up to a day. */
export interface AllocationSums {
  readonly id: string;
  readonly parentId?: string;
  readonly allocatedDown: Fen;
  readonly received: Fen;
  readonly assigned: Fen;
  readonly paid: Fen;
  readonly returned: Fen;
  readonly reclaimed: Fen;
  readonly carried: Fen;
  readonly adjusted: Fen;
  /** First day on which money was sent. */
  readonly sentOn?: string;
}

/** What follows for an allocation: amount sent = paid + passed on + balance + reclaimed + carried + what did not arrive. */
export interface AllocationLedger {
  /** Left the giver. */
  readonly sent: Fen;
  /** Reached the recipient. */
  readonly received: Fen;
  /** Paid by the recipient itself, returned payments taken off. */
  readonly paid: Fen;
  /** Sent on by the recipient, without what came back. */
  readonly passedOn: Fen;
  /** Still held by the recipient. */
  readonly balance: Fen;
}

const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0n);

const sentOf = (row: AllocationSums): Fen => row.allocatedDown + row.assigned + row.adjusted;

/** The ledger of each row; `rows` holds the children of every allocation that is asked for (rule B1). */
export const ledgersOf = (rows: readonly AllocationSums[]): Map<string, AllocationLedger> => {
  const children = new Map<string, AllocationSums[]>();
  for (const row of rows) {
    if (row.parentId === undefined) continue;
    const siblings = children.get(row.parentId);
    if (siblings) siblings.push(row);
    else children.set(row.parentId, [row]);
  }
  return new Map(
    rows.map((row) => {
      const below = children.get(row.id) ?? [];
      const received = row.received + row.assigned + row.adjusted;
      const paid = row.paid - row.returned;
      const passedOn = sum(below.map((child) => sentOf(child) - child.reclaimed));
      const balance = received - paid - passedOn - row.reclaimed - row.carried;
      return [row.id, { sent: sentOf(row), received, paid, passedOn, balance }];
    }),
  );
};
