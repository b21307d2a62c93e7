/** Payments through the gateway: asked for, paid, refused, sent back; what is refused with which rule; two at once; and no fen is lost. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { FINANCE_OFFICERS, VIEWERS } from "../support/viewers.js";
import { actOnAllotment, allotmentAfter, newNumber, TERMS } from "../support/verbs/funds.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ viewers: { "finance-3b": SECOND, "bank-1": OF_BANK } });
});
afterAll(() => stack.stop());

/** Another officer of 222403's finance department. */
const SECOND = { ...FINANCE_OFFICERS["finance-3"], username: "finance-3b" };

/** An agent of the bank that pays for the treasury. */
const OF_BANK = { ...VIEWERS["agent-1"], username: "bank-1", subjectUscc: "91990101MA9000804D" };

const UNIT = "11990101MB9000015E";
const PAYEE = "91990101MA9000046A";
const BANK = OF_BANK.subjectUscc;

const INPUT_OF: Readonly<Record<string, string>> = {
  requestPayment: "RequestPaymentInput",
  approvePayment: "ApprovePaymentInput",
  refusePayment: "ReasonedOrderInput",
  withdrawPayment: "PaymentOrderStepInput",
  returnPayment: "ReasonedOrderInput",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${INPUT_OF[verb]}!) { done: ${verb}(input: $input) { order { orderNo state version amount payment { paymentNo amount paidOn returnedOn } } } }`,
    { viewer, variables: { input } },
  );

const refusal = ({ body }: Answer): unknown => ({ done: body.data?.done, ...body.errors?.[0]?.extensions });

interface Order {
  readonly orderNo: string;
  readonly version: number;
  readonly state: string;
  readonly payment: { readonly paymentNo: string } | null;
}

const doneOf = ({ body }: Answer): Order => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.order;
};

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

/** Money of 222403 that officer-1's agency is to spend, in yuan of 100. */
const assigned = async (amount = "100"): Promise<{ allotmentNo: string; allocationId: string; version: number }> => {
  const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  const step = { allotmentNo, expectedVersion: version, amount, organization: UNIT };
  const taken = await actOnAllotment(stack, "assignAllotment", step);
  return { allotmentNo, allocationId: `FA-${allotmentNo}-1`, version: taken.version };
};

const request = (allocationId: string, amount: string, viewer = "officer-1"): Promise<Answer> =>
  act(viewer, "requestPayment", { allocationId, amount, payee: PAYEE, purpose: "设备款" });

const approve = ({ orderNo, version }: Order, viewer = "finance-3"): Promise<Answer> =>
  act(viewer, "approvePayment", { orderNo, expectedVersion: version, bank: BANK });

describe("a payment", () => {
  it("is asked for by the unit, paid by the finance department, and sent back by the bank", async () => {
    const { allotmentNo, allocationId } = await assigned();
    const asked = doneOf(await request(allocationId, "60.50"));
    expect(asked).toMatchObject({ state: "REQUESTED", version: 1, payment: null });
    expect(asked.orderNo).toMatch(/^SQ2026222403\d{6}$/);
    // Nothing moves until it is approved.
    expect(await balances(allotmentNo)).toMatchObject({ [`CN-USCC-${UNIT}`]: 10_000n });
    const paid = doneOf(await approve(asked));
    expect(paid).toMatchObject({ state: "PAID", version: 2, payment: { amount: "60.50", paidOn: "2026-09-28" } });
    expect(paid.payment!.paymentNo).toMatch(/^ZF2026222403\d{6}$/);
    expect(await balances(allotmentNo)).toMatchObject({ PAYEES: 6_050n, [`CN-USCC-${UNIT}`]: 3_950n });
    const reasons = "收款账户已销户";
    const back = { orderNo: asked.orderNo, expectedVersion: 2, reasons };
    // Another body is no bank of this payment, nor does it know of the order.
    expect(refusal(await act("agent-1", "returnPayment", back))).toMatchObject({ code: "NOT_FOUND" });
    expect(doneOf(await act("bank-1", "returnPayment", back))).toMatchObject({
      ...{ state: "RETURNED", payment: { returnedOn: "2026-09-28" } },
    });
    expect(await balances(allotmentNo)).toEqual({ "REVENUE:222403": -10_000n, [`CN-USCC-${UNIT}`]: 10_000n });

    const { body } = await stack.ask(
      `query ($no: ID!, $allotment: DocumentNumber!, $payment: ID!) {
        paymentOrder(orderNo: $no) { allocation { id } payeeOrg { id } history { event part reason } }
        payment(paymentNo: $payment) { amount returnedAmount purpose functionCode payerUnit { id } }
        budgetAllotment(allotmentNo: $allotment) { state reconciliation { paid balance difference rules { id ok } } } }`,
      {
        viewer: "officer-1",
        variables: { no: asked.orderNo, allotment: allotmentNo, payment: paid.payment!.paymentNo },
      },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.paymentOrder).toEqual({
      ...{ allocation: { id: allocationId }, payeeOrg: { id: `CN-USCC-${PAYEE}` } },
      history: [
        { event: "BEGIN", part: "OFFICER", reason: null },
        { event: "APPROVE", part: "OFFICER", reason: null },
        { event: "RETURN", part: "PAYER", reason: reasons },
      ],
    });
    expect(body.data.payment).toEqual({
      ...{ amount: "60.50", returnedAmount: "60.50", purpose: "设备款", functionCode: "2130504" },
      payerUnit: { id: `CN-USCC-${UNIT}` },
    });
    const { reconciliation, state } = body.data.budgetAllotment;
    expect([state, reconciliation.paid, reconciliation.balance, reconciliation.difference]).toEqual([
      ...["IN_EXECUTION", "0.00", "100.00", "0.00"],
    ]);
    expect(reconciliation.rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
  });

  it("out of the division's own account begins the execution of its allotment, whose journal tells it", async () => {
    const { allotmentNo } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    const asked = doneOf(await request(`FA-${allotmentNo}`, "1", "finance-3"));
    // Whoever asks does not decide: another officer of the same department does.
    expect(refusal(await approve(asked))).toMatchObject({ code: "RULE_VIOLATION", reason: "OWN_REQUEST" });
    doneOf(await approve(asked, "finance-3b"));
    const { body } = await stack.ask(
      `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { state history { event } } }`,
      { variables: { no: allotmentNo } },
    );
    expect(body.data.budgetAllotment.state).toBe("IN_EXECUTION");
    expect(body.data.budgetAllotment.history.map(({ event }: { event: string }) => event)).toEqual([
      ...["BEGIN", "ISSUE", "RECEIVE", "EXECUTE"],
    ]);
  });

  it("may be refused with reasons, or withdrawn, and moves nothing then", async () => {
    const { allotmentNo, allocationId } = await assigned();
    const before = await balances(allotmentNo);
    const one = doneOf(await request(allocationId, "1"));
    const step = { orderNo: one.orderNo, expectedVersion: 1 };
    expect(refusal(await act("finance-3", "refusePayment", { ...step, reasons: " " }))).toMatchObject({
      ...{ reason: "REASONS_NEEDED", basis: "预算法 第五十七条", state: "REQUESTED" },
    });
    expect(doneOf(await act("finance-3", "refusePayment", { ...step, reasons: "超出用途" })).state).toBe("REFUSED");
    const two = doneOf(await request(allocationId, "1"));
    expect(doneOf(await act("officer-1", "withdrawPayment", { orderNo: two.orderNo, expectedVersion: 1 })).state).toBe(
      "WITHDRAWN",
    );
    expect(refusal(await approve({ ...two, version: 2 }))).toMatchObject({ reason: "STATE", state: "WITHDRAWN" });
    expect(await balances(allotmentNo)).toEqual(before);
  });
});

describe("refused, with the rule, and nothing is written", () => {
  it.each([
    ["three decimals", { amount: "1.005" }, { rule: "VARIABLE" }],
    ["nothing", { amount: "0.00" }, { rule: "AMOUNT" }],
    ["below zero", { amount: "-1" }, { rule: "AMOUNT" }],
    ["no purpose", { purpose: "  " }, { rule: "STATED" }],
    ["more of an account than its end", { accountTail: "123" }, { rule: "ACCOUNT_TAIL" }],
    ["an allocation that is not there", { allocationId: "FA-0" }, { code: "NOT_FOUND" }],
  ])("%s", async (_name, more, expected) => {
    const { allocationId } = await assigned();
    const before = await count("payment_orders");
    const input = { allocationId, amount: "1", payee: PAYEE, purpose: "设备款", ...more };
    expect(refusal(await act("officer-1", "requestPayment", input))).toMatchObject(expected);
    expect(await count("payment_orders")).toBe(before);
  });

  it("direct funds into the unit's own account", async () => {
    const { allotmentNo, allocationId } = await assigned();
    const input = { allocationId, amount: "1", payee: UNIT, purpose: "设备款" };
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ direct: "DIRECT" });
    expect(refusal(await act("officer-1", "requestPayment", input))).toMatchObject({ reason: "OWN_ACCOUNT" });
    await stack.databases["funds"]!("allotments").where("allotment_no", allotmentNo).update({ direct: "NOT_DIRECT" });
    expect(doneOf(await act("officer-1", "requestPayment", input)).state).toBe("REQUESTED");
  });

  it("asked for by who does not spend it, and known to nobody else", async () => {
    const { allocationId } = await assigned();
    expect(refusal(await request(allocationId, "1", "officer-2"))).toMatchObject({ reason: "ACTOR" });
    const { orderNo } = doneOf(await request(allocationId, "1"));
    const step = { orderNo, expectedVersion: 1 };
    for (const viewer of ["officer-2", "finance-2"])
      expect(refusal(await act(viewer, "approvePayment", { ...step, bank: BANK }))).toMatchObject({
        code: "NOT_FOUND",
      });
    for (const viewer of ["anonymous", "citizen-1", "agent-1", "officer-2", "app-partner"]) {
      const { body } = await stack.ask("query ($no: ID!) { paymentOrder(orderNo: $no) { state } }", {
        viewer,
        variables: { no: orderNo },
      });
      expect([viewer, body.data.paymentOrder]).toEqual([viewer, null]);
    }
  });

  it("more than the allocation holds, though the account holds more of the lineage", async () => {
    const { allotmentNo, allocationId, version } = await assigned("40");
    const again = { allotmentNo, expectedVersion: version, amount: "50", organization: UNIT };
    await actOnAllotment(stack, "assignAllotment", again);
    const asked = doneOf(await request(allocationId, "40.01"));
    const before = [await count("postings"), await count("payments"), await count("transitions")];
    expect(refusal(await approve(asked))).toMatchObject({ code: "RULE_VIOLATION", reason: "OVERDRAWN" });
    expect([await count("postings"), await count("payments"), await count("transitions")]).toEqual(before);
  });

  it("out of an allotment that is closed", async () => {
    const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
    const asked = doneOf(await request(`FA-${allotmentNo}`, "1", "finance-3"));
    const step = { allotmentNo, amount: "100", reasons: "结余" };
    await actOnAllotment(stack, "reclaimAllotment", { ...step, expectedVersion: version });
    await actOnAllotment(stack, "closeAllotment", { allotmentNo, expectedVersion: version + 1 });
    expect(refusal(await approve(asked, "finance-3b"))).toMatchObject({ reason: "STATE", state: "CLOSED", next: [] });
  });

  it("and one that comes back onto it is not lost: it is opened again, and the money paid to another account", async () => {
    const { allotmentNo, allocationId, version } = await assigned();
    const paid = doneOf(await approve(doneOf(await request(allocationId, "100"))));
    await actOnAllotment(stack, "closeAllotment", { allotmentNo, expectedVersion: version });
    const back = { orderNo: paid.orderNo, expectedVersion: paid.version, reasons: "收款账户已销户" };
    doneOf(await act("bank-1", "returnPayment", back));
    expect(await balances(allotmentNo)).toMatchObject({ [`CN-USCC-${UNIT}`]: 10_000n });
    const again = doneOf(await request(allocationId, "100"));
    expect(refusal(await approve(again))).toMatchObject({ reason: "STATE", state: "CLOSED" });
    const reopen = { allotmentNo, expectedVersion: version + 1, reasons: "退票后重新支付" };
    expect(await actOnAllotment(stack, "reopenAllotment", reopen)).toMatchObject({ state: "IN_EXECUTION" });
    doneOf(await approve(again));
    expect(await balances(allotmentNo)).toEqual({ "REVENUE:222403": -10_000n, PAYEES: 10_000n });
  });

  it("more than a project's contract over all lineages (B3), and to a project that has ended", async () => {
    const projectCode = "XM-222403-2026-001";
    const allotmentNo = newNumber();
    const input = { allotmentNo, fundName: "试验", amount: "100", terms: TERMS };
    await actOnAllotment(stack, "draftAllotment", input);
    await actOnAllotment(stack, "issueAllotment", { allotmentNo, expectedVersion: 1 });
    await actOnAllotment(stack, "receiveAllotment", { allotmentNo, expectedVersion: 2 });
    const project = { organization: null, projectCode, amount: "100" };
    await actOnAllotment(stack, "assignAllotment", { allotmentNo, expectedVersion: 3, ...project });
    const asked = doneOf(await request(`FA-${allotmentNo}-1`, "0.01", "finance-3"));
    // Its contract of 17 million was paid to the last fen.
    expect(refusal(await approve(asked, "finance-3b"))).toMatchObject({ reason: "ABOVE_CONTRACT" });
    await stack.databases["funds"]!("fund_projects").where({ project_code: projectCode }).update({ state: "ARCHIVED" });
    expect(refusal(await approve(asked, "finance-3b"))).toMatchObject({ reason: "PROJECT_ENDED" });
  });
});

describe("at once", () => {
  it("two payments of more than half of a balance: one is made, the other refused; never below zero", async () => {
    const { allotmentNo, allocationId } = await assigned();
    const orders = [doneOf(await request(allocationId, "60")), doneOf(await request(allocationId, "60"))];
    const answers = await Promise.all(orders.map((order) => approve(order)));
    expect(answers.map((answer) => (answer.body.errors ? refusal(answer) : "paid"))).toEqual(
      expect.arrayContaining(["paid", expect.objectContaining({ code: "RULE_VIOLATION", reason: "OVERDRAWN" })]),
    );
    expect(await balances(allotmentNo)).toEqual({
      ...{ "REVENUE:222403": -10_000n, PAYEES: 6_000n, [`CN-USCC-${UNIT}`]: 4_000n },
    });
  });

  it("one order approved ten times: one payment, nine find another version; ten with one key: ten equal answers", async () => {
    const { allotmentNo, allocationId } = await assigned();
    const one = doneOf(await request(allocationId, "1"));
    const answers = await Promise.all(Array.from({ length: 10 }, () => approve(one)));
    expect(answers.filter(({ body }) => !body.errors).length).toBe(1);
    for (const { body } of answers.filter(({ body }) => body.errors))
      expect(body.errors![0]!.extensions).toMatchObject({ code: "CONFLICT", reason: "STALE_VERSION", version: 2 });
    const two = doneOf(await request(allocationId, "2"));
    const keyed = { orderNo: two.orderNo, expectedVersion: 1, bank: BANK, idempotencyKey: "payment-0001" };
    const equal = await Promise.all(Array.from({ length: 10 }, () => act("finance-3", "approvePayment", keyed)));
    expect(new Set(equal.map(({ body }) => JSON.stringify(body.data))).size).toBe(1);
    expect(equal[0]!.body.errors).toBeUndefined();
    expect(await balances(allotmentNo)).toMatchObject({ PAYEES: 300n });
  });
});
