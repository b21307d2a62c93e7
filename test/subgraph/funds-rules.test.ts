/** Each rule of the ledger is told where it is broken: faulty rows are written, and the reconciliation names them with the difference. */
import { startFunds, type FundsUnderTest } from "./support/funds.js";

const LINEAGE = "测财指〔2026〕7号";
const PERSON = "test-person-1";
const AGENCY = "11990101MB9000015E";

let funds: FundsUnderTest;
let movement = 990_000;
beforeAll(async () => {
  funds = await startFunds();
  await funds.db.raw(
    `insert into indicators (indicator_no, fiscal_year, fund_name, policy_code, book, direct, function_code, source_level, amount_fen, issued_on, received_on, to_division, agency_division, state)
     values (?, 2026, '测试', 'FP-GD', 'GENERAL', 'NOT_DIRECT', '2130122', 'CENTRAL', 100000000, '2026-03-01', '2026-03-02', '222401', '220000', 'IN_EXECUTION')`,
    [LINEAGE],
  );
  await allocate("FA-RULES", null);
  await move("ALLOCATE_DOWN", "FA-RULES", "CENTRAL", "TRANSIT", 100_000_000, "2026-03-01");
  await move("RECEIVE", "FA-RULES", "TRANSIT", "222401", 100_000_000, "2026-03-02");
});
afterAll(() => funds.stack.stop());

const allocate = (id: string, project: string | null): Promise<unknown> =>
  funds.db.raw(
    `insert into allocations (id, indicator_no, lineage, parent_id, is_head, from_division, to_division, to_project_code, recipient_division, amount_fen, method, decided_on)
     values (?, ?, ?, ?, ?, null, ?, ?, '222401', 100, 'ACTUAL', '2026-03-01')`,
    [
      id,
      LINEAGE,
      LINEAGE,
      project === null ? null : "FA-RULES",
      project === null,
      project === null ? "222401" : null,
      project,
    ] as string[],
  );

const move = async (
  kind: string,
  allocation: string,
  giver: string,
  receiver: string,
  fen: number,
  on: string,
): Promise<number> => {
  movement += 1;
  const leg = (direction: string, account: string): string =>
    `(${movement}, '${direction}', '${account}', '${LINEAGE}', '${allocation}', ${fen}, '${kind}', '${on}')`;
  await funds.db.raw(
    `insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on) values ${leg("CREDIT", giver)}, ${leg("DEBIT", receiver)}`,
  );
  return movement;
};

/** A payment; `fen` is what it says, `booked` what the book has. */
const pay = async (
  no: string,
  allocation: string,
  account: string,
  fen: number,
  on: string,
  booked = fen,
): Promise<void> => {
  const id = await move("PAY", allocation, account, "PAYEES", booked, on);
  await funds.db.raw(
    `insert into payments (payment_no, allocation_id, movement_id, policy_code, payee_kind, payee_count, payer_id, agency_uscc, division_code, amount_fen, function_code, pay_mode, paid_on)
     values (?, ?, ?, 'FP-GD', 'BATCH', 9, 'CN-USCC-${AGENCY}', '${AGENCY}', '222401', ?, '2130122', 'TREASURY_DIRECT', ?)`,
    [no, allocation, String(id), String(fen), on],
  );
};

interface Line {
  readonly hash: string;
  readonly quantity: string;
  readonly fen: number;
}

/** A batch of 90.50 yuan a mu, posted from 6 to 14 May 2026. */
const batch = async (no: string, period: string, lines: readonly Line[], payment?: string): Promise<void> => {
  const total = lines.reduce((sum, { fen }) => sum + fen, 0);
  await funds.db.raw(
    `insert into subsidy_batches (batch_no, policy_code, allocation_id, agency_id, agency_uscc, division_code, village_code, period, declared_count, declared_fen, publicity_from, publicity_to, payment_no)
     values (?, 'FP-GD', 'FA-RULES', 'CN-USCC-${AGENCY}', '${AGENCY}', '222401', '222401100212', ?, ?, ?, '2026-05-06', '2026-05-14', ?)`,
    [no, period, lines.length, total, payment ?? null] as string[],
  );
  for (const [index, { hash, quantity, fen }] of lines.entries())
    await funds.db.raw(
      `insert into subsidy_lines (batch_no, line_no, recipient_name, recipient_hash, quantity, unit, standard_fen, amount_fen) values (?, ?, '测试', ?, ?, '亩', 9050, ?)`,
      [no, index + 1, hash, quantity, fen] as string[],
    );
};

/** The broken rules, as id, difference and description. */
const broken = async (viewer: Parameters<typeof funds.ask>[1] = "anonymous"): Promise<[string, string, string][]> => {
  const { budgetIndicator } = await funds.ask(
    `{ budgetIndicator(indicatorNo: "${LINEAGE}") { reconciliation { rules { id ok difference description } } } }`,
    viewer,
  );
  return budgetIndicator.reconciliation.rules
    .filter(({ ok }: { ok: boolean }) => !ok)
    .map(({ id, difference, description }: Record<string, string>) => [id, difference, description]);
};

describe("a broken rule", () => {
  // Each test breaks one rule more; later ones see those of earlier ones, so that all can be told at once.
  const before: string[] = [];
  const newlyBroken = async (): Promise<[string, string, string][]> => {
    const found = (await broken()).filter(([id]) => !before.includes(id));
    before.push(...found.map(([id]) => id));
    return found;
  };

  it("is none while the book is right", async () => {
    await batch("R-0", "T0", [{ hash: "test-person-0", quantity: "1", fen: 9_050 }]);
    expect(await broken()).toEqual([]);
  });

  it("B3 tells what was paid above a contract, over all lineages", async () => {
    await funds.db.raw(
      `insert into fund_projects (project_code, name, category, policy_code, division_code, period_from, owner_id, contract_fen, progress, state, search)
       values ('XM-RULES', '测试', 'INDUSTRY', 'FP-GD', '222401', '2026-03-01', 'CN-USCC-${AGENCY}', 40000, 10, 'STARTED', '')`,
    );
    await allocate("FA-RULES-P", "XM-RULES");
    await move("ASSIGN_PROJECT", "FA-RULES-P", "222401", "PROJECT:XM-RULES", 60_000, "2026-03-10");
    await pay("ZF-R-P", "FA-RULES-P", "PROJECT:XM-RULES", 40_001, "2026-04-10");
    expect(await newlyBroken()).toEqual([["B3", "0.01", "XM-RULES was paid 0.01 above its contract"]]);
    await funds.db("fund_projects").where("project_code", "XM-RULES").update({ contract_fen: 60_000 });
    before.length = 0;
    expect(await newlyBroken()).toEqual([]);
    // Out of an account that is not the project's: assigned = paid + balance no longer holds.
    await pay("ZF-R-Q", "FA-RULES-P", "222401", 500, "2026-04-12");
    expect(await newlyBroken()).toEqual([["B3", "5.00", "XM-RULES differs from its account by 5.00"]]);
  });

  it("B4 tells by how much lines and payment differ, and lines and quantity times standard", async () => {
    await pay("ZF-R-1", "FA-RULES", "222401", 18_200, "2026-05-20");
    await batch(
      "R-1",
      "T1",
      [
        { hash: PERSON, quantity: "1", fen: 9_050 },
        { hash: "test-person-2", quantity: "1", fen: 9_051 },
      ],
      "ZF-R-1",
    );
    expect(await newlyBroken()).toEqual([
      [
        "B4",
        "1.00",
        "R-1 is of 182.00 and its lines of 181.01, difference 0.99; lines of R-1 differ from quantity × standard by 0.01",
      ],
    ]);
  });

  it("B7 tells how many were paid again, and how much too much, without saying who", async () => {
    await pay("ZF-R-2", "FA-RULES", "222401", 27_150, "2026-05-20");
    await batch("R-2", "T1", [{ hash: PERSON, quantity: "3", fen: 27_150 }], "ZF-R-2");
    const found = await newlyBroken();
    // One household: neither batch nor amount nor number, but that there is something.
    expect(found).toEqual([["B7", "0.00", "groups of fewer than five are not shown"]]);
    for (const viewer of ["citizen-1", "agent-1", "officer-2", "app-partner"] as const)
      expect((await broken(viewer)).find(([id]) => id === "B7")).toEqual(found[0]);
    for (const viewer of ["supervisor-1", "auditor-1"] as const) {
      const [, difference, told] = (await broken(viewer)).find(([id]) => id === "B7")!;
      expect(difference).toBe("181.00");
      expect(told).toContain("R-2: 1 paid more than once");
      expect(told).not.toContain(PERSON);
    }
    // A line that the bank sent back was not paid.
    await funds.db("subsidy_lines").where({ batch_no: "R-2" }).update({ returned_on: "2026-05-25" });
    expect((await broken()).some(([id]) => id === "B7")).toBe(false);
    await funds.db("subsidy_lines").where({ batch_no: "R-2" }).update({ returned_on: null });
  });

  it("B8 tells what was paid on the last day of the notice, and not the day after", async () => {
    await pay("ZF-R-3", "FA-RULES", "222401", 9_050, "2026-05-14");
    await batch("R-3", "T3", [{ hash: "test-person-3", quantity: "1", fen: 9_050 }], "ZF-R-3");
    await pay("ZF-R-4", "FA-RULES", "222401", 9_050, "2026-05-15");
    await batch("R-4", "T4", [{ hash: "test-person-4", quantity: "1", fen: 9_050 }], "ZF-R-4");
    expect(await newlyBroken()).toEqual([["B8", "90.50", "R-3 was paid on 2026-05-14, its notice ends on 2026-05-14"]]);
    // A notice of three days does not make it lawful: seven working days from 6 May end on the 14th.
    await funds.db("subsidy_batches").where("batch_no", "R-3").update({ publicity_to: "2026-05-09" });
    expect((await broken()).find(([id]) => id === "B8")?.[2]).toContain("its notice ends on 2026-05-14");
  });

  it("B9 tells published amounts that are not those of the book", async () => {
    await pay("ZF-R-5", "FA-RULES", "222401", 700, "2026-05-21", 650);
    await funds.db("fund_announcements").insert({
      ...{ id: "GS-RULES", kind: "AFTER", level: "COUNTY", title: "测试", policy_code: "FP-GD", indicator_no: LINEAGE },
      ...{
        division_code: "222401",
        amount_fen: 99_999_999,
        published_on: "2026-03-10",
        channel: "网站",
        objections: 0,
      },
    });
    expect(await newlyBroken()).toEqual([
      ["B9", "0.51", "GS-RULES says 999999.99 and the book 1000000.00; ZF-R-5 says 7.00 and the book 6.50"],
    ]);
  });

  it("is told of the policy's year too, and of that part alone which reaches a village", async () => {
    const { fundPolicy } = await funds.ask(
      `{ fundPolicy(policyCode: "FP-GD") { reconciliation(year: 2026) { rules { id ok difference } } other: reconciliation(year: 2025) { rules { id ok } } } }`,
    );
    const failing = fundPolicy.reconciliation.rules.filter(({ ok }: { ok: boolean }) => !ok);
    expect(failing.map(({ id }: { id: string }) => id)).toEqual(["B3", "B4", "B7", "B8", "B9"]);
    expect(fundPolicy.other.rules.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    const { fundPolicy: there } = await funds.ask(
      `{ fundPolicy(policyCode: "FP-GD") { away: reconciliation(year: 2026, toVillage: "222424105") { rules { id ok } } here: reconciliation(year: 2026, toVillage: "222401100") { rules { id ok } } } }`,
    );
    expect(there.away.rules.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    expect(there.here.rules.every(({ ok }: { ok: boolean }) => ok)).toBe(false);
  });
});
