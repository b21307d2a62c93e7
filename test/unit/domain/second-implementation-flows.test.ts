/** A second implementation of money that goes down, written apart from the product's: every movement is posted to two accounts of a plain ledger; both must agree. */
import { ANONYMOUS } from "../../../platform/auth/index.js";
import type { TreeSums } from "../../../subgraphs/funds/ledger/ledger.repository.js";
import { reconcile } from "../../../subgraphs/funds/reconciliation/reconcile.js";

/** Ten thousand yuan in fen. */
const WAN = 1_000_000n;

/** Money to a place out of the allocation before it, what arrived of it, and what the place paid. */
interface Step {
  readonly to: string;
  readonly from?: string;
  readonly amount: bigint;
  /** @default all of it */
  readonly arrived?: bigint;
  readonly pays?: bigint;
}

/** Balances of accounts after each movement was taken from one and given to another. */
const post = (steps: readonly Step[]): Map<string, bigint> => {
  const accounts = new Map<string, bigint>();
  const move = (from: string, to: string, amount: bigint): void => {
    accounts.set(from, (accounts.get(from) ?? 0n) - amount);
    accounts.set(to, (accounts.get(to) ?? 0n) + amount);
  };
  for (const { to, from = "SOURCE", amount, arrived = amount, pays = 0n } of steps) {
    move(from, "ON THE WAY", amount);
    move("ON THE WAY", to, arrived);
    move(to, "PAYEES", pays);
  }
  return accounts;
};

const rowsOf = (steps: readonly Step[]): TreeSums[] =>
  steps.map(({ to, from, amount, arrived = amount, pays = 0n }) => ({
    ...{ id: to, key: "tree", isRoot: from === undefined, allotmentNo: `指标〔2026〕${to}号` },
    ...{ fiscalYear: 2026, functionCode: "2130505", allocatedDown: amount, received: arrived, paid: pays },
    ...{ assigned: 0n, returned: 0n, reclaimed: 0n, carried: 0n, adjusted: 0n, sentOn: "2026-03-02" },
    ...(from === undefined ? {} : { parentId: from }),
  }));

const told = (steps: readonly Step[]) =>
  reconcile(rowsOf(steps), { projects: [], batches: [], published: [] }, { day: "2026-09-28", viewer: ANONYMOUS });

/** What the ledger says of the whole. */
const whole = (steps: readonly Step[]) => {
  const accounts = post(steps);
  const of = (name: string): bigint => accounts.get(name) ?? 0n;
  const places = [...accounts].filter(([name]) => !["SOURCE", "ON THE WAY", "PAYEES"].includes(name));
  return {
    issued: -of("SOURCE"),
    paid: of("PAYEES"),
    balance: places.reduce((sum, [, balance]) => sum + balance, 0n),
    inTransit: of("ON THE WAY"),
  };
};

const GOLDEN: readonly Step[] = [
  { to: "220000", amount: 8000n * WAN },
  { to: "220100", from: "220000", amount: 3000n * WAN, pays: 3000n * WAN },
  { to: "222400", from: "220000", amount: 4500n * WAN },
  { to: "222403", from: "222400", amount: 2500n * WAN, pays: 2500n * WAN },
  { to: "222404", from: "222400", amount: 1600n * WAN, pays: 1600n * WAN },
];

describe("funds handed down", () => {
  it("8000 from the centre are 7100 paid, 500 in the province and 400 in the prefecture", () => {
    const accounts = post(GOLDEN);
    expect([accounts.get("220000"), accounts.get("222400"), accounts.get("PAYEES")]).toEqual([
      ...[500n * WAN, 400n * WAN, 7100n * WAN],
    ]);
    expect(whole(GOLDEN)).toEqual({ issued: 8000n * WAN, paid: 7100n * WAN, balance: 900n * WAN, inTransit: 0n });
    expect(told(GOLDEN)).toMatchObject({ ...whole(GOLDEN), difference: 0n });
  });

  it("a county that adds 200 of its own spends 2700, and the centre's 8000 stay 8000", () => {
    const own: readonly Step[] = [{ to: "222403 own", amount: 200n * WAN, pays: 200n * WAN }];
    expect(post([...GOLDEN, ...own]).get("PAYEES")).toBe(7300n * WAN);
    expect(2500n * WAN + told(own).paid).toBe(2700n * WAN);
    expect(told(GOLDEN)).toMatchObject({ issued: 8000n * WAN, difference: 0n });
  });

  it("agrees for five hundred trees of chance, money on its way and accounts overdrawn among them", () => {
    let state = 20260928;
    const chance = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    let [transit, overdrawn] = [0, 0];
    for (let tree = 0; tree < 500; tree += 1) {
      const steps: Step[] = [{ to: "P0", amount: BigInt(1 + chance(900_000)) }];
      for (let place = 1; place < 2 + chance(7); place += 1) {
        const amount = BigInt(chance(300_000));
        steps.push({
          ...{ to: `P${place}`, from: `P${chance(place)}`, amount, pays: BigInt(chance(200_000)) },
          // All of it or nothing yet: what arrives in part is no money on its way but a difference (B2).
          arrived: chance(5) === 0 ? 0n : amount,
        });
      }
      const expected = whole(steps);
      if (expected.inTransit > 0n) transit += 1;
      if (rowsOf(steps).some(({ id }) => (post(steps).get(id) ?? 0n) < 0n)) overdrawn += 1;
      const found = told(steps);
      expect({ tree, ...expected, difference: 0n }).toEqual({
        ...{ tree, issued: found.issued, paid: found.paid, balance: found.balance },
        ...{ inTransit: found.inTransit, difference: found.difference },
      });
      const [accounts] = found.rules;
      expect(accounts!.ok).toBe(!rowsOf(steps).some(({ id }) => (post(steps).get(id) ?? 0n) < 0n));
    }
    expect([transit > 50, overdrawn > 50]).toEqual([true, true]);
  });
});
