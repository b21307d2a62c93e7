/** Subsidy batches through the gateway: posted, objected to, reviewed, paid; what is refused with which rule; and no fen is lost. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { BATCH_DAYS, newBatch, objectionOf, paidBatch, returnedLine } from "../support/verbs/funds.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const INPUT_OF: Readonly<Record<string, string>> = {
  postSubsidyRoster: "PostRosterInput",
  objectToRoster: "ObjectToRosterInput",
  answerRosterObjection: "AnswerRosterObjectionInput",
  paySubsidyBatch: "PayBatchInput",
  returnSubsidyLine: "ReturnSubsidyLineInput",
  repaySubsidyLine: "RepaySubsidyLineInput",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> => {
  const selects = verb.includes("bject")
    ? "objection { state version answer }"
    : verb.endsWith("Line")
      ? "subsidyReturn { returnNo state version amount returnedOn repaidOn payment { amount payeeKind } }"
      : "batch { state version publicityTo }";
  return stack.ask(
    `mutation ($input: ${INPUT_OF[verb] ?? "BatchStepInput"}!) { done: ${verb}(input: $input) { ${selects} } }`,
    { viewer, variables: { input } },
  );
};

const refusal = ({ body }: Answer): unknown => ({ done: body.data?.done, ...body.errors?.[0]?.extensions });

const doneOf = ({ body }: Answer): Record<string, unknown> => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.batch ?? body.data.done.objection ?? body.data.done.subsidyReturn;
};

const rows = async <Row>(sql: string, bindings: readonly string[]): Promise<Row[]> =>
  ((await stack.databases["funds"]!.raw(sql, [...bindings])) as { rows: Row[] }).rows;

const paidOut = (batchNo: string): Promise<{ account: string; fen: bigint }[]> =>
  rows(
    `select p.account, sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end)::bigint as fen
     from postings p join subsidy_batches b on b.allocation_id = p.allocation_id
     where b.batch_no = ? and p.account in ('222403', 'PAYEES') group by p.account order by p.account`,
    [batchNo],
  );

/** Moves the days of a batch: as if it had been posted earlier. */
const setDays = async (batchNo: string, { from, to }: { from: string; to: string }): Promise<void> => {
  await stack.databases["funds"]!("subsidy_batches")
    .where("batch_no", batchNo)
    .update({ publicity_from: from, publicity_to: to });
};

describe("a batch", () => {
  it("is posted, objected to, reviewed once the objection is answered, and paid to the fen", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.prepared);
    const post = { batchNo, expectedVersion: 1, publicityTo: "2026-10-12" };
    expect(doneOf(await act("publisher-1", "postSubsidyRoster", post))).toEqual({
      ...{ state: "VILLAGE_PUBLICITY", version: 2, publicityTo: "2026-10-12" },
    });
    const objectionNo = await objectionOf(stack, batchNo);
    // A fortnight later.
    await setDays(batchNo, BATCH_DAYS.ended);
    expect(refusal(await act("officer-1", "reviewSubsidyBatch", { batchNo, expectedVersion: 2 }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "OBJECTIONS_OPEN", state: "TOWN_REVIEW" },
    });
    const answer = { objectionNo, expectedVersion: 1, upheld: false, reasons: "经核查，面积与确权登记一致" };
    expect(doneOf(await act("officer-1", "answerRosterObjection", answer))).toEqual({
      ...{ state: "REJECTED", version: 2, answer: answer.reasons },
    });
    doneOf(await act("officer-1", "reviewSubsidyBatch", { batchNo, expectedVersion: 2 }));
    expect(doneOf(await act("officer-2", "paySubsidyBatch", { batchNo, expectedVersion: 3 }))).toMatchObject({
      ...{ state: "PAID", version: 4 },
    });
    expect(await paidOut(batchNo)).toEqual([
      { account: "222403", fen: 9_250n },
      { account: "PAYEES", fen: 750n },
    ]);
    const { body } = await stack.ask(
      `query ($no: ID!) { subsidyBatch(batchNo: $no) { state lineCount totalAmount objectionsOpen
          payment { amount payeeKind payeeCount purpose paidOn } history { event part agency } }
        subsidyPayments(batchNo: $no, first: 9) { nodes { state amount paidOn } } }`,
      { viewer: "officer-1", variables: { no: batchNo } },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.subsidyBatch).toMatchObject({
      ...{ state: "PAID", lineCount: 5, totalAmount: "7.50", objectionsOpen: 0 },
      payment: { amount: "7.50", payeeKind: "BATCH", payeeCount: 5, paidOn: "2026-09-28" },
    });
    expect(body.data.subsidyBatch.history).toEqual([
      { event: "POST", part: "PUBLISHER", agency: "11990101MB9000015E" },
      { event: "REVIEW", part: "OFFICER", agency: "11990101MB9000015E" },
      { event: "PAY", part: "OFFICER", agency: "12990101MB90000236" },
    ]);
    expect(body.data.subsidyPayments.nodes).toEqual(
      Array.from({ length: 5 }, () => ({ state: "PAID", amount: "1.50", paidOn: "2026-09-28" })),
    );
  });

  it("is never paid once an objection to it is upheld", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.posted);
    const objectionNo = await objectionOf(stack, batchNo);
    const answer = { objectionNo, expectedVersion: 1, upheld: true, reasons: "面积多报" };
    expect(doneOf(await act("officer-1", "answerRosterObjection", answer))).toMatchObject({ state: "UPHELD" });
    await setDays(batchNo, BATCH_DAYS.ended);
    expect(refusal(await act("officer-1", "reviewSubsidyBatch", { batchNo, expectedVersion: 1 }))).toMatchObject({
      reason: "OBJECTIONS_OPEN",
    });
    expect(refusal(await act("officer-2", "paySubsidyBatch", { batchNo, expectedVersion: 1 }))).toMatchObject({
      ...{ reason: "STATE", state: "TOWN_REVIEW" },
    });
  });
});

describe("refused, with the rule, and nothing is paid", () => {
  it("before its publicity ended (B8), and the day after it is not", async () => {
    const batchNo = await newBatch(stack, { from: "2026-09-01", to: "2026-09-28", reviewedOn: "2026-09-20" });
    const pay = { batchNo, expectedVersion: 1 };
    expect(refusal(await act("officer-2", "paySubsidyBatch", pay))).toMatchObject({ reason: "STATE" });
    await setDays(batchNo, { from: "2026-09-01", to: "2026-09-27" });
    expect(doneOf(await act("officer-2", "paySubsidyBatch", pay))).toMatchObject({ state: "PAID" });
  });

  it.each([
    ["a line that is not quantity × standard (B4)", "amount_fen = 151", "LINES_DO_NOT_ADD_UP"],
    ["a person who stands there twice (B7)", "recipient_hash = batch_no || '-1'", "PAID_TWICE"],
  ])("%s", async (_name, change, reason) => {
    const batchNo = await newBatch(stack, BATCH_DAYS.reviewed);
    await rows(`update subsidy_lines set ${change} where batch_no = ? and line_no = 2`, [batchNo]);
    expect(refusal(await act("officer-2", "paySubsidyBatch", { batchNo, expectedVersion: 1 }))).toMatchObject({
      reason,
    });
    expect(await paidOut(batchNo)).toEqual([{ account: "222403", fen: 10_000n }]);
  });

  it("a person whom another batch of the policy and period pays (B7), though both are paid at once", async () => {
    const [one, two] = [await newBatch(stack, BATCH_DAYS.reviewed), await newBatch(stack, BATCH_DAYS.reviewed)];
    await rows("update subsidy_batches set period = '同期' where batch_no in (?, ?)", [one, two]);
    await rows("update subsidy_lines set recipient_hash = 'same' where batch_no in (?, ?) and line_no = 3", [one, two]);
    const answers = await Promise.all(
      [one, two].map((batchNo) => act("officer-2", "paySubsidyBatch", { batchNo, expectedVersion: 1 })),
    );
    expect(answers.map((answer) => (answer.body.errors ? refusal(answer) : "paid"))).toEqual(
      expect.arrayContaining(["paid", expect.objectContaining({ code: "RULE_VIOLATION", reason: "PAID_TWICE" })]),
    );
  });

  it("more than its allotment holds (B1)", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.reviewed);
    await rows("update subsidy_lines set quantity = 20.01, amount_fen = 2001 where batch_no = ?", [batchNo]);
    await rows("update subsidy_batches set declared_fen = 10005 where batch_no = ?", [batchNo]);
    expect(refusal(await act("officer-2", "paySubsidyBatch", { batchNo, expectedVersion: 1 }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "OVERDRAWN" },
    });
    expect(await paidOut(batchNo)).toEqual([{ account: "222403", fen: 10_000n }]);
  });

  it("an objection to what is not posted is as if there were no such batch, and one without words", async () => {
    for (const days of [BATCH_DAYS.prepared, BATCH_DAYS.ended]) {
      const input = { batchNo: await newBatch(stack, days), content: "x" };
      expect(refusal(await act("citizen-1", "objectToRoster", input))).toMatchObject({ code: "NOT_FOUND" });
    }
    const input = { batchNo: await newBatch(stack, BATCH_DAYS.posted), content: "  " };
    expect(refusal(await act("citizen-1", "objectToRoster", input))).toMatchObject({ rule: "STATED" });
    expect(refusal(await act("citizen-1", "objectToRoster", { batchNo: "无", content: "x" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("a second objection of one person before the first is answered, and the same again after; others, and other lines, are heard", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.posted);
    const object = (more: object = {}, viewer = "citizen-1"): Promise<Answer> =>
      act(viewer, "objectToRoster", { batchNo, content: "面积不符", ...more });
    const objectionNo = await objectionOf(stack, batchNo);
    for (const more of [{}, { lineNo: 2 }])
      expect(refusal(await object(more))).toMatchObject({ code: "RULE_VIOLATION", reason: "OBJECTION_FILED" });
    doneOf(await object({ lineNo: 2 }, "citizen-2"));
    const answer = { objectionNo, expectedVersion: 1, upheld: false, reasons: "经核查无误" };
    doneOf(await act("officer-1", "answerRosterObjection", answer));
    expect(refusal(await object())).toMatchObject({ code: "RULE_VIOLATION", reason: "OBJECTION_ANSWERED" });
    expect(refusal(await object({ lineNo: 6 }))).toMatchObject({ code: "NOT_FOUND" });
    doneOf(await object({ lineNo: 2 }));
    const filed = await rows("select 1 from roster_objections where batch_no = ?", [batchNo]);
    expect(filed.length).toBe(3);
  });

  it("ten objections of one person at once: one is filed", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.posted);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        act("citizen-1", "objectToRoster", { batchNo, content: "面积不符", lineNo: (place % 5) + 1 }),
      ),
    );
    expect(answers.filter(({ body }) => !body.errors).length).toBe(1);
  });

  it("publicity of more than sixty days", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.prepared);
    const post = { batchNo, expectedVersion: 1 };
    for (const publicityTo of ["2026-11-28", "2062-10-12", "9999-12-31"])
      expect(refusal(await act("publisher-1", "postSubsidyRoster", { ...post, publicityTo }))).toMatchObject({
        ...{ code: "RULE_VIOLATION", reason: "PUBLICITY_TOO_LONG" },
      });
    doneOf(await act("publisher-1", "postSubsidyRoster", { ...post, publicityTo: "2026-11-27" }));
  });

  it("publicity that ends before it begins, and a roster that was posted already", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.prepared);
    const post = { batchNo, expectedVersion: 1, publicityTo: "2026-09-27" };
    expect(refusal(await act("publisher-1", "postSubsidyRoster", post))).toMatchObject({
      reason: "PUBLICITY_TOO_SHORT",
    });
    const posted = { ...post, batchNo: await newBatch(stack, BATCH_DAYS.posted), publicityTo: "2026-10-20" };
    expect(refusal(await act("publisher-1", "postSubsidyRoster", posted))).toMatchObject({ reason: "STATE" });
  });

  it("batches and objections are known to those alone who handle or supervise them, or filed it", async () => {
    const batchNo = await newBatch(stack, BATCH_DAYS.posted);
    const objectionNo = await objectionOf(stack, batchNo);
    const seen: string[][] = [[], []];
    const viewers = ["anonymous", "citizen-1", "citizen-2", "officer-1", "officer-2", "finance-2", "supervisor-1"];
    for (const viewer of [...viewers, "auditor-1", "app-partner"]) {
      const { body } = await stack.ask(
        `query ($batch: ID!, $objection: ID!) { subsidyBatch(batchNo: $batch) { state } rosterObjection(objectionNo: $objection) { state } }`,
        { viewer, variables: { batch: batchNo, objection: objectionNo } },
      );
      if (body.data.subsidyBatch) seen[0]!.push(viewer);
      if (body.data.rosterObjection) seen[1]!.push(viewer);
    }
    expect(seen).toEqual([
      ["officer-1", "officer-2", "supervisor-1", "auditor-1"],
      ["citizen-1", "officer-1", "supervisor-1", "auditor-1"],
    ]);
  });
});

describe("a single line of a paid batch", () => {
  const reasons = "收款账户已销户";
  const stateOf = async (viewer: string, batchNo: string): Promise<unknown> =>
    (
      await stack.ask("query ($no: ID!) { subsidyPayments(batchNo: $no, first: 9) { nodes { lineNo state } } }", {
        viewer,
        variables: { no: batchNo },
      })
    ).body.data.subsidyPayments.nodes;

  it("comes back by the bank, is paid again to another account, and the book agrees with itself to the fen", async () => {
    const batchNo = await paidBatch(stack);
    await rows("update subsidy_lines set recipient_hash = 'demo-subject-2' where batch_no = ? and line_no = 2", [
      batchNo,
    ]);
    const back = doneOf(await act("agent-1", "returnSubsidyLine", { batchNo, lineNo: 2, expectedVersion: 0, reasons }));
    expect(back).toEqual({
      ...{ returnNo: `TP-${batchNo}-2`, state: "RETURNED", version: 1, amount: "1.50" },
      ...{ returnedOn: "2026-09-28", repaidOn: null, payment: null },
    });
    expect(await paidOut(batchNo)).toEqual([
      { account: "222403", fen: 9_400n },
      { account: "PAYEES", fen: 600n },
    ]);
    // By the bank's slip, the department that paid records the next.
    doneOf(await act("officer-2", "returnSubsidyLine", { batchNo, lineNo: 4, expectedVersion: 0, reasons }));
    expect(await stateOf("citizen-2", batchNo)).toEqual([{ lineNo: 2, state: "RETURNED" }]);
    const again = { returnNo: back["returnNo"], expectedVersion: 1, accountTail: "7788" };
    expect(doneOf(await act("officer-2", "repaySubsidyLine", again))).toMatchObject({
      ...{ state: "REPAID", version: 2, repaidOn: "2026-09-28" },
    });
    // A payment to one person is known to them, the scheme's agency and supervisors.
    const payment = async (viewer: string): Promise<unknown> =>
      (
        await stack.ask("query ($no: ID!) { subsidyReturn(returnNo: $no) { payment { amount payeeKind } } }", {
          viewer,
          variables: { no: back["returnNo"] },
        })
      ).body.data.subsidyReturn?.payment;
    expect(await payment("officer-1")).toEqual({ amount: "1.50", payeeKind: "PERSON" });
    expect(await payment("citizen-2")).toEqual({ amount: "1.50", payeeKind: "PERSON" });
    expect([await payment("agent-1"), await payment("officer-2")]).toEqual([null, null]);
    for (const viewer of ["anonymous", "citizen-1", "finance-3"]) expect(await payment(viewer)).toBeUndefined();
    expect(await stateOf("citizen-2", batchNo)).toEqual([{ lineNo: 2, state: "REPAID" }]);
    const { body } = await stack.ask(
      `query ($no: ID!) { subsidyBatch(batchNo: $no) { state payment { amount returnedAmount }
          returns { lineNo state history { event part } } } }`,
      { viewer: "officer-2", variables: { no: batchNo } },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.subsidyBatch.returns).toEqual([
      {
        ...{ lineNo: 2, state: "REPAID" },
        history: [
          { event: "BEGIN", part: "PAYER" },
          { event: "REPAY", part: "OFFICER" },
        ],
      },
      { lineNo: 4, state: "RETURNED", history: [{ event: "BEGIN", part: "OFFICER" }] },
    ]);
    const told = await stack.ask("{ notices(first: 50) { items { key event } } }", { viewer: "citizen-2" });
    expect(
      told.body.data.notices.items
        .filter(({ key }: { key: string }) => key === back["returnNo"])
        .map(({ event }: { event: string }) => event),
    ).toEqual(["REPAY", "BEGIN"]);
    const [{ allotment_no: no }] = (await rows<{ allotment_no: string }>(
      "select a.allotment_no from allocations a join subsidy_batches b on b.allocation_id = a.id where b.batch_no = ?",
      [batchNo],
    )) as [{ allotment_no: string }];
    const book = await stack.ask(
      `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) {
         reconciliation { paid balance difference rules { id ok } } } }`,
      { viewer: "auditor-1", variables: { no } },
    );
    const { rules, ...sums } = book.body.data.budgetAllotment.reconciliation;
    // Five of 1.50, of which one is still to be paid again.
    expect(sums).toEqual({ paid: "6.00", balance: "94.00", difference: "0.00" });
    expect(rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
  });

  it.each([
    [
      "of a batch that is not paid",
      "agent-1",
      async () => newBatch(stack, BATCH_DAYS.reviewed),
      {},
      { code: "NOT_FOUND" },
    ],
    [
      ...["of a batch that is not paid, by its department", "officer-2"],
      ...([async () => newBatch(stack, BATCH_DAYS.reviewed), {}, { reason: "STATE", state: "COUNTY_REVIEW" }] as const),
    ],
    ["that there is not", "agent-1", () => paidBatch(stack), { lineNo: 6 }, { code: "NOT_FOUND" }],
    ["without a reason", "agent-1", () => paidBatch(stack), { reasons: " " }, { rule: "STATED" }],
    ["by another body", "citizen-1", () => paidBatch(stack), {}, { code: "NOT_FOUND" }],
    ["by the scheme's agency", "officer-1", () => paidBatch(stack), {}, { reason: "ACTOR" }],
  ] as [string, string, () => Promise<string>, object, object][])(
    "does not come back %s",
    async (_name, viewer, made, more, expected) => {
      const batchNo = await made();
      const before = await paidOut(batchNo);
      expect(
        refusal(await act(viewer, "returnSubsidyLine", { batchNo, lineNo: 2, expectedVersion: 0, reasons, ...more })),
      ).toMatchObject(expected);
      expect(await paidOut(batchNo)).toEqual(before);
    },
  );

  it("comes back once and is paid again once, though ten ask at once", async () => {
    const batchNo = await paidBatch(stack);
    const ten = async (verb: string, viewer: string, input: object): Promise<unknown[]> =>
      (await Promise.all(Array.from({ length: 10 }, () => act(viewer, verb, input)))).map(
        ({ body }) => body.errors?.[0]?.extensions["reason"] ?? "done",
      );
    const returned = await ten("returnSubsidyLine", "agent-1", { batchNo, lineNo: 3, expectedVersion: 0, reasons });
    expect(returned.sort()).toEqual([...Array<string>(9).fill("STALE_VERSION"), "done"]);
    const repaid = await ten("repaySubsidyLine", "officer-2", { returnNo: `TP-${batchNo}-3`, expectedVersion: 1 });
    expect(repaid.sort()).toEqual([...Array<string>(9).fill("STALE_VERSION"), "done"]);
    expect(await paidOut(batchNo)).toEqual([
      { account: "222403", fen: 9_250n },
      { account: "PAYEES", fen: 750n },
    ]);
  });

  it("comes back from the payment by which it was paid again, and is paid once more: one record, each movement in the book", async () => {
    const batchNo = await paidBatch(stack);
    await rows("update subsidy_lines set recipient_hash = 'demo-subject-2' where batch_no = ? and line_no = 3", [
      batchNo,
    ]);
    const { returnNo } = await returnedLine(stack, batchNo, 3);
    const repay = (expectedVersion: number): Promise<Answer> =>
      act("officer-2", "repaySubsidyLine", { returnNo, expectedVersion, accountTail: `000${expectedVersion}` });
    doneOf(await repay(1));
    const again = { batchNo, lineNo: 3, reasons: "又退" };
    // The first request, sent once more after the line was paid again, sends nothing back.
    const late = await act("agent-1", "returnSubsidyLine", { ...again, expectedVersion: 0 });
    expect(refusal(late)).toMatchObject({ code: "CONFLICT", reason: "STALE_VERSION", version: 2 });
    expect(doneOf(await act("agent-1", "returnSubsidyLine", { ...again, expectedVersion: 2 }))).toEqual({
      ...{ returnNo, state: "RETURNED", version: 3, amount: "1.50" },
      ...{ returnedOn: "2026-09-28", repaidOn: null, payment: null },
    });
    expect(await paidOut(batchNo)).toEqual([
      { account: "222403", fen: 9_400n },
      { account: "PAYEES", fen: 600n },
    ]);
    expect(await stateOf("citizen-2", batchNo)).toEqual([{ lineNo: 3, state: "RETURNED" }]);
    expect(refusal(await act("agent-1", "returnSubsidyLine", { ...again, expectedVersion: 3 }))).toMatchObject({
      ...{ reason: "STATE", state: "RETURNED" },
    });
    expect(doneOf(await repay(3))).toMatchObject({ state: "REPAID", version: 4 });
    expect(
      await rows(
        "select payee_kind as kind, amount_fen as paid, returned_fen as back from payments where allocation_id = (select allocation_id from subsidy_batches where batch_no = ?) order by payment_no",
        [batchNo],
      ),
    ).toEqual([
      { kind: "BATCH", paid: 750n, back: 150n },
      { kind: "PERSON", paid: 150n, back: 150n },
      { kind: "PERSON", paid: 150n, back: null },
    ]);
    const { body } = await stack.ask(
      "query ($no: ID!) { subsidyReturn(returnNo: $no) { reason history { event from to part reason } } }",
      { viewer: "officer-2", variables: { no: returnNo } },
    );
    expect(body.data.subsidyReturn.reason).toBe("又退");
    expect(body.data.subsidyReturn.history.slice(1)).toMatchObject([
      { event: "REPAY", from: "RETURNED", to: "REPAID", part: "OFFICER" },
      { event: "RETURN", from: "REPAID", to: "RETURNED", part: "PAYER", reason: "又退" },
      { event: "REPAY", from: "RETURNED", to: "REPAID", part: "OFFICER" },
    ]);
    const [{ allotment_no: no }] = (await rows<{ allotment_no: string }>(
      "select a.allotment_no from allocations a join subsidy_batches b on b.allocation_id = a.id where b.batch_no = ?",
      [batchNo],
    )) as [{ allotment_no: string }];
    const book = await stack.ask(
      `query ($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) {
         reconciliation { paid balance difference rules { id ok } } } }`,
      { viewer: "auditor-1", variables: { no } },
    );
    const { rules, ...sums } = book.body.data.budgetAllotment.reconciliation;
    expect(sums).toEqual({ paid: "7.50", balance: "92.50", difference: "0.00" });
    expect(rules.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([]);
  });

  it("is not paid again to whom another batch of the policy and period paid meanwhile (B7), nor out of a closed allotment", async () => {
    const [one, two] = [await paidBatch(stack), await newBatch(stack, BATCH_DAYS.reviewed)];
    await rows("update subsidy_batches set period = '同期退票' where batch_no in (?, ?)", [one, two]);
    await rows("update subsidy_lines set recipient_hash = 'once' where batch_no in (?, ?) and line_no = 1", [one, two]);
    const { returnNo } = await returnedLine(stack, one, 1);
    doneOf(await act("officer-2", "paySubsidyBatch", { batchNo: two, expectedVersion: 1 }));
    expect(refusal(await act("officer-2", "repaySubsidyLine", { returnNo, expectedVersion: 1 }))).toMatchObject({
      ...{ code: "RULE_VIOLATION", reason: "PAID_TWICE" },
    });
    expect(
      refusal(await act("officer-2", "repaySubsidyLine", { returnNo, expectedVersion: 1, accountTail: "1" })),
    ).toMatchObject({ rule: "ACCOUNT_TAIL" });
    const other = await paidBatch(stack);
    const { returnNo: left } = await returnedLine(stack, other, 1);
    await rows(
      `update allotments set state = 'CLOSED' where allotment_no =
         (select a.allotment_no from allocations a join subsidy_batches b on b.allocation_id = a.id where b.batch_no = ?)`,
      [other],
    );
    expect(refusal(await act("officer-2", "repaySubsidyLine", { returnNo: left, expectedVersion: 1 }))).toMatchObject({
      ...{ reason: "STATE", state: "CLOSED" },
    });
  });
});
