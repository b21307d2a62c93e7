/** Verbs of allotments and payments: of an allotment that officer-1's agency issued, which stands for a finance department, and officer-2's received. */
import { tables } from "../../../subgraphs/funds/seeds/budget-tables.js";
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";
import { PROJECT_VERBS } from "./projects.js";

const ISSUER = "11990101MB9000015E";
const RECEIVER = "12990101MB90000236";

/** Classification of an allotment of this year. */
export const TERMS = {
  fiscalYear: 2026,
  budgetCategory: "GENERAL",
  direct: "NOT_DIRECT",
  functionCode: "2130504",
  central: false,
} as const;

const STEPS = {
  issueAllotment: ["finance-3", "AllotmentStepInput", {}],
  receiveAllotment: ["finance-3", "AllotmentStepInput", {}],
  assignAllotment: ["finance-3", "AssignAllotmentInput", { amount: "10.00", organization: RECEIVER }],
  addToAllotment: ["finance-3", "MoveAllotmentInput", { amount: "10.00", reasons: "追加" }],
  reclaimAllotment: ["finance-3", "MoveAllotmentInput", { amount: "10.00", reasons: "结余" }],
  recallAllotment: ["finance-3", "RecallAllotmentInput", { amount: "10.00", reasons: "结余" }],
  carryOverAllotment: ["finance-3", "AllotmentStepInput", {}],
  closeAllotment: ["finance-3", "AllotmentStepInput", {}],
  reopenAllotment: ["finance-3", "ReasonedAllotmentInput", { reasons: "退票" }],
} as const;

/** A step of an allotment. */
export type AllotmentStepName = keyof typeof STEPS;

let drafted = 0;

/** A document number that no test had before. */
export const newNumber = (): string => `试财指〔2026〕${++drafted}号`;

/** Does a verb of an allotment as finance-3, or as somebody else. Throws where it is refused. */
export const actOnAllotment = async (
  stack: TestStack,
  name: AllotmentStepName | "draftAllotment",
  input: object,
  viewer: string = "finance-3",
): Promise<{ allotmentNo: string; version: number; state: string }> => {
  const [, type, more] = name === "draftAllotment" ? ["", "DraftAllotmentInput", {}] : STEPS[name];
  const { body } = await stack.ask(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { allotment { allotmentNo version state } } }`,
    { viewer, variables: { input: { ...more, ...input } } },
  );
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.allotment;
};

/** An allotment of 100 yuan of a county's own money that went through these steps. */
export const allotmentAfter = async (
  stack: TestStack,
  ...steps: AllotmentStepName[]
): Promise<{ allotmentNo: string; version: number }> => {
  let at = await actOnAllotment(stack, "draftAllotment", {
    ...{ allotmentNo: newNumber(), fundName: "试验资金", amount: "100.00", terms: TERMS },
  });
  for (const step of steps)
    at = await actOnAllotment(stack, step, { allotmentNo: at.allotmentNo, expectedVersion: at.version });
  return at;
};

/** From here on it is as if officer-1's agency had issued it and officer-2's received it, in the year before. */
const handTo = async (stack: TestStack, allotmentNo: string): Promise<void> => {
  await stack.databases["funds"]!("allotments")
    .where("allotment_no", allotmentNo)
    .update({ agency_uscc: ISSUER, receiver_uscc: RECEIVER, fiscal_year: 2025 });
};

const entry = (name: AllotmentStepName, letters: string, ...before: AllotmentStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "allotment { allotmentNo }",
  async prepare(stack) {
    const { allotmentNo, version } = await allotmentAfter(stack, ...before);
    await handTo(stack, allotmentNo);
    return { ...STEPS[name][2], allotmentNo, expectedVersion: version };
  },
  letters,
});

const RECEIVED = ["issueAllotment", "receiveAllotment"] as const;

/** By officers of the department that issued it; everyone may know of it. */
const OF_ISSUER = "DDDD YRDDR DD";
/** By officers of the department that received it. */
const OF_RECEIVER = "DDDD RYDDR DD";

/** An allotment of which nothing is held, after these further steps. */
const emptied = async (stack: TestStack, ...after: AllotmentStepName[]) => {
  const { allotmentNo, version } = await allotmentAfter(stack, ...RECEIVED);
  let at = await actOnAllotment(stack, "reclaimAllotment", { allotmentNo, expectedVersion: version, amount: "100.00" });
  for (const step of after) at = await actOnAllotment(stack, step, { allotmentNo, expectedVersion: at.version });
  await handTo(stack, allotmentNo);
  return { allotmentNo, expectedVersion: at.version };
};

/** Verbs of allotments. */
const ALLOTMENT_VERBS: Verbs = {
  draftAllotment: {
    input: "DraftAllotmentInput",
    selects: "allotment { allotmentNo }",
    async prepare(stack) {
      await stack.databases["funds"]!("finance_departments")
        .insert({ division_code: "229999", agency_uscc: ISSUER })
        .onConflict("division_code")
        .ignore();
      return { allotmentNo: newNumber(), fundName: "试验资金", amount: "100.00", terms: TERMS };
    },
    letters: "DDDD YRDDR DD",
  },
  // A draft is known to its own agency alone.
  issueAllotment: entry("issueAllotment", "DDDD YHDDR DD"),
  receiveAllotment: entry("receiveAllotment", OF_RECEIVER, "issueAllotment"),
  assignAllotment: entry("assignAllotment", OF_RECEIVER, ...RECEIVED),
  addToAllotment: entry("addToAllotment", OF_ISSUER, ...RECEIVED),
  reclaimAllotment: entry("reclaimAllotment", OF_ISSUER, ...RECEIVED),
  carryOverAllotment: entry("carryOverAllotment", OF_RECEIVER, ...RECEIVED),
  recallAllotment: {
    ...entry("recallAllotment", OF_RECEIVER, ...RECEIVED, "assignAllotment"),
    async prepare(stack) {
      const { allotmentNo, version } = await allotmentAfter(stack, ...RECEIVED, "assignAllotment");
      await handTo(stack, allotmentNo);
      return {
        ...STEPS.recallAllotment[2],
        allotmentNo,
        expectedVersion: version,
        allocationId: `FA-${allotmentNo}-1`,
      };
    },
  },
  closeAllotment: { ...entry("closeAllotment", OF_RECEIVER), prepare: (stack) => emptied(stack) },
  reopenAllotment: {
    ...entry("reopenAllotment", OF_RECEIVER),
    prepare: async (stack) => ({ ...STEPS.reopenAllotment[2], ...(await emptied(stack, "closeAllotment")) }),
  },
};

/** The bank of agent-1. */
const BANK = "91990101MA9000011P";

const ORDER_STEPS = {
  requestPayment: ["officer-1", "RequestPaymentInput", { amount: "1.00", payee: BANK, purpose: "设备款" }],
  approvePayment: ["officer-2", "ApprovePaymentInput", { bank: BANK }],
  refusePayment: ["officer-2", "ReasonedOrderInput", { reasons: "超出用途" }],
  withdrawPayment: ["officer-1", "PaymentOrderStepInput", {}],
  returnPayment: ["agent-1", "ReasonedOrderInput", { reasons: "账户已销户" }],
} as const;

type OrderStepName = keyof typeof ORDER_STEPS;

const actOnOrder = async (stack: TestStack, name: OrderStepName, input: object) => {
  const [viewer, type, more] = ORDER_STEPS[name];
  const { body } = await stack.ask(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { order { orderNo version } } }`,
    { viewer, variables: { input: { ...more, ...input } } },
  );
  if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body.data.done.order as { orderNo: string; version: number };
};

/** An allocation that officer-1's agency spends, and officer-2's, as the finance department, pays. */
const spentAllocation = async (stack: TestStack): Promise<string> => {
  const { allotmentNo, version } = await allotmentAfter(stack, ...RECEIVED);
  const organization = ISSUER;
  await actOnAllotment(stack, "assignAllotment", { allotmentNo, expectedVersion: version, organization });
  await handTo(stack, allotmentNo);
  return `FA-${allotmentNo}-1`;
};

const orderEntry = (name: OrderStepName, letters: string, ...before: OrderStepName[]): VerbEntry => ({
  input: ORDER_STEPS[name][1],
  selects: "order { orderNo }",
  async prepare(stack) {
    const allocationId = await spentAllocation(stack);
    if (name === "requestPayment") return { ...ORDER_STEPS[name][2], allocationId };
    let at = await actOnOrder(stack, "requestPayment", { allocationId });
    for (const step of before) at = await actOnOrder(stack, step, { orderNo: at.orderNo, expectedVersion: at.version });
    return { ...ORDER_STEPS[name][2], orderNo: at.orderNo, expectedVersion: at.version };
  },
  letters,
});

/** Days of a batch's publicity, and of its review. */
export interface BatchDays {
  readonly from: string;
  readonly to: string;
  readonly reviewedOn?: string;
}

/** Posted, ended and reviewed, on the day of the tests. */
export const BATCH_DAYS = {
  prepared: { from: "2026-10-08", to: "2026-10-20" },
  posted: { from: "2026-09-20", to: "2026-09-30" },
  ended: { from: "2026-09-01", to: "2026-09-20" },
  reviewed: { from: "2026-09-01", to: "2026-09-20", reviewedOn: "2026-09-22" },
} as const satisfies Record<string, BatchDays>;

let batches = 0;

/** A batch of five lines of 1.50 yuan, of officer-1's agency, out of money that officer-2's, as the finance department, received. */
export const newBatch = async (stack: TestStack, { from, to, reviewedOn }: BatchDays): Promise<string> => {
  const { allotmentNo } = await allotmentAfter(stack, ...RECEIVED);
  await handTo(stack, allotmentNo);
  const db = stack.databases["funds"]!;
  const batchNo = `PC-${++batches}`;
  await db("subsidy_batches").insert({
    ...{ batch_no: batchNo, policy_code: "FP-GD", allocation_id: `FA-${allotmentNo}`, period: `试${batches}` },
    ...{ agency_id: `CN-USCC-${ISSUER}`, agency_uscc: ISSUER, division_code: "222403", village_code: "222403105201" },
    ...{ declared_count: 5, declared_fen: 750, publicity_from: from, publicity_to: to },
    town_reviewed_on: reviewedOn ?? null,
  });
  await db("subsidy_lines").insert(
    [1, 2, 3, 4, 5].map((line) => ({
      ...{ batch_no: batchNo, line_no: line, recipient_name: "演示户", recipient_hash: `${batchNo}-${line}` },
      ...{ quantity: "1.495", unit: "亩", standard_fen: 100, amount_fen: 150 },
    })),
  );
  return batchNo;
};

const batchEntry = (input: string, days: BatchDays, letters: string, more: object = {}): VerbEntry => ({
  ...{ input, letters },
  selects: "batch { batchNo }",
  prepare: async (stack) => ({ ...more, batchNo: await newBatch(stack, days), expectedVersion: 1 }),
});

/** An objection of citizen-1 to a posted roster. */
export const objectionOf = async (stack: TestStack, batchNo: string): Promise<string> => {
  const { body } = await stack.ask(
    `mutation ($input: ObjectToRosterInput!) { done: objectToRoster(input: $input) { objection { objectionNo } } }`,
    { viewer: "citizen-1", variables: { input: { batchNo, content: "面积不符" } } },
  );
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.objection.objectionNo;
};

/** Does a verb of a batch or its lines. Throws where it is refused. */
const actOnSubsidy = async (
  stack: TestStack,
  viewer: string,
  { verb, type, selects }: { readonly verb: string; readonly type: string; readonly selects: string },
  input: object,
) => {
  const { body } = await stack.ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${selects} } }`, {
    viewer,
    variables: { input },
  });
  if (body.errors || !body.data.done) throw new Error(`${verb}: ${JSON.stringify(body)}`);
  return body.data.done;
};

/** A batch of five lines of 1.50 yuan that was paid by agent-1's bank. */
export const paidBatch = async (stack: TestStack): Promise<string> => {
  const batchNo = await newBatch(stack, BATCH_DAYS.reviewed);
  const pays = { verb: "paySubsidyBatch", type: "PayBatchInput", selects: "batch { batchNo }" };
  await actOnSubsidy(stack, "officer-2", pays, { batchNo, expectedVersion: 1, bank: BANK });
  return batchNo;
};

/** A line of a paid batch that agent-1's bank sent back. */
export const returnedLine = async (
  stack: TestStack,
  batchNo: string,
  lineNo: number,
): Promise<{ readonly returnNo: string; readonly version: number }> => {
  const returns = {
    ...{ verb: "returnSubsidyLine", type: "ReturnSubsidyLineInput" },
    selects: "subsidyReturn { returnNo version }",
  };
  return (await actOnSubsidy(stack, "agent-1", returns, { batchNo, lineNo, expectedVersion: 0, reasons: "账户已销户" }))
    .subsidyReturn;
};

const SUBSIDY_VERBS: Verbs = {
  postSubsidyRoster: batchEntry("PostRosterInput", BATCH_DAYS.prepared, "DDDD RRDDY DD", { publicityTo: "2026-10-20" }),
  reviewSubsidyBatch: batchEntry("BatchStepInput", BATCH_DAYS.ended, "DDDD YRDDR DD"),
  paySubsidyBatch: batchEntry("PayBatchInput", BATCH_DAYS.reviewed, "DDDD RYDDR DD"),
  // By the bank of the batch or the department that paid it; a citizen is no bank, and does not know of it.
  returnSubsidyLine: {
    ...{ input: "ReturnSubsidyLineInput", selects: "subsidyReturn { returnNo }", letters: "DHHY RYDDR DD" },
    prepare: async (stack) => ({
      batchNo: await paidBatch(stack),
      lineNo: 2,
      expectedVersion: 0,
      reasons: "账户已销户",
    }),
  },
  repaySubsidyLine: {
    ...{ input: "RepaySubsidyLineInput", selects: "subsidyReturn { returnNo }", letters: "DDDD RYDDR DD" },
    async prepare(stack) {
      const { returnNo } = await returnedLine(stack, await paidBatch(stack), 2);
      return { returnNo, expectedVersion: 1, accountTail: "7788" };
    },
  },
  objectToRoster: {
    ...{ input: "ObjectToRosterInput", selects: "objection { objectionNo }", letters: "DYYY DDDDD DD" },
    prepare: async (stack) => ({ batchNo: await newBatch(stack, BATCH_DAYS.posted), content: "面积不符" }),
  },
  answerRosterObjection: {
    ...{ input: "AnswerRosterObjectionInput", selects: "objection { objectionNo }", letters: "DDDD YHDDR DD" },
    async prepare(stack) {
      const objectionNo = await objectionOf(stack, await newBatch(stack, BATCH_DAYS.posted));
      return { objectionNo, expectedVersion: 1, upheld: false, reasons: "经核查无误" };
    },
  },
};

let disclosures = 0;

const FIGURES = {
  running: "2010301",
  ...{ wages: 100_000n, goods: 40_000n, pensions: 16_000n, health: 7_000n, housing: 12_000n },
  ...{ project: 30_000n, governmentManagedFund: 0n, other: 0n, carriedIn: 0n, carriedOut: 0n },
} as const;

/** Final accounts of officer-1's agency that nobody published yet, with nine tables that agree. */
export const newDisclosure = async (stack: TestStack): Promise<string> => {
  const db = stack.databases["funds"]!;
  const id = `BD-T-${++disclosures}`;
  await db("budget_disclosures").insert({
    ...{ id, unit_id: `CN-USCC-${ISSUER}`, unit_uscc: ISSUER, division_code: "222401", year: 3000 + disclosures },
    ...{ kind: "FINAL_ACCOUNTS", replied_on: "2026-09-20" },
    narrative: db.raw("(select narrative from budget_disclosures where id = 'BD-11990101MB0001353W-2025-JS')"),
  });
  await db("budget_table_lines").insert(
    tables(FIGURES, 2025).map(({ table, amount, ...line }, place) => ({
      ...line,
      ...{ disclosure_id: id, table_no: table, line_no: place + 1, amount_fen: amount },
    })),
  );
  return id;
};

/** Verbs of allotments, payments and subsidies. */
export const FUNDS_VERBS: Verbs = {
  ...ALLOTMENT_VERBS,
  ...SUBSIDY_VERBS,
  publishBudgetDisclosure: {
    ...{ input: "PublishBudgetInput", selects: "disclosure { id }", letters: "DDDD RHDDY DD" },
    prepare: async (stack) => ({ id: await newDisclosure(stack), expectedVersion: 1 }),
  },
  requestPayment: orderEntry("requestPayment", "DDDD YYDDR DD"),
  approvePayment: orderEntry("approvePayment", "DDDD RYDDR DD"),
  refusePayment: orderEntry("refusePayment", "DDDD RYDDR DD"),
  withdrawPayment: orderEntry("withdrawPayment", "DDDD YRDDR DD"),
  // A citizen is no bank, and does not know of it.
  returnPayment: orderEntry("returnPayment", "DHHY DDDDD DD", "approvePayment"),
  // The last: its counties get finance departments, whose officers may draft allotments then.
  ...PROJECT_VERBS,
};
