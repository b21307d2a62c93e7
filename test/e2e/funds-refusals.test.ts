/** Bad input to the verbs of public money, one table: each is refused with its rule, and no table of the service holds one row more or another. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  actOnAllotment,
  allotmentAfter,
  BATCH_DAYS,
  newBatch,
  newDisclosure,
  objectionOf,
} from "../support/verbs/funds.js";
import { projectIn } from "../support/verbs/projects.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const UNIT = "11990101MB9000015E";
const PAYEE = "91990101MA9000046A";

/** A hash of all rows of all tables but the keys of requests, which a refusal takes back with everything else. */
const fingerprint = async (): Promise<string> => {
  const db = stack.databases["funds"]!;
  const names = (await db("information_schema.tables")
    .where({ table_schema: "funds", table_type: "BASE TABLE" })
    .orderBy("table_name")
    .pluck("table_name")) as string[];
  const hashes = names.map(async (name) => {
    const { rows } = (await db.raw(
      `select count(*) as n, coalesce(sum(('x' || left(md5(t::text), 12))::bit(48)::bigint::numeric), 0) as hash from "funds".?? t`,
      [name],
    )) as { rows: { n: bigint; hash: string }[] };
    return `${name} ${rows[0]!.n} ${rows[0]!.hash}`;
  });
  const told = await Promise.all(hashes);
  expect(told.length).toBeGreaterThan(20);
  return told.join("\n");
};

interface Asked {
  readonly viewer: string;
  readonly type: string;
  readonly input: object;
}

const received = async (): Promise<{ allotmentNo: string; expectedVersion: number }> => {
  const { allotmentNo, version } = await allotmentAfter(stack, "issueAllotment", "receiveAllotment");
  return { allotmentNo, expectedVersion: version };
};

/** A step of an allotment of 100 yuan that its county received. */
const allotment =
  (type: string, more: object, viewer = "finance-3") =>
  async (): Promise<Asked> => ({ viewer, type, input: { ...(await received()), ...more } });

const assigned = async (): Promise<{ allotmentNo: string; allocationId: string; version: number }> => {
  const step = { ...(await received()), amount: "100", organization: UNIT };
  const { allotmentNo, version } = await actOnAllotment(stack, "assignAllotment", step);
  return { allotmentNo, version, allocationId: `FA-${allotmentNo}-1` };
};

const request = (more: object) => async (): Promise<Asked> => ({
  viewer: "officer-1",
  type: "RequestPaymentInput",
  input: { allocationId: (await assigned()).allocationId, amount: "1", payee: PAYEE, purpose: "设备款", ...more },
});

const objection =
  (more: object, viewer = "citizen-1") =>
  async (): Promise<Asked> => {
    const batchNo = await newBatch(stack, BATCH_DAYS.posted);
    await objectionOf(stack, batchNo);
    return { viewer, type: "ObjectToRosterInput", input: { batchNo, content: "面积不符", ...more } };
  };

const batch =
  (type: string, days: { from: string; to: string }, more: object, viewer: string) => async (): Promise<Asked> => ({
    ...{ viewer, type },
    input: { batchNo: await newBatch(stack, days), expectedVersion: 1, ...more },
  });

const CONTRACT = { contractNo: "HT-1", contractAmount: "50", contractor: PAYEE, procurementMethod: "询价" };

const project =
  (state: string, type: string, more: object, viewer = "officer-2") =>
  async (): Promise<Asked> => ({
    ...{ viewer, type },
    input: { projectCode: await projectIn(stack, state), expectedVersion: 1, ...more },
  });

const why = { reasons: "试验" };

const BAD: readonly [name: string, verb: string, prepare: () => Promise<Asked>, expected: object][] = [
  [
    "an amount of three decimals",
    "addToAllotment",
    allotment("MoveAllotmentInput", { ...why, amount: "0.001" }),
    { rule: "VARIABLE" },
  ],
  [
    "an amount below zero",
    "reclaimAllotment",
    allotment("MoveAllotmentInput", { ...why, amount: "-1" }),
    { rule: "AMOUNT" },
  ],
  [
    "an amount beyond all budgets",
    "addToAllotment",
    allotment("MoveAllotmentInput", { ...why, amount: "99999999999999.99" }),
    { rule: "AMOUNT" },
  ],
  [
    "an amount in words",
    "addToAllotment",
    allotment("MoveAllotmentInput", { ...why, amount: "1e3" }),
    { rule: "VARIABLE" },
  ],
  [
    "an allotment that would go below zero",
    "reclaimAllotment",
    allotment("MoveAllotmentInput", { ...why, amount: "100.01" }),
    { reason: "OVERDRAWN" },
  ],
  [
    "an assignment that would take it below zero",
    "assignAllotment",
    allotment("AssignAllotmentInput", { amount: "100.01", organization: UNIT }),
    { reason: "OVERDRAWN" },
  ],
  [
    "a year's end before the year's end",
    "carryOverAllotment",
    allotment("AllotmentStepInput", {}),
    { reason: "YEAR_RUNS" },
  ],
  ["a closing while money is held", "closeAllotment", allotment("AllotmentStepInput", {}), { reason: "BALANCE_LEFT" }],
  [
    "an opening of what is not closed",
    "reopenAllotment",
    allotment("ReasonedAllotmentInput", why),
    { reason: "STATE" },
  ],
  [
    "a recall of what was not assigned",
    "recallAllotment",
    allotment("RecallAllotmentInput", { ...why, amount: "1", allocationId: "FA-0" }),
    { code: "NOT_FOUND" },
  ],
  ["a step by another county", "closeAllotment", allotment("AllotmentStepInput", {}, "finance-4"), { reason: "ACTOR" }],
  ["a payment of three decimals", "requestPayment", request({ amount: "1.005" }), { rule: "VARIABLE" }],
  ["a payment of nothing", "requestPayment", request({ amount: "0" }), { rule: "AMOUNT" }],
  ["a payment to no code of a body", "requestPayment", request({ payee: "91990101MA9000046B" }), { rule: "VARIABLE" }],
  ["a payment out of nothing", "requestPayment", request({ allocationId: "FA-0" }), { code: "NOT_FOUND" }],
  [
    "a payment out of a closed allotment",
    "approvePayment",
    async () => {
      const { allotmentNo, allocationId, version } = await assigned();
      const input = { allocationId, amount: "1", payee: PAYEE, purpose: "设备款" };
      const { body } = await ask(
        "requestPayment",
        { viewer: "officer-1", type: "RequestPaymentInput", input },
        "order { orderNo }",
      );
      await actOnAllotment(stack, "recallAllotment", {
        allotmentNo,
        expectedVersion: version,
        allocationId,
        amount: "100",
      });
      await actOnAllotment(stack, "reclaimAllotment", { allotmentNo, expectedVersion: version + 1, amount: "100" });
      await actOnAllotment(stack, "closeAllotment", { allotmentNo, expectedVersion: version + 2 });
      const { orderNo } = body.data.done.order;
      return { viewer: "finance-3", type: "ApprovePaymentInput", input: { orderNo, expectedVersion: 1, bank: PAYEE } };
    },
    { reason: "STATE", state: "CLOSED" },
  ],
  ["a double objection", "objectToRoster", objection({}), { reason: "OBJECTION_FILED" }],
  ["a double objection to another line", "objectToRoster", objection({ lineNo: 3 }), { reason: "OBJECTION_FILED" }],
  [
    "an objection to a line that is not there",
    "objectToRoster",
    objection({ lineNo: 0 }, "citizen-2"),
    { code: "NOT_FOUND" },
  ],
  ["an objection without words", "objectToRoster", objection({ content: "　" }, "citizen-2"), { rule: "STATED" }],
  [
    "a roster of a hundred years",
    "postSubsidyRoster",
    batch("PostRosterInput", BATCH_DAYS.prepared, { publicityTo: "2126-10-20" }, "publisher-1"),
    { reason: "PUBLICITY_TOO_LONG" },
  ],
  [
    "a roster that ended yesterday",
    "postSubsidyRoster",
    batch("PostRosterInput", BATCH_DAYS.prepared, { publicityTo: "2026-09-27" }, "publisher-1"),
    { reason: "PUBLICITY_TOO_SHORT" },
  ],
  [
    "a batch paid while it is posted (B8)",
    "paySubsidyBatch",
    batch("PayBatchInput", BATCH_DAYS.posted, {}, "officer-2"),
    { reason: "STATE" },
  ],
  [
    "a contract of a day to come",
    "startFundProject",
    project("IN_PUBLICITY", "StartProjectInput", { ...CONTRACT, contractedOn: "2026-09-29" }, "officer-1"),
    { rule: "DAY_TO_COME" },
  ],
  [
    "a contract of a day that is none",
    "startFundProject",
    project("IN_PUBLICITY", "StartProjectInput", { ...CONTRACT, contractedOn: "2026-02-30" }, "officer-1"),
    { rule: "VARIABLE" },
  ],
  [
    "an acceptance of one's own work",
    "acceptFundProject",
    project("STARTED", "StatedProjectInput", { statement: "合格" }, "officer-1"),
    { reason: "ACTOR" },
  ],
  [
    "a step that was taken already",
    "approveFundProject",
    project("STARTED", "StatedProjectInput", { statement: "可行" }),
    { reason: "STATE" },
  ],
  [
    "a budget whose tables disagree by a fen",
    "publishBudgetDisclosure",
    async () => {
      const id = await newDisclosure(stack);
      await stack.databases["funds"]!("budget_table_lines")
        .where({ disclosure_id: id, table_no: 6, code: "302" })
        .increment("amount_fen", 1);
      return { viewer: "publisher-1", type: "PublishBudgetInput", input: { id, expectedVersion: 1 } };
    },
    { reason: "TABLES_DISAGREE", missing: ["表5 基本支出 1750.00 ≠ 表6 各项支出 1750.01"] },
  ],
];

const ask = (verb: string, { viewer, type, input }: Asked, selects = "__typename"): Promise<Answer> =>
  stack.ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${selects} } }`, {
    viewer,
    variables: { input },
  });

it.each(BAD)("%s (%s) is refused, and nothing is written", async (_name, verb, prepare, expected) => {
  const asked = await prepare();
  const before = await fingerprint();
  const { body } = await ask(verb, { ...asked, input: { ...asked.input, idempotencyKey: "refused-0001" } });
  expect({ done: body.data?.done, ...body.errors?.[0]?.extensions }).toMatchObject(expected);
  expect(body.errors).toHaveLength(1);
  expect(await fingerprint()).toBe(before);
});
