/** Movements of the ledger at once, on PostgreSQL: no account is overdrawn, no fen appears or is lost, and nobody waits in a circle. */
import type { Knex } from "knex";
import { runWrite } from "../../platform/write/index.js";
import { findHeld } from "../../subgraphs/funds/budget-allotment/allotment-import.repository.js";
import { lockAccounts, postMovement } from "../../subgraphs/funds/ledger/movement.repository.js";
import { VIEWERS } from "../support/viewers.js";
import { GOLDEN, startFunds, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
let allocationId: string;

beforeAll(async () => {
  funds = await startFunds();
  const [head] = await funds.rows<{ id: string }>("select id from allocations where allotment_no = ? and is_head", [
    GOLDEN,
  ]);
  allocationId = head!.id;
});
afterAll(() => funds.stack.stop());

/** A movement between two accounts of a lineage. */
const move = (trx: Knex.Transaction, lineage: string, giver: string, receiver: string, amount: bigint) =>
  postMovement(trx, { kind: "ADJUST", allocationId, lineage, giver, receiver, amount, on: "2026-09-28" });

const moved = (...args: [lineage: string, giver: string, receiver: string, amount: bigint]): Promise<bigint> =>
  funds.db.transaction((trx) => move(trx, ...args));

const balances = async (lineage: string): Promise<Record<string, bigint>> =>
  Object.fromEntries(
    (
      await funds.rows<{ account: string; fen: bigint }>(
        `select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen
         from postings where lineage = ? group by account order by account`,
        [lineage],
      )
    ).map(({ account, fen }) => [account, fen]),
  );

/** Until a transaction waits for a lock of the ledger. */
const waiting = async (): Promise<void> => {
  for (;;) {
    const found = await funds.rows("select 1 from pg_locks where locktype = 'advisory' and not granted");
    if (found.length > 0) return;
  }
};

/** Accounts that were below zero after some movement. */
const overdrawn = (lineage: string): Promise<unknown[]> =>
  funds.rows(
    `select account from (select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)
       over (partition by account order by movement_id) as fen from postings where lineage = ? and account <> 'CENTRAL') as run
     where fen < 0`,
    [lineage],
  );

it("two payments of more than half of what is held: one is made, the other is refused and posts nothing", async () => {
  await moved("TEST-1", "CENTRAL", "A", 10_000n);
  const first = await funds.db.transaction();
  await move(first, "TEST-1", "A", "PAYEES", 6_000n);
  // Asked while the first is open, which it can not see yet.
  const second = moved("TEST-1", "A", "PAYEES", 6_000n).catch((refusal: unknown) => refusal);
  await waiting();
  await first.commit();
  expect(await second).toMatchObject({ code: "RULE_VIOLATION", details: { reason: "OVERDRAWN" } });
  expect(await balances("TEST-1")).toEqual({ A: 4_000n, CENTRAL: -10_000n, PAYEES: 6_000n });
});

it("pays out to the last fen and not one more, nor what is held of another lineage", async () => {
  await moved("TEST-2", "CENTRAL", "A", 101n);
  await moved("TEST-3", "CENTRAL", "A", 1n);
  await moved("TEST-2", "A", "B", 101n);
  await expect(moved("TEST-2", "A", "B", 1n)).rejects.toMatchObject({ code: "RULE_VIOLATION" });
  expect(await balances("TEST-2")).toEqual({ A: 0n, B: 101n, CENTRAL: -101n });
});

it("200 transfers at random at once: the sum stays to the fen and no account was ever below zero", async () => {
  const accounts = ["A", "B", "C", "D", "E", "F"];
  for (const account of accounts) await moved("TEST-4", "CENTRAL", account, 1_000n);
  let seed = 20_260_928;
  const draw = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const transfers = Array.from({ length: 200 }, () => {
    const from = draw(accounts.length);
    const to = (from + 1 + draw(accounts.length - 1)) % accounts.length;
    return { giver: accounts[from]!, receiver: accounts[to]!, amount: BigInt(1 + draw(900)) };
  });
  const outcomes = await Promise.allSettled(
    transfers.map(({ giver, receiver, amount }) => moved("TEST-4", giver, receiver, amount)),
  );
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  for (const refusal of refusals) expect(refusal).toMatchObject({ details: { reason: "OVERDRAWN" } });
  // Both happened, or the test says nothing.
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.length).toBeLessThan(200);

  const expected: Record<string, bigint> = { CENTRAL: -6_000n };
  for (const account of accounts) expected[account] = 1_000n;
  for (const [index, { giver, receiver, amount }] of transfers.entries()) {
    if (outcomes[index]!.status === "rejected") continue;
    expected[giver]! -= amount;
    expected[receiver]! += amount;
  }
  expect(await balances("TEST-4")).toEqual(expected);
  expect(await overdrawn("TEST-4")).toEqual([]);
});

it("transactions that move to and fro lock all their accounts first, and none is called off", async () => {
  const accounts = ["A", "B", "C"].map((account) => ({ account, lineage: "TEST-5" }));
  for (const { account } of accounts) await moved("TEST-5", "CENTRAL", account, 100n);
  const around = (names: readonly string[]): Promise<void> =>
    funds.db.transaction(async (trx) => {
      await lockAccounts(
        trx,
        names.map((account) => ({ account, lineage: "TEST-5" })),
      );
      for (const [index, name] of names.entries())
        await move(trx, "TEST-5", name, names[(index + 1) % names.length]!, 100n);
    });
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) => around(turn % 2 === 0 ? ["A", "B", "C"] : ["C", "B", "A"])),
  );
  expect(await balances("TEST-5")).toEqual({ A: 100n, B: 100n, C: 100n, CENTRAL: -300n });
});

it("one idempotency key fifty times makes one movement and gives fifty equal answers", async () => {
  await moved("TEST-6", "CENTRAL", "A", 1_000n);
  const write = { verb: "testMovement", input: { idempotencyKey: "movement-0001" } };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      runWrite(
        { db: funds.db, viewer: VIEWERS["officer-1"], asOf: new Date("2026-09-28T02:00:00Z") },
        { ...write, change: async (trx) => ({ movement: String(await move(trx, "TEST-6", "A", "B", 10n)) }) },
      ),
    ),
  );
  expect(new Set(answers.map(({ movement }) => movement)).size).toBe(1);
  expect(await balances("TEST-6")).toEqual({ A: 990n, B: 10n, CENTRAL: -1_000n });
});

it("what an import is told to be held is still held when it writes", async () => {
  const [before] = await funds.rows<{ to_division: string; lineage: string }>(
    "select to_division, lineage from allocations where allotment_no = ? and is_head",
    [GOLDEN],
  );
  const first = await funds.db.transaction();
  const held = (await findHeld(first, [GOLDEN])).get(GOLDEN)!.heldFen;
  const second = funds.db.transaction(async (trx) => (await findHeld(trx, [GOLDEN])).get(GOLDEN)!.heldFen);
  await waiting();
  await move(first, before!.lineage, before!.to_division, "TRANSIT", held);
  await first.commit();
  expect(held).toBeGreaterThan(0n);
  expect(await second).toBe(0n);
});
