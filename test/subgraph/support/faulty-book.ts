/** Writes an allotment of a test's own, with batches and payments that may be faulty on purpose. */
import type { Knex } from "knex";

/** Agency of the scheme: that of officer-1. */
export const SCHEME_AGENCY = "11990101MB9000015E";

/** A line of 90.50 yuan a mu. */
export interface FaultyLine {
  readonly hash: string;
  readonly quantity: string;
  readonly fen: number;
}

/** A payment; `fen` is what it says, `booked` what the book has. */
export interface FaultyPayment {
  readonly no: string;
  readonly allocation: string;
  readonly account: string;
  readonly fen: number;
  readonly on: string;
  /** @default `fen` */
  readonly booked?: number;
  /** Households of the batch. @default 9 */
  readonly payees?: number;
}

/** The book of an allotment of 1,000,000.00 yuan, held by 延吉. */
export interface FaultyBook {
  /** Writes the allotment and its head allocation, sent and received. */
  open(): Promise<void>;
  allocate(id: string, project: string | null): Promise<void>;
  move(kind: string, allocation: string, giver: string, receiver: string, fen: number, on: string): Promise<number>;
  pay(payment: FaultyPayment): Promise<void>;
  /** A batch that is posted from 6 to 14 May 2026. */
  batch(no: string, period: string, lines: readonly FaultyLine[], payment?: string): Promise<void>;
}

/** Five lines of 90.50 yuan for households of this name, so that everyone may know of the batch. */
export const fiveHouseholds = (name: string): FaultyLine[] =>
  [1, 2, 3, 4, 5].map((place) => ({ hash: `${name}-${place}`, quantity: "1", fen: 9_050 }));

/** The book of a lineage with this head allocation; movements are numbered from `firstMovement`. */
export const createFaultyBook = (
  db: Knex,
  { lineage, head, firstMovement }: { readonly lineage: string; readonly head: string; readonly firstMovement: number },
): FaultyBook => {
  let movement = firstMovement;
  const book: FaultyBook = {
    async open() {
      await db.raw(
        `insert into allotments (allotment_no, fiscal_year, fund_name, policy_code, budget_category, direct, function_code, source_level, amount_fen, issued_on, received_on, to_division, agency_division, state)
         values (?, 2026, '测试', 'FP-GD', 'GENERAL', 'NOT_DIRECT', '2130122', 'CENTRAL', 100000000, '2026-03-01', '2026-03-02', '222401', '220000', 'IN_EXECUTION')`,
        [lineage],
      );
      await book.allocate(head, null);
      await book.move("ALLOCATE_DOWN", head, "CENTRAL", "TRANSIT", 100_000_000, "2026-03-01");
      await book.move("RECEIVE", head, "TRANSIT", "222401", 100_000_000, "2026-03-02");
    },
    async allocate(id, project) {
      const parent = project === null ? null : head;
      await db.raw(
        `insert into allocations (id, allotment_no, lineage, parent_id, is_head, from_division, to_division, to_project_code, recipient_division, amount_fen, method, decided_on)
         values (?, ?, ?, ?, ?, null, ?, ?, '222401', 100, 'ACTUAL', '2026-03-01')`,
        [id, lineage, lineage, parent, project === null, project === null ? "222401" : null, project] as string[],
      );
    },
    async move(kind, allocation, giver, receiver, fen, on) {
      movement += 1;
      const leg = (direction: string, account: string): string =>
        `(${movement}, '${direction}', '${account}', '${lineage}', '${allocation}', ${fen}, '${kind}', '${on}')`;
      await db.raw(
        `insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on) values ${leg("CREDIT", giver)}, ${leg("DEBIT", receiver)}`,
      );
      return movement;
    },
    async pay({ no, allocation, account, fen, on, booked = fen, payees = 9 }) {
      const id = await book.move("PAY", allocation, account, "PAYEES", booked, on);
      await db.raw(
        `insert into payments (payment_no, allocation_id, movement_id, policy_code, payee_kind, payee_count, payer_id, agency_uscc, division_code, amount_fen, function_code, pay_mode, paid_on)
         values (?, ?, ?, 'FP-GD', 'BATCH', ?, 'CN-USCC-${SCHEME_AGENCY}', '${SCHEME_AGENCY}', '222401', ?, '2130122', 'TREASURY_DIRECT', ?)`,
        [no, allocation, String(id), String(payees), String(fen), on],
      );
    },
    async batch(no, period, lines, payment) {
      const total = lines.reduce((sum, { fen }) => sum + fen, 0);
      await db.raw(
        `insert into subsidy_batches (batch_no, policy_code, allocation_id, agency_id, agency_uscc, division_code, village_code, period, declared_count, declared_fen, publicity_from, publicity_to, payment_no)
         values (?, 'FP-GD', ?, 'CN-USCC-${SCHEME_AGENCY}', '${SCHEME_AGENCY}', '222401', '222401100212', ?, ?, ?, '2026-05-06', '2026-05-14', ?)`,
        [no, head, period, lines.length, total, payment ?? null] as string[],
      );
      for (const [index, { hash, quantity, fen }] of lines.entries())
        await db.raw(
          `insert into subsidy_lines (batch_no, line_no, recipient_name, recipient_hash, quantity, unit, standard_fen, amount_fen) values (?, ?, '测试', ?, ?, '亩', 9050, ?)`,
          [no, index + 1, hash, quantity, fen] as string[],
        );
    },
  };
  return book;
};
