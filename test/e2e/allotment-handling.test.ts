/** Allotments through the gateway: the golden example by verbs, who may do what, what is refused with which rule, and that no fen is lost. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { actOnAllotment, allotmentAfter, newNumber, TERMS } from "../support/verbs/funds.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const INPUT_OF: Readonly<Record<string, string>> = {
  draftAllotment: "DraftAllotmentInput",
  assignAllotment: "AssignAllotmentInput",
  addToAllotment: "MoveAllotmentInput",
  reclaimAllotment: "MoveAllotmentInput",
  recallAllotment: "RecallAllotmentInput",
  reopenAllotment: "ReasonedAllotmentInput",
};

/** Does a verb as a viewer. */
const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${INPUT_OF[verb] ?? "AllotmentStepInput"}!) { done: ${verb}(input: $input) {
       allotment { allotmentNo state version allowedActions amount issuedOn receivedOn } } }`,
    { viewer, variables: { input } },
  );

const refusal = ({ body }: Answer): unknown => ({ done: body.data?.done, ...body.errors?.[0]?.extensions });

const doneOf = ({ body }: Answer): { allotmentNo: string; version: number; [key: string]: unknown } => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.allotment;
};

/** What the book holds of a lineage by account. */
const balances = async (lineage: string): Promise<Record<string, bigint>> => {
  const { rows } = (await stack.databases["funds"]!.raw(
    `select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen
     from postings where lineage = ? group by account order by account`,
    [lineage],
  )) as { rows: { account: string; fen: bigint }[] };
  return Object.fromEntries(rows.filter(({ fen }) => fen !== 0n).map(({ account, fen }) => [account, fen]));
};

const count = async (table: string): Promise<bigint> =>
  ((await stack.databases["funds"]!(table).count("* as n")) as { n: bigint }[])[0]!.n;

/** Drafts, issues and receives an allotment. */
const passOn = async (
  issuer: string,
  receiver: string,
  input: { readonly allotmentNo: string; readonly [key: string]: unknown },
): Promise<void> => {
  const { allotmentNo } = input;
  await actOnAllotment(stack, "draftAllotment", { fundName: "试验资金", ...input }, issuer);
  await actOnAllotment(stack, "issueAllotment", { allotmentNo, expectedVersion: 1 }, issuer);
  await actOnAllotment(stack, "receiveAllotment", { allotmentNo, expectedVersion: 2 }, receiver);
};

const wan = (amount: bigint): bigint => amount * 1_000_000n;

describe("the golden example by verbs", () => {
  const [top, prefecture, dunhua, hunchun, match] = Array.from({ length: 5 }, newNumber) as [
    ...[string, string, string, string, string],
  ];

  it("goes from the centre to two counties, and every account holds what it should", async () => {
    const central = { ...TERMS, central: true, transferType: "EARMARKED" };
    await passOn("finance-1", "finance-1", { allotmentNo: top, amount: "80000000.00", terms: central });
    const below = { upstreamNo: top, toDivision: "222400" };
    await passOn("finance-1", "finance-2", { allotmentNo: prefecture, amount: "45000000", ...below });
    const counties = { upstreamNo: prefecture };
    await passOn("finance-2", "finance-3", {
      ...{ allotmentNo: dunhua, amount: "25000000", ...counties, toDivision: "222403" },
    });
    await passOn("finance-2", "finance-4", {
      ...{ allotmentNo: hunchun, amount: "16000000", ...counties, toDivision: "222404" },
    });
    // 222403 adds 200 of its own, which is another lineage.
    await passOn("finance-3", "finance-3", { allotmentNo: match, amount: "2000000", terms: TERMS });
    expect(await balances(top)).toEqual({
      CENTRAL: -wan(8_000n),
      "220000": wan(3_500n),
      "222400": wan(400n),
      "222403": wan(2_500n),
      "222404": wan(1_600n),
    });
    expect(await balances(match)).toEqual({ "REVENUE:222403": -wan(200n), "222403": wan(200n) });
  });

  it("adds up by every rule, and tells who did it", async () => {
    const { body } = await stack.ask(
      `query ($top: DocumentNumber!, $prefecture: DocumentNumber!) {
        top: budgetAllotment(allotmentNo: $top) { state version sourceLevel history { event to part agency }
          reconciliation { issued paid balance inTransit difference rules { id ok } } }
        prefecture: budgetAllotment(allotmentNo: $prefecture) { state functionCode upstream { allotmentNo } } }`,
      { variables: { top, prefecture } },
    );
    expect(body.errors).toBeUndefined();
    const { reconciliation, ...told } = body.data.top;
    expect(told).toEqual({
      ...{ state: "DECOMPOSED", version: 4, sourceLevel: "CENTRAL" },
      history: [
        ["BEGIN", "DRAFT"],
        ["ISSUE", "ISSUED"],
        ["RECEIVE", "RECEIVED"],
        ["DIVIDE", "DECOMPOSED"],
      ].map(([event, to]) => ({ event, to, part: "OFFICER", agency: "11990101MB0001134J" })),
    });
    expect(reconciliation).toMatchObject({
      ...{ issued: "80000000.00", paid: "0.00", balance: "80000000.00", inTransit: "0.00", difference: "0.00" },
    });
    expect(reconciliation.rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
    expect(body.data.prefecture).toEqual({
      ...{ state: "DECOMPOSED", functionCode: "2130504", upstream: { allotmentNo: top } },
    });
  });

  it("spends 2,700 in 222403 of both lineages, and the first still sums to 8,000", async () => {
    const project = { projectCode: "XM-222403-2026-001" };
    for (const [allotmentNo, amount] of [
      [dunhua, "25000000"],
      [match, "2000000"],
    ])
      await actOnAllotment(stack, "assignAllotment", {
        ...{ allotmentNo, expectedVersion: 3, amount, ...project, organization: null },
      });
    expect(await balances(top)).toMatchObject({ "PROJECT:XM-222403-2026-001": wan(2_500n), CENTRAL: -wan(8_000n) });
    expect(await balances(match)).toMatchObject({ "PROJECT:XM-222403-2026-001": wan(200n) });
  });
});

describe("an allotment", () => {
  it("is a draft that others do not find, then issued, received and emptied", async () => {
    const allotmentNo = newNumber();
    const drafted = doneOf(
      await act("finance-3", "draftAllotment", { allotmentNo, fundName: "试验", amount: "100", terms: TERMS }),
    );
    expect(drafted).toMatchObject({ state: "DRAFT", version: 1, allowedActions: ["ISSUE"], amount: "100.00" });
    expect(refusal(await act("finance-2", "issueAllotment", { allotmentNo, expectedVersion: 1 }))).toEqual(
      expect.objectContaining({ done: null, code: "NOT_FOUND" }),
    );
    expect(doneOf(await act("finance-3", "issueAllotment", { allotmentNo, expectedVersion: 1 }))).toMatchObject({
      ...{ state: "ISSUED", issuedOn: "2026-09-28", receivedOn: null, allowedActions: ["RECEIVE"] },
    });
    expect(await balances(allotmentNo)).toMatchObject({ TRANSIT: 10_000n });
    expect(doneOf(await act("finance-3", "receiveAllotment", { allotmentNo, expectedVersion: 2 }))).toMatchObject({
      ...{ state: "RECEIVED", receivedOn: "2026-09-28" },
      allowedActions: ["DIVIDE", "EXECUTE", "RECALL", "RECLAIM", "ADJUST", "CLOSE"],
    });
    const move = { allotmentNo, reasons: "年中调整" };
    doneOf(await act("finance-3", "addToAllotment", { ...move, expectedVersion: 3, amount: "0.01" }));
    doneOf(await act("finance-3", "reclaimAllotment", { ...move, expectedVersion: 4, amount: "100.01" }));
    expect(await balances(allotmentNo)).toEqual({});
    expect(doneOf(await act("finance-3", "closeAllotment", { allotmentNo, expectedVersion: 5 }))).toMatchObject({
      ...{ state: "CLOSED", version: 6, allowedActions: ["REOPEN"] },
    });
    const { body } = await stack.ask(
      `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { adjustments { kind amount } history { event reason } } }`,
      { variables: { no: allotmentNo } },
    );
    expect(body.data.budgetAllotment.adjustments).toEqual([
      { kind: "ADDED", amount: "0.01" },
      { kind: "TAKEN_BACK", amount: "100.01" },
    ]);
    expect(body.data.budgetAllotment.history.at(-2)).toEqual({ event: "RECLAIM", reason: "年中调整" });
  });

  it("is carried over on the last day of its year, not before, and then holds nothing", async () => {
    const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    const asked = { allotmentNo, expectedVersion: version };
    expect(refusal(await act("finance-3", "carryOverAllotment", asked))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "YEAR_RUNS", basis: "预算法 第四十二条（条款未经原文核实）" },
    });
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ fiscal_year: 2025 });
    doneOf(await act("finance-3", "carryOverAllotment", asked));
    expect(await balances(allotmentNo)).toEqual({ "REVENUE:222403": -10_000n, CARRIED: 10_000n });
    expect(
      refusal(await act("finance-3", "carryOverAllotment", { allotmentNo, expectedVersion: version + 1 })),
    ).toMatchObject({ code: "RULE_VIOLATION", reason: "OVERDRAWN" });
  });
});

it("the draft of the demonstration is issued by its prefecture, out of what reached it without a document of its own", async () => {
  const allotmentNo = "延州财农指〔2026〕61号";
  const before = await balances("吉财农指〔2026〕35号");
  expect(doneOf(await act("finance-2", "issueAllotment", { allotmentNo, expectedVersion: 1 }))).toMatchObject({
    ...{ state: "ISSUED", version: 2, issuedOn: "2026-09-28" },
  });
  const moved = { "222400": before["222400"]! - wan(200n), TRANSIT: wan(200n) };
  expect(await balances("吉财农指〔2026〕35号")).toEqual({ ...before, ...moved });
});

describe("refused, with the rule, and nothing is written", () => {
  let received: { readonly allotmentNo: string; readonly version: number };
  beforeAll(async () => {
    received = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  });

  const step = (more: object = {}): object => ({
    ...{ allotmentNo: received.allotmentNo, expectedVersion: received.version, ...more },
  });

  it.each([
    ["more than is held", "reclaimAllotment", { amount: "100.01", reasons: "x" }, { reason: "OVERDRAWN" }],
    ["nothing", "reclaimAllotment", { amount: "0", reasons: "x" }, { rule: "AMOUNT" }],
    ["less than nothing", "addToAllotment", { amount: "-5", reasons: "x" }, { rule: "AMOUNT" }],
    ["three decimals", "addToAllotment", { amount: "1.005", reasons: "x" }, { rule: "VARIABLE" }],
    ["without a reason", "reclaimAllotment", { amount: "1", reasons: " " }, { reason: "REASONS_NEEDED" }],
    ["to nobody", "assignAllotment", { amount: "1" }, { rule: "RECIPIENT_REQUIRED" }],
    [
      "to a project that is not there",
      "assignAllotment",
      { amount: "1", projectCode: "?" },
      { reason: "PROJECT_UNKNOWN" },
    ],
    ["to be received twice", "receiveAllotment", {}, { reason: "STATE", state: "RECEIVED" }],
    ["closed while it holds money", "closeAllotment", {}, { reason: "BALANCE_LEFT" }],
    ["of a version that is past", "closeAllotment", { expectedVersion: 1 }, { reason: "STALE_VERSION", version: 3 }],
  ])("%s: %s", async (_name, verb, more, expected) => {
    const before = [await count("postings"), await count("transitions"), await count("allocations")];
    const answer = refusal(await act("finance-3", verb, step(more)));
    expect(answer).toMatchObject(expected);
    expect([await count("postings"), await count("transitions"), await count("allocations")]).toEqual(before);
  });

  it("by who did not issue it, or did not receive it", async () => {
    for (const [viewer, verb, more] of [
      ["finance-2", "reclaimAllotment", { amount: "1", reasons: "x" }],
      ["finance-2", "assignAllotment", { amount: "1", organization: "11990101MB9000015E" }],
      ["officer-1", "closeAllotment", {}],
    ] as const)
      expect(refusal(await act(viewer, verb, step(more)))).toMatchObject({
        ...{ code: "RULE_VIOLATION", reason: "ACTOR", next: [] },
      });
  });

  it.each([
    ["of one that is no finance department", "officer-1", {}, { reason: "FINANCE_DEPARTMENT_NEEDED" }],
    [
      "under a number that is taken",
      "finance-3",
      { allotmentNo: "吉财农指〔2026〕35号" },
      { reason: "ALLOTMENT_TAKEN" },
    ],
    [
      "of the centre's money by a county",
      "finance-3",
      { terms: { ...TERMS, central: true } },
      { reason: "FUND_SOURCE" },
    ],
    ["of another division's money", "finance-3", { toDivision: "222404" }, { reason: "FUND_SOURCE" }],
    ["of a year that is past", "finance-3", { terms: { ...TERMS, fiscalYear: 2025 } }, { rule: "YEAR" }],
    [
      "under no code of the table (B6)",
      "finance-3",
      { terms: { ...TERMS, functionCode: "999" } },
      { rule: "CODE_NOT_IN_TABLE" },
    ],
    ["without terms", "finance-3", { terms: null }, { rule: "REQUIRED" }],
    ["out of one that did not reach it", "finance-4", { upstreamNo: "敦财农指〔2026〕18号" }, { code: "NOT_FOUND" }],
    ["out of none", "finance-3", { upstreamNo: "无财指〔2026〕1号" }, { code: "NOT_FOUND" }],
    ["upwards", "finance-3", { upstreamNo: "吉财农指〔2026〕35号", toDivision: "222400" }, { reason: "NOT_BELOW" }],
    [
      "to where nobody receives",
      "finance-3",
      { upstreamNo: "吉财农指〔2026〕35号", toDivision: "222403001" },
      { reason: "RECEIVER_UNKNOWN" },
    ],
  ])("a draft %s", async (_name, viewer, more, expected) => {
    const before = await count("allotments");
    const input = { allotmentNo: newNumber(), fundName: "试验", amount: "1", terms: TERMS, ...more };
    expect(refusal(await act(viewer, "draftAllotment", input))).toMatchObject({ done: null, ...expected });
    expect(await count("allotments")).toBe(before);
  });

  it("an issue of more than the allotment above holds, though another of the same lineage holds it", async () => {
    const [first, second, third] = [newNumber(), newNumber(), newNumber()];
    for (const allotmentNo of [first, second])
      await passOn("finance-1", "finance-2", {
        ...{ allotmentNo, amount: "100", upstreamNo: "吉财农指〔2026〕35号", toDivision: "222400" },
      });
    await actOnAllotment(
      stack,
      "draftAllotment",
      { allotmentNo: third, fundName: "试验", amount: "100.01", upstreamNo: first, toDivision: "222403" },
      "finance-2",
    );
    expect(refusal(await act("finance-2", "issueAllotment", { allotmentNo: third, expectedVersion: 1 }))).toMatchObject(
      {
        ...{ code: "RULE_VIOLATION", reason: "OVERDRAWN" },
      },
    );
  });
});

it("what is taken back does not go into an allotment that is closed", async () => {
  const [above, below] = [newNumber(), newNumber()];
  await passOn("finance-2", "finance-2", { allotmentNo: above, amount: "100", terms: TERMS });
  await passOn("finance-2", "finance-3", {
    allotmentNo: below,
    amount: "100",
    upstreamNo: above,
    toDivision: "222403",
  });
  doneOf(await act("finance-2", "closeAllotment", { allotmentNo: above, expectedVersion: 4 }));
  const reclaim = { allotmentNo: below, expectedVersion: 3, amount: "1", reasons: "结余" };
  expect(refusal(await act("finance-2", "reclaimAllotment", reclaim))).toMatchObject({
    ...{ code: "RULE_VIOLATION", reason: "UPSTREAM_CLOSED" },
  });
  expect(await balances(above)).toMatchObject({ "222403": 10_000n });
  // Its own department opens it again, and the money arrives.
  const reopen = { allotmentNo: above, expectedVersion: 5, reasons: "下级收回" };
  expect(doneOf(await act("finance-2", "reopenAllotment", reopen))).toMatchObject({ state: "IN_EXECUTION" });
  doneOf(await act("finance-2", "reclaimAllotment", reclaim));
  expect(await balances(above)).toMatchObject({ "222400": 100n, "222403": 9_900n });
});

const UNIT = "11990101MB9000015E";

it("what was assigned and is not spent is recalled, no more than that, and by its own allotment alone", async () => {
  const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  const other = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  const assign = { allotmentNo, expectedVersion: version, amount: "30", organization: UNIT };
  await actOnAllotment(stack, "assignAllotment", assign);
  const step = { allotmentNo, expectedVersion: version + 1, reasons: "项目结余" };
  const part = `FA-${allotmentNo}-1`;
  for (const [more, expected] of [
    [{ allocationId: part, amount: "30.01" }, { reason: "OVERDRAWN" }],
    [{ allocationId: `FA-${allotmentNo}`, amount: "1" }, { code: "NOT_FOUND" }],
    [{ allocationId: `FA-${other.allotmentNo}`, amount: "1" }, { code: "NOT_FOUND" }],
  ] as const)
    expect(refusal(await act("finance-3", "recallAllotment", { ...step, ...more }))).toMatchObject(expected);
  doneOf(await act("finance-3", "recallAllotment", { ...step, allocationId: part, amount: "29.99" }));
  expect(await balances(allotmentNo)).toEqual({
    "REVENUE:222403": -10_000n,
    "222403": 9_999n,
    [`CN-USCC-${UNIT}`]: 1n,
  });
  const { body } = await stack.ask(
    `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { adjustments { kind } reconciliation { balance difference rules { id ok } } } }`,
    { variables: { no: allotmentNo } },
  );
  const { adjustments, reconciliation } = body.data.budgetAllotment;
  // Its amount is as it was: nothing went back to who issued it.
  expect([adjustments, reconciliation.balance, reconciliation.difference]).toEqual([[], "100.00", "0.00"]);
  expect(reconciliation.rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
});

describe("from one year into the next", () => {
  /** An allotment of the year before: 70 yuan held by the division and 30 by a unit, carried over. */
  const carriedOver = async (): Promise<string> => {
    const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    await actOnAllotment(stack, "assignAllotment", {
      ...{ allotmentNo, expectedVersion: version, amount: "30", organization: UNIT },
    });
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ fiscal_year: 2025 });
    doneOf(await act("finance-3", "carryOverAllotment", { allotmentNo, expectedVersion: version + 1 }));
    return allotmentNo;
  };
  const draft = (carriedFrom: string, amount: string, more: object = {}, viewer = "finance-3"): Promise<Answer> =>
    act(viewer, "draftAllotment", { allotmentNo: newNumber(), fundName: "上年结转", carriedFrom, amount, ...more });

  it("arrives to the fen, no more than was carried, under the same terms and rules", async () => {
    const before = await carriedOver();
    expect(await balances(before)).toEqual({ "REVENUE:222403": -10_000n, CARRIED: 10_000n });
    const { allotmentNo } = doneOf(await draft(before, "60"));
    doneOf(await act("finance-3", "issueAllotment", { allotmentNo, expectedVersion: 1 }));
    doneOf(await act("finance-3", "receiveAllotment", { allotmentNo, expectedVersion: 2 }));
    expect(await balances(allotmentNo)).toEqual({ CARRIED: -6_000n, "222403": 6_000n });
    const more = { allotmentNo, reasons: "补记" };
    expect(
      refusal(await act("finance-3", "addToAllotment", { ...more, expectedVersion: 3, amount: "40.01" })),
    ).toMatchObject({ code: "RULE_VIOLATION", reason: "CARRIED_LESS" });
    doneOf(await act("finance-3", "addToAllotment", { ...more, expectedVersion: 3, amount: "40" }));
    const { body } = await stack.ask(
      `query ($no: DocumentNumber!, $before: DocumentNumber!) {
        now: budgetAllotment(allotmentNo: $no) { fiscalYear functionCode carriedFrom { allotmentNo }
          reconciliation { issued balance difference rules { id ok } } }
        before: budgetAllotment(allotmentNo: $before) { carriedFrom { allotmentNo }
          reconciliation { issued balance carriedOver difference } } }`,
      { variables: { no: allotmentNo, before } },
    );
    expect(body.errors).toBeUndefined();
    const { reconciliation, ...now } = body.data.now;
    expect(now).toEqual({ fiscalYear: 2026, functionCode: "2130504", carriedFrom: { allotmentNo: before } });
    expect(reconciliation).toMatchObject({ issued: "100.00", balance: "100.00", difference: "0.00" });
    expect(reconciliation.rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
    expect(body.data.before).toEqual({
      carriedFrom: null,
      reconciliation: { issued: "100.00", balance: "0.00", carriedOver: "100.00", difference: "0.00" },
    });
    // What is left after two years is surplus: it is not carried over again, and goes into the division's own budget.
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ fiscal_year: 2025 });
    expect(refusal(await act("finance-3", "carryOverAllotment", { allotmentNo, expectedVersion: 4 }))).toMatchObject({
      reason: "CARRIED_BEFORE",
      basis: "预算法 第四十二条（条款未经原文核实）",
    });
    doneOf(await act("finance-3", "reclaimAllotment", { ...more, expectedVersion: 4, amount: "100" }));
    expect(await balances(allotmentNo)).toEqual({ CARRIED: -10_000n, "REVENUE:222403": 10_000n });
  });

  it("two that together are more than was carried, issued at once: one is, the other is refused", async () => {
    const before = await carriedOver();
    const drafts = [doneOf(await draft(before, "60")), doneOf(await draft(before, "60"))];
    const answers = await Promise.all(
      drafts.map(({ allotmentNo }) => act("finance-3", "issueAllotment", { allotmentNo, expectedVersion: 1 })),
    );
    expect(answers.map((answer) => (answer.body.errors ? refusal(answer) : "issued"))).toEqual(
      expect.arrayContaining(["issued", expect.objectContaining({ code: "RULE_VIOLATION", reason: "CARRIED_LESS" })]),
    );
  });

  it("is refused to others, of a year that runs, of nothing, elsewhere, for another purpose, and before the year ends for all", async () => {
    const before = await carriedOver();
    const running = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    // Of 2024, in 2026: what is left after two years is surplus.
    const old = await carriedOver();
    await stack.databases["funds"]!("allotments").where("allotment_no", old).update({ fiscal_year: 2024 });
    const drafted = await count("allotments");
    for (const [answer, expected] of [
      [await draft(before, "1", {}, "finance-4"), { reason: "ACTOR" }],
      [await draft(running.allotmentNo, "1"), { reason: "YEAR_RUNS" }],
      [await draft(old, "1"), { code: "RULE_VIOLATION", reason: "YEAR_OVER" }],
      [
        await act("finance-3", "draftAllotment", {
          ...{ allotmentNo: newNumber(), fundName: "试验资金", amount: "1", upstreamNo: old, toDivision: "222403" },
        }),
        { code: "RULE_VIOLATION", reason: "YEAR_OVER" },
      ],
      [await draft("无财指〔2026〕1号", "1"), { code: "NOT_FOUND" }],
      [await draft(before, "1", { toDivision: "222404" }), { rule: "TERMS_KEPT" }],
      [await draft(before, "1", { upstreamNo: "吉财农指〔2026〕35号" }), { rule: "TERMS_KEPT" }],
      [await draft(before, "1", { terms: TERMS }), { rule: "TERMS_KEPT" }],
    ] as const)
      expect(refusal(answer)).toMatchObject({ done: null, ...expected });
    expect(await count("allotments")).toBe(drafted);
  });

  it("is not carried over again by being passed on", async () => {
    const { allotmentNo: upstreamNo } = doneOf(await draft(await carriedOver(), "60"));
    doneOf(await act("finance-3", "issueAllotment", { allotmentNo: upstreamNo, expectedVersion: 1 }));
    doneOf(await act("finance-3", "receiveAllotment", { allotmentNo: upstreamNo, expectedVersion: 2 }));
    const allotmentNo = newNumber();
    await passOn("finance-3", "finance-3", { allotmentNo, amount: "50", upstreamNo, toDivision: "222403" });
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ fiscal_year: 2025 });
    expect(refusal(await act("finance-3", "carryOverAllotment", { allotmentNo, expectedVersion: 3 }))).toMatchObject({
      reason: "CARRIED_BEFORE",
    });
    const { body } = await stack.ask(
      "query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { version allowedActions } }",
      { viewer: "finance-3", variables: { no: allotmentNo } },
    );
    expect(body.data.budgetAllotment.allowedActions).toContain("DIVIDE");
    expect(body.data.budgetAllotment.allowedActions).not.toContain("CARRY_OVER");
  });

  it("takes this year's codes where its table lacks the old ones", async () => {
    const before = await carriedOver();
    await stack.databases["funds"]!("allotments").where("allotment_no", before).update({ function_code: "9999999" });
    expect(refusal(await draft(before, "1"))).toMatchObject({ rule: "CODE_NOT_IN_TABLE" });
    const { allotmentNo } = doneOf(await draft(before, "1", { terms: TERMS }));
    expect(
      await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).pluck("function_code"),
    ).toEqual([TERMS.functionCode]);
  });
});

describe("at once", () => {
  it("two assignments of more than half: one is made, the other finds another version; never below zero", async () => {
    const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    const asked = { allotmentNo, expectedVersion: version, amount: "60", organization: "11990101MB9000015E" };
    const answers = await Promise.all([1, 2].map(() => act("finance-3", "assignAllotment", asked)));
    expect(answers.map((answer) => (answer.body.errors ? refusal(answer) : "done"))).toEqual(
      expect.arrayContaining(["done", expect.objectContaining({ code: "CONFLICT", reason: "STALE_VERSION" })]),
    );
    expect(await balances(allotmentNo)).toEqual({
      ...{ "REVENUE:222403": -10_000n, "222403": 4_000n, "CN-USCC-11990101MB9000015E": 6_000n },
    });
  });

  it("200 transfers at random among one issue's parts: the sum stays to the fen, and no part is ever below zero", async () => {
    const top = newNumber();
    await passOn("finance-2", "finance-2", { allotmentNo: top, amount: "1000", terms: TERMS });
    const parts = [newNumber(), newNumber(), newNumber()];
    for (const allotmentNo of parts)
      await passOn("finance-2", "finance-3", { allotmentNo, amount: "100", upstreamNo: top, toDivision: "222403" });
    let seed = 20_260_928;
    const draw = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const expected = new Map(parts.map((part) => [part, 10_000n]));
    let above = 70_000n;
    const refusals: string[] = [];
    const versions = async (allotmentNo: string): Promise<number> =>
      (
        (await stack.databases["funds"]!("allotments")
          .where({ allotment_no: allotmentNo })
          .pluck("version")) as number[]
      )[0]!;
    const transfer = async (): Promise<void> => {
      const allotmentNo = parts[draw(parts.length)]!;
      const [verb, sign] = draw(2) === 0 ? (["addToAllotment", 1n] as const) : (["reclaimAllotment", -1n] as const);
      const fen = BigInt(1 + draw(15_000));
      const amount = `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
      for (;;) {
        const expectedVersion = await versions(allotmentNo);
        const { body } = await act("finance-2", verb, { allotmentNo, expectedVersion, amount, reasons: "试验" });
        const reason = body.errors?.[0]?.extensions["reason"];
        // Somebody else was first: read again, as a client does.
        if (reason === "STALE_VERSION") continue;
        if (body.errors) return void refusals.push(String(reason));
        expected.set(allotmentNo, expected.get(allotmentNo)! + sign * fen);
        above -= sign * fen;
        return;
      }
    };
    for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 10 }, transfer));
    expect(new Set(refusals)).toEqual(new Set(["OVERDRAWN"]));
    expect(refusals.length).toBeLessThan(200);
    const parts3 = [...expected.values()].reduce((sum, fen) => sum + fen, 0n);
    expect(await balances(top)).toEqual({ "REVENUE:222400": -100_000n, "222400": above, "222403": parts3 });
    expect(above + parts3).toBe(100_000n);
    for (const fen of expected.values()) expect(fen).toBeGreaterThanOrEqual(0n);
    const { body } = await stack.ask(
      `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { reconciliation { difference rules { id ok } } } }`,
      { variables: { no: top } },
    );
    const { rules } = body.data.budgetAllotment.reconciliation;
    expect(rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
  });
});
