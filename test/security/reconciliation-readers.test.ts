/** Who is told what of few households' money: readers × rules with the right values, and a stranger who computes with everything that is told. */
import type { Knex } from "knex";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { createFaultyBook, fiveHouseholds, type FaultyBook } from "../subgraph/support/faulty-book.js";

const LINEAGE = "测财指〔2026〕8号";
const HEAD = "FA-FEW";
/** The hash of citizen-1. */
const HOUSEHOLD = "demo-subject-1";

type ViewerName = keyof typeof VIEWERS;
const STRANGERS = ["anonymous", "citizen-2", "agent-1", "officer-2", "app-open", "app-partner"] as const;
const OFFICIALS = ["officer-1", "publisher-1", "supervisor-1", "auditor-1"] as const;

let stack: TestStack;
let db: Knex;
let book: FaultyBook;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["funds"]!;
  book = createFaultyBook(db, { lineage: LINEAGE, head: HEAD, firstMovement: 980_000 });
  await book.open();
  const pay = { allocation: HEAD, account: "222401", on: "2026-05-20" };
  // A batch that everyone knows of, one of a household alone, and one of three households.
  await book.pay({ ...pay, no: "ZF-F-5", fen: 45_250, payees: 5 });
  await book.batch("F-5", "T1", fiveHouseholds("many"), "ZF-F-5");
  await book.pay({ ...pay, no: "ZF-F-1", fen: 31_713, payees: 1 });
  await book.batch("F-1", "T2", [{ hash: HOUSEHOLD, quantity: "3.5042", fen: 31_713 }], "ZF-F-1");
  const three = [HOUSEHOLD, "few-2", "few-3"].map((hash) => ({ hash, quantity: "2", fen: 18_100 }));
  await book.pay({ ...pay, no: "ZF-F-3", fen: 54_300, payees: 3 });
  await book.batch("F-3", "T3", three, "ZF-F-3");
  for (const [batch, amount_fen] of [
    ["F-5", 45_250],
    ["F-1", 31_713],
    ["F-3", 54_300],
  ] as const)
    await db("fund_publications").insert({
      ...{
        id: `GS-${batch}`,
        kind: "PUBLIC_NOTICE",
        level: "TOWNSHIP",
        title: "结果公告",
        policy_code: "FP-GD",
        amount_fen,
      },
      ...{ batch_no: batch, village_code: "222401100212", division_code: "222401100", published_on: "2026-05-23" },
      ...{ channel: "网站", objections: 0 },
    });
});
afterAll(() => stack.stop());

const ask = async (query: string, viewer: ViewerName, language: "en" | "zh" = "en") => {
  const { body } = await stack.askSubgraph("funds", query, { viewer: VIEWERS[viewer], language });
  expect(body.errors).toBeUndefined();
  return body.data;
};

const TOLD = `asOf issued paid balance inTransit reclaimed carriedOver difference transit { allocationId }
  rules { id basis outcome ok checked difference offenderCount notShown description
    offenders { breach expected actual difference persons batchNo paidOn publicityEndsOn days year codes description
      allocation { id } allotment { allotmentNo } project { projectCode } payment { paymentNo amount } publication { id amount } roster { batchNo } } }`;

/** Everything that a reconciliation tells: of the allotment, of the policy's year, and of what reaches the township, in both languages. */
const everything = async (viewer: ViewerName) =>
  Promise.all(
    (["en", "zh"] as const).map((language) =>
      ask(
        `{ budgetAllotment(allotmentNo: "${LINEAGE}") { reconciliation { ${TOLD} } }
           fundPolicy(policyCode: "FP-GD") { reconciliation(year: 2026) { ${TOLD} } there: reconciliation(year: 2026, toVillage: "222401100") { ${TOLD} } } }`,
        viewer,
        language,
      ),
    ),
  );

interface Told {
  readonly id: string;
  readonly outcome: string;
  readonly difference: string | null;
  readonly checked: number;
  readonly offenderCount: number;
  readonly notShown: string | null;
  readonly offenders: readonly Record<string, unknown>[];
}

const ruleOf = async (id: string, viewer: ViewerName): Promise<Told> => {
  const { budgetAllotment } = await ask(
    `{ budgetAllotment(allotmentNo: "${LINEAGE}") { reconciliation { ${TOLD} } } }`,
    viewer,
  );
  return budgetAllotment.reconciliation.rules.find((rule: Told) => rule.id === id);
};

/** Outcome, number compared, amount and reason. */
const outcomeOf = async (id: string, viewer: ViewerName) => {
  const { outcome, checked, difference, notShown } = await ruleOf(id, viewer);
  return [outcome, checked, difference, notShown];
};

/** Writes a fault, looks, and takes the fault back. */
const during = async (fault: () => Promise<unknown>, undo: () => Promise<unknown>, look: () => Promise<void>) => {
  await fault();
  try {
    await look();
  } finally {
    await undo();
  }
};

const setLine = (set: object, batch = "F-1") => db("subsidy_lines").where({ batch_no: batch, line_no: 1 }).update(set);
const setBatch = (set: object, batch = "F-1") => db("subsidy_batches").where("batch_no", batch).update(set);

/** Each way in which the money of one household can break a rule. */
const FAULTS = [
  {
    rule: "B4",
    name: "a line that is not quantity times standard, nor the payment",
    fault: () => setLine({ amount_fen: 31_000 }),
    undo: () => setLine({ amount_fen: 31_713 }),
    offenders: [
      { breach: "LINES_UNLIKE_TOTAL", batchNo: "F-1", persons: 1, expected: "317.13", actual: "310.00" },
      { breach: "LINES_UNLIKE_STANDARD", batchNo: "F-1", persons: 1, difference: "7.13" },
    ],
    difference: "14.26",
  },
  {
    rule: "B7",
    name: "a second payment for the same period",
    fault: () => setBatch({ period: "T3" }),
    undo: () => setBatch({ period: "T2" }),
    offenders: [
      { breach: "PAID_TWICE", batchNo: "F-1", persons: 1, difference: "181.00" },
      { breach: "PAID_TWICE", batchNo: "F-3", persons: 1, difference: "181.00" },
    ],
    difference: "362.00",
  },
  {
    rule: "B8",
    name: "a payment before the notice has ended",
    fault: () => setBatch({ publicity_to: "2026-05-25" }),
    undo: () => setBatch({ publicity_to: "2026-05-14" }),
    offenders: [
      {
        breach: "PAID_DURING_PUBLICITY",
        batchNo: "F-1",
        persons: 1,
        paidOn: "2026-05-20",
        publicityEndsOn: "2026-05-25",
      },
    ],
    difference: "317.13",
  },
  {
    rule: "B9",
    name: "a notice that says another amount",
    fault: () => db("fund_publications").where("id", "GS-F-1").update({ amount_fen: 31_999 }),
    undo: () => db("fund_publications").where("id", "GS-F-1").update({ amount_fen: 31_713 }),
    offenders: [
      {
        ...{ breach: "PUBLISHED_UNLIKE_BOOK", persons: 1, expected: "317.13", actual: "319.99" },
        publication: { id: "GS-F-1", amount: "319.99" },
      },
    ],
    difference: "2.86",
  },
] as const;

describe("of the money of one household that breaks a rule", () => {
  it.each(FAULTS)("$rule: $name is told to its agency, supervisors and auditors", async (entry) => {
    await during(entry.fault, entry.undo, async () => {
      for (const viewer of OFFICIALS) {
        const told = await ruleOf(entry.rule, viewer);
        expect([viewer, told.outcome, told.difference, told.notShown]).toEqual([
          viewer,
          "BROKEN",
          entry.difference,
          null,
        ]);
        expect(told.offenderCount).toBe(entry.offenders.length);
        expect(told.offenders).toMatchObject(entry.offenders);
        expect(JSON.stringify(told)).not.toContain(HOUSEHOLD);
      }
    });
  });

  it.each(FAULTS)("$rule: $name is told to the household, with its own batch alone", async (entry) => {
    await during(entry.fault, entry.undo, async () => {
      const told = await ruleOf(entry.rule, "citizen-1");
      // The batch of three is not the household's; that it was paid twice itself is.
      expect([told.outcome, told.difference, told.notShown]).toEqual(["BROKEN", entry.difference, "FEWER_THAN_FIVE"]);
      expect(told.offenders).toMatchObject(entry.offenders);
    });
  });

  it.each(FAULTS)("$rule: $name changes nothing that anybody else is told", async (entry) => {
    const before = await Promise.all(STRANGERS.map(everything));
    await during(entry.fault, entry.undo, async () => {
      expect((await ruleOf(entry.rule, "supervisor-1")).outcome).toBe("BROKEN");
      expect(await Promise.all(STRANGERS.map(everything))).toEqual(before);
    });
    const { outcome, offenderCount, offenders, difference } = await ruleOf(entry.rule, "anonymous");
    expect([outcome, offenderCount, offenders, difference]).toEqual(["NOT_SHOWN", 0, [], null]);
  });
});

describe("where everything is right", () => {
  it("counts are of what the reader may know of", async () => {
    for (const viewer of STRANGERS) {
      for (const rule of ["B4", "B7", "B8"])
        expect([viewer, rule, await outcomeOf(rule, viewer)]).toEqual([
          viewer,
          rule,
          ["NOT_SHOWN", 1, null, "FEWER_THAN_FIVE"],
        ]);
      // The payment and the notice of the batch of five; the payments of others are published to nobody.
      expect(await outcomeOf("B9", viewer)).toEqual(["NOT_SHOWN", 2, null, "FEWER_THAN_FIVE"]);
      for (const rule of ["B1", "B2", "B5", "B6"])
        expect([rule, await outcomeOf(rule, viewer)]).toEqual([rule, ["KEPT", 1, "0.00", null]]);
    }
    for (const rule of ["B4", "B7", "B8"])
      expect([rule, await outcomeOf(rule, "citizen-1")]).toEqual([rule, ["NOT_SHOWN", 2, null, "FEWER_THAN_FIVE"]]);
    for (const viewer of OFFICIALS) {
      for (const rule of ["B4", "B7", "B8"])
        expect([viewer, rule, await outcomeOf(rule, viewer)]).toEqual([viewer, rule, ["KEPT", 3, "0.00", null]]);
      expect(await outcomeOf("B9", viewer)).toEqual(["KEPT", 6, "0.00", null]);
    }
  });
});

describe("of one to four households among many", () => {
  const wrong = (lines: number) =>
    db("subsidy_lines").where("batch_no", "F-5").where("line_no", "<=", lines).update({ amount_fen: 9_051 });
  const right = () => db("subsidy_lines").where("batch_no", "F-5").update({ amount_fen: 9_050 });
  // The sum of the batch stays that of its payment, so that the lines alone are wrong.
  const payment = (fen: number) => db("payments").where("payment_no", "ZF-F-5").update({ amount_fen: fen });

  it.each([1, 2, 3, 4])("neither batch nor amount nor number is told of %i wrong lines", async (lines) => {
    await during(
      async () => [await wrong(lines), await payment(45_250 + lines)],
      async () => [await right(), await payment(45_250)],
      async () => {
        for (const viewer of STRANGERS) {
          const { outcome, checked, difference, offenderCount, offenders } = await ruleOf("B4", viewer);
          expect([viewer, outcome, checked, difference, offenderCount, offenders]).toEqual([
            viewer,
            ...["NOT_SHOWN", 1, null, 0, []],
          ]);
        }
        for (const viewer of OFFICIALS)
          expect((await ruleOf("B4", viewer)).offenders).toMatchObject([
            { breach: "LINES_UNLIKE_STANDARD", batchNo: "F-5", persons: lines, difference: `0.0${lines}` },
          ]);
      },
    );
  });

  it("five wrong lines are told to everyone", async () => {
    await during(
      async () => [await wrong(5), await payment(45_255)],
      async () => [await right(), await payment(45_250)],
      async () => {
        const { outcome, difference, notShown, offenders } = await ruleOf("B4", "anonymous");
        // The other batches are not shown, whatever is wrong about them.
        expect([outcome, difference, notShown]).toEqual(["BROKEN", "0.05", "FEWER_THAN_FIVE"]);
        expect(offenders).toMatchObject([
          { breach: "LINES_UNLIKE_STANDARD", batchNo: "F-5", persons: 5, payment: { paymentNo: "ZF-F-5" } },
        ]);
      },
    );
  });
});

describe("a household that is one of several", () => {
  const hashes = (line: number, recipient_hash: string) =>
    db("subsidy_lines").where({ batch_no: "F-5", line_no: line }).update({ recipient_hash });

  it("is told neither of wrong lines nor of double payments that are others' too", async () => {
    const first = () => db("subsidy_lines").where("batch_no", "F-3").where("line_no", "<=", 2);
    await during(
      () => first().update({ amount_fen: 18_101 }),
      () => first().update({ amount_fen: 18_100 }),
      async () => {
        expect(await outcomeOf("B4", "citizen-1")).toEqual(["NOT_SHOWN", 2, null, "FEWER_THAN_FIVE"]);
        expect((await ruleOf("B4", "officer-1")).offenders[1]).toMatchObject({ batchNo: "F-3", persons: 2 });
      },
    );
    await during(
      async () => [await hashes(1, HOUSEHOLD), await hashes(2, "few-2"), await setBatch({ period: "T3" }, "F-5")],
      async () => [await hashes(1, "many-1"), await hashes(2, "many-2"), await setBatch({ period: "T1" }, "F-5")],
      async () => {
        for (const viewer of ["citizen-1", ...STRANGERS] as const) {
          const { outcome, offenders } = await ruleOf("B7", viewer);
          expect([viewer, outcome, offenders]).toEqual([viewer, "NOT_SHOWN", []]);
        }
        expect((await ruleOf("B7", "officer-1")).offenders).toMatchObject([
          { batchNo: "F-3", persons: 2, difference: "181.00" },
          { batchNo: "F-5", persons: 2, difference: "181.00" },
        ]);
      },
    );
  });
});

describe("a stranger who adds and subtracts everything that is told", () => {
  /** Amounts in fen that stand anywhere in an answer, in fields and in words. */
  const amountsIn = (answer: unknown): number[] => [
    ...new Set(
      [...JSON.stringify(answer).matchAll(/(?<![\d.])(\d+)\.(\d{2})(?!\d)/g)].map(
        ([, yuan, fen]) => Number(yuan) * 100 + Number(fen),
      ),
    ),
  ];

  it("finds no household's amount, though every rule is broken for it", async () => {
    for (const { fault } of FAULTS) await fault();
    try {
      for (const viewer of STRANGERS) {
        const answers = await ask(
          `{ budgetAllotment(allotmentNo: "${LINEAGE}") { reconciliation { ${TOLD} } downstream(depth: 6, first: 50) { nodes { id paid balance payments(first: 100) { totalCount nodes { paymentNo amount payeeCount } } } } }
             fundPolicy(policyCode: "FP-GD") { publications(first: 100, division: "222401100") { nodes { id batchNo amount } } } }`,
          viewer,
        );
        const { nodes } = answers.fundPolicy.publications;
        const own = nodes.filter(({ id }: { id: string }) => id.startsWith("GS-F-"));
        expect(own.map(({ id, amount }: { id: string; amount: string | null }) => [id, amount])).toEqual([
          ["GS-F-5", "452.50"],
          ["GS-F-3", null],
          ["GS-F-1", null],
        ]);
        const amounts = [0, ...amountsIn({ ...answers, fundPolicy: own })];
        // Line, payment, notice, wrong line, excess and gaps of the household, and of the batch of three.
        const hidden = [31_713, 31_999, 31_000, 18_100, 36_200, 713, 1_426, 286, 54_300];
        for (const one of amounts)
          for (const other of amounts)
            for (const fen of [one, one + other, one - other])
              expect([viewer, hidden.includes(fen), fen]).toEqual([viewer, false, fen]);
        expect(JSON.stringify(answers)).not.toMatch(/ZF-F-[13]|many-|few-|demo-subject/);
        const { rules } = answers.budgetAllotment.reconciliation;
        expect(rules.length).toBeGreaterThan(1);
        expect(JSON.stringify(rules)).not.toMatch(/F-[13]/);
        for (const { difference, offenders, offenderCount } of rules) {
          expect(offenderCount).toBe(offenders.length);
          expect(difference ?? "0.00").toBe("0.00");
        }
      }
    } finally {
      for (const { undo } of FAULTS) await undo();
    }
  });
});
