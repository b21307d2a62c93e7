/** Funds add up: the golden example and every reconciliation against independent SQL, and the guards of the book. */
import { GOLDEN, RECONCILIATION, startFunds, yuan, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

const ask: FundsUnderTest["ask"] = (...asked) => funds.ask(...asked);
const rows: FundsUnderTest["rows"] = (...asked) => funds.rows(...asked);

const TODAY = "2026-09-28";

describe("economic codes", () => {
  const NAMES = `{ govEconCode govEconName deptEconCode deptEconName }`;
  const named = async (no: string) =>
    (await ask(`query($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) ${NAMES} }`, "anonymous", { no }))[
      "budgetAllotment"
    ];

  it("have the names of the year's tables, and none in a year before them", async () => {
    const [allotment] = await rows<{ no: string }>(
      `select allotment_no as no from allotments where policy_code = 'FP-DB' and fiscal_year = 2026 and state <> 'DRAFT' order by 1 limit 1`,
    );
    const codes = { govEconCode: "50901", deptEconCode: "30306" };
    expect(await named(allotment!.no)).toEqual({ ...codes, govEconName: "社会福利和救助", deptEconName: "救济费" });
    await funds.db.raw(`update allotments set fiscal_year = 2017 where allotment_no = ?`, [allotment!.no]);
    const before = await named(allotment!.no);
    await funds.db.raw(`update allotments set fiscal_year = 2026 where allotment_no = ?`, [allotment!.no]);
    expect(before).toEqual({ ...codes, govEconName: null, deptEconName: null });
  });

  it("of a payment have the name of the year of payment", async () => {
    const [batch] = await rows<{ no: string }>(
      `select payment_no as no from subsidy_batches where batch_no = 'GD-2025-222401101201'`,
    );
    const { payment } = await ask(
      `query($no: ID!) { payment(paymentNo: $no) { deptEconCode deptEconName } }`,
      "anonymous",
      {
        no: batch!.no,
      },
    );
    expect(payment).toEqual({ deptEconCode: "30310", deptEconName: "个人农业生产补贴" });
  });
});

describe("the golden example", () => {
  it("is followed down to those who received it", async () => {
    const { budgetAllotment } = await ask(
      `query($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) {
        allotmentNo amount sourceLevel functionCode functionName fromDivision { code } toDivision { code } policy { policyCode }
        downstream(depth: 4, first: 20) { nodes { amount paid passedOn balance from { code }
          recipient { ... on Division { code } ... on Organization { id } ... on FundProject { projectCode } } } pageInfo { hasNextPage } } } }`,
      "anonymous",
      { no: "吉财农指(2026) 35号" },
    );
    expect(budgetAllotment).toMatchObject({
      allotmentNo: GOLDEN,
      amount: "80000000.00",
      sourceLevel: "CENTRAL",
      functionName: "生产发展",
      fromDivision: null,
      toDivision: { code: "220000" },
      policy: { policyCode: "FP-XC" },
    });
    const line = (from: string, to: string, ...amounts: string[]) => {
      const [amount, paid, passedOn, balance] = amounts.map((wan) => `${wan}${wan === "0" ? "" : "0000"}.00`);
      const recipient = to.startsWith("CN") ? { id: to } : to.startsWith("XM") ? { projectCode: to } : { code: to };
      return { from: { code: from }, recipient, amount, paid, passedOn, balance };
    };
    expect(budgetAllotment.downstream.nodes).toEqual(
      [
        { ...line("220000", "220100", "3000", "0", "0", "3000") },
        { ...line("220000", "222400", "4500", "0", "4100", "400") },
        { ...line("222400", "222403", "2500", "0", "2500", "0") },
        { ...line("222400", "222404", "1600", "0", "600", "1000") },
        { ...line("222403", "XM-222403-2026-001", "1500", "1500", "0", "0") },
        { ...line("222403", "XM-222403-2026-002", "1000", "1000", "0", "0") },
        { ...line("222404", "CN-USCC-12990101MB90000236", "600", "450", "0", "150") },
      ].map(({ amount, paid, passedOn, balance, ...rest }) => ({ ...rest, amount, paid, passedOn, balance })),
    );
  });

  it("adds up by an account of it that reads accounts, not allocations", async () => {
    const { budgetAllotment } = await ask(`{ budgetAllotment(allotmentNo: "${GOLDEN}") { ${RECONCILIATION} } }`);
    const balances = await rows<{ account: string; balance: bigint }>(
      `select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as balance
       from postings where lineage = ? group by account order by account`,
      [GOLDEN],
    );
    expect(Object.fromEntries(balances.map(({ account, balance }) => [account, yuan(balance)]))).toMatchObject({
      CENTRAL: "-80000000.00",
      "220000": "5000000.00",
      "220100": "30000000.00",
      "222400": "4000000.00",
      "222403": "0.00",
    });
    const of = (account: string): bigint => balances.find((row) => row.account === account)?.balance ?? 0n;
    const held = balances
      .filter(({ account }) => /^(\d{6}|CN-|PROJECT:)/.test(account))
      .reduce((sum, row) => sum + row.balance, 0n);
    expect(budgetAllotment.reconciliation).toMatchObject({
      asOf: TODAY,
      issued: yuan(-of("CENTRAL")),
      paid: yuan(of("PAYEES")),
      balance: yuan(held),
      inTransit: "0.00",
      difference: "0.00",
      transit: [],
    });
    expect(budgetAllotment.reconciliation.rules.map(({ id, ok }: { id: string; ok: boolean }) => [id, ok])).toEqual([
      ["B1", true],
      ["B2", true],
      ["B3", true],
      ["B4", true],
      ["B5", true],
      ["B6", true],
      ["B7", true],
      ["B8", true],
      ["B9", true],
    ]);
  });

  it("keeps the county's own money apart: 2700 are spent, lineage A still makes up 8000", async () => {
    const spent = await rows<{ lineage: string; paid: bigint }>(
      `select p.lineage, sum(p.amount_fen)::bigint as paid from postings p join allocations a on a.id = p.allocation_id
       where p.kind = 'PAY' and p.direction = 'CREDIT' and a.from_division = '222403' and p.lineage in (?, ?)
       group by p.lineage order by p.lineage`,
      [GOLDEN, "敦财农指〔2026〕18号"],
    );
    expect(spent.map(({ paid }) => paid).sort()).toEqual([200_000_000n, 2_500_000_000n]);
    const { budgetAllotment } = await ask(
      `{ budgetAllotment(allotmentNo: "敦财农指〔2026〕18号") { transferType upstream { allotmentNo } ${RECONCILIATION} } }`,
    );
    expect(budgetAllotment).toMatchObject({
      transferType: null,
      upstream: null,
      reconciliation: { issued: "2000000.00", paid: "2000000.00", balance: "0.00", difference: "0.00" },
    });
  });
});

describe("reconciliation", () => {
  it("is that of independent SQL for every lineage, and only the deliberate mismatch differs", async () => {
    const expected = await rows<{ lineage: string; issued: bigint; paid: bigint; held: bigint; carried: bigint }>(
      `select lineage,
         coalesce(sum(amount_fen) filter (where direction = 'CREDIT' and kind in ('ALLOCATE_DOWN', 'ADJUST') and (account in ('CENTRAL', 'CARRIED') or account like 'REVENUE:%')), 0)::bigint as issued,
         coalesce(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) filter (where account = 'PAYEES'), 0)::bigint as paid,
         coalesce(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) filter (where account ~ '^([0-9]|CN-|PROJECT:)'), 0)::bigint as held,
         coalesce(sum(amount_fen) filter (where kind = 'CARRY_OVER' and direction = 'DEBIT'), 0)::bigint as carried
       from postings where occurred_on <= ? group by lineage`,
      [TODAY],
    );
    const found = new Map<string, Record<string, string>>();
    for (let after: string | undefined; ;) {
      const { budgetAllotments } = await ask(
        `query($after: String) { budgetAllotments(first: 100, after: $after) { nodes { allotmentNo upstream { allotmentNo } ${RECONCILIATION} }
          pageInfo { hasNextPage endCursor } } }`,
        "anonymous",
        { after },
      );
      for (const node of budgetAllotments.nodes)
        if (node.upstream === null) found.set(node.allotmentNo, node.reconciliation);
      if (!budgetAllotments.pageInfo.hasNextPage) break;
      after = budgetAllotments.pageInfo.endCursor;
    }
    expect(found.size).toBe(expected.length);
    for (const { lineage, issued, paid, held, carried } of expected) {
      expect([lineage, found.get(lineage)]).toEqual([
        lineage,
        expect.objectContaining({
          issued: yuan(issued),
          paid: yuan(paid),
          balance: yuan(held),
          carriedOver: yuan(carried),
        }),
      ]);
    }
    const differing = [...found].filter(([, { difference }]) => difference !== "0.00").map(([number]) => number);
    expect(differing).toEqual(["吉财教指〔2026〕41号"]);
  });

  it("lists the deliberate mismatch with its difference", async () => {
    const { budgetAllotment } = await ask(
      `{ budgetAllotment(allotmentNo: "吉财教指〔2026〕41号") { ${RECONCILIATION} } }`,
    );
    const [edge] = await rows<{ id: string }>(
      `select a.id from allocations a where a.to_division = '222406' and a.lineage = '吉财教指〔2026〕41号'`,
    );
    const rule = (id: string) => budgetAllotment.reconciliation.rules.find((entry: { id: string }) => entry.id === id);
    expect(budgetAllotment.reconciliation).toMatchObject({ difference: "20000.00", inTransit: "0.00" });
    expect(rule("B2")).toEqual({
      id: "B2",
      ok: false,
      difference: "20000.00",
      description: `${edge!.id} sent 1200000.00 and received 1180000.00, difference 20000.00.`,
    });
    expect([rule("B5").ok, rule("B1").ok]).toEqual([false, true]);
  });

  it("lists money on its way with its age, and alerts after 30 days", async () => {
    const { budgetAllotment } = await ask(
      `{ budgetAllotment(allotmentNo: "吉财社指〔2026〕52号") { ${RECONCILIATION} } }`,
    );
    expect(budgetAllotment.reconciliation).toMatchObject({
      inTransit: "4700000.00",
      difference: "0.00",
      transit: [
        { amount: "3200000.00", since: "2026-07-31", days: 59, overdue: true },
        { amount: "1500000.00", since: "2026-09-15", days: 13, overdue: false },
      ],
    });
    expect(budgetAllotment.reconciliation.rules[1]).toMatchObject({ id: "B2", ok: false, difference: "3200000.00" });
  });

  it("of a policy's year is the sum of its lineages", async () => {
    const { fundPolicy } = await ask(
      `{ fundPolicy(policyCode: "FP-XC") { reconciliation(year: 2026) { issued paid difference } } }`,
    );
    const [expected] = await rows<{ issued: bigint; paid: bigint }>(
      `select sum(p.amount_fen) filter (where (p.account in ('CENTRAL', 'CARRIED') and p.direction = 'CREDIT') or p.account like 'REVENUE:%')::bigint as issued,
         sum(case when p.account <> 'PAYEES' then 0 when p.direction = 'DEBIT' then p.amount_fen else -p.amount_fen end)::bigint as paid
       from postings p join allotments i on i.allotment_no = p.lineage where i.policy_code = 'FP-XC' and i.fiscal_year = 2026`,
    );
    expect(fundPolicy.reconciliation).toEqual({
      issued: yuan(expected!.issued),
      paid: yuan(expected!.paid),
      difference: "0.00",
    });
  });

  it("of an allotment within another's money is that of its part", async () => {
    const { budgetAllotment } = await ask(
      `{ budgetAllotment(allotmentNo: "延州财农指〔2026〕12号") { upstream { allotmentNo } ${RECONCILIATION} } }`,
    );
    expect(budgetAllotment).toMatchObject({
      upstream: { allotmentNo: "吉财农指〔2026〕36号" },
      reconciliation: { issued: "4000000.00", paid: "1000000.00", balance: "3000000.00", difference: "0.00" },
    });
  });
});

describe("the book", () => {
  const [columns, golden] = [
    "(movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on)",
    `'${GOLDEN}', 'FA-000001'`,
  ];

  it("refuses a movement whose legs differ, and any change", async () => {
    const leg = (direction: string, fen: number): string =>
      `(990001, '${direction}', '220000', ${golden}, ${fen}, 'PAY', '2026-09-01')`;
    await expect(
      funds.db.raw(`insert into postings ${columns} values ${leg("DEBIT", 2)}, ${leg("CREDIT", 1)}`),
    ).rejects.toThrow(/same amount/);
    await expect(funds.db.raw(`insert into postings ${columns} values ${leg("DEBIT", 2)}`)).rejects.toThrow(
      /same amount/,
    );
    await expect(funds.db.raw("update postings set amount_fen = 1 where movement_id = 1")).rejects.toThrow(
      /new movement/,
    );
    await expect(funds.db.raw("delete from postings where movement_id = 1")).rejects.toThrow(/new movement/);
  });

  it("shows an overdrawn account and an unknown code", async () => {
    const number = "测财指〔2026〕1号";
    await funds.db.raw(
      `insert into allotments (allotment_no, fiscal_year, fund_name, budget_category, direct, function_code, source_level, amount_fen, issued_on, to_division, agency_division, state)
       values (?, 2026, '测试', 'GENERAL', 'NOT_DIRECT', '2130998', 'CENTRAL', 100, '2026-09-01', '220000', '220000', 'ISSUED')`,
      [number],
    );
    await funds.db.raw(
      `insert into allocations (id, allotment_no, lineage, is_head, to_division, recipient_division, amount_fen, method, decided_on)
       values ('FA-TEST', ?, ?, true, '220000', '220000', 100, 'ACTUAL', '2026-09-01')`,
      [number, number],
    );
    const move = (id: number, kind: string, from: string, to: string, fen: number): string =>
      [`'CREDIT', '${from}'`, `'DEBIT', '${to}'`]
        .map((leg) => `(${id}, ${leg}, '${number}', 'FA-TEST', ${fen}, '${kind}', '2026-09-01')`)
        .join(", ");
    await funds.db.raw(
      `insert into postings ${columns} values ${move(990002, "ALLOCATE_DOWN", "CENTRAL", "TRANSIT", 100)}, ${move(990003, "RECEIVE", "TRANSIT", "220000", 100)}, ${move(990004, "PAY", "220000", "PAYEES", 130)}`,
    );
    const { budgetAllotment } = await ask(
      `{ budgetAllotment(allotmentNo: "${number}") { functionName ${RECONCILIATION} } }`,
    );
    expect(budgetAllotment.functionName).toBeNull();
    expect(budgetAllotment.reconciliation).toMatchObject({ balance: "-0.30", paid: "1.30", difference: "0.00" });
    expect(
      budgetAllotment.reconciliation.rules.map((rule: { id: string; ok: boolean; difference: string }) => [
        rule.id,
        rule.ok,
        rule.difference,
      ]),
    ).toEqual([
      ["B1", false, "0.30"],
      ["B2", true, "0.00"],
      ["B3", true, "0.00"],
      ["B4", true, "0.00"],
      ["B5", true, "0.00"],
      ["B6", false, "1.00"],
      ["B7", true, "0.00"],
      ["B8", true, "0.00"],
      ["B9", true, "0.00"],
    ]);
  });
});
