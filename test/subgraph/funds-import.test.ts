/** Import of budget allotments and subsidy batches: what does not add up is quarantined whole, and nobody is stored in clear. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHmac } from "node:crypto";
import { runImport, type ImportSummary } from "../../platform/import/index.js";
import { budgetAllotmentImport } from "../../subgraphs/funds/budget-allotment/budget-allotment.import.js";
import { subsidyBatchImport } from "../../subgraphs/funds/subsidy/subsidy-batch.import.js";
import { brokenInvariants } from "../support/invariants.js";
import { startFunds, type FundsUnderTest } from "./support/funds.js";

const KEY = "test-subject-key";
/** Synthetic numbers: region 990101 belongs to nobody (docs/reference/identifiers.md#numbers-that-belong-to-nobody). */
const [FIRST, SECOND] = ["990101199001010019", "990101198506150020"] as const;
const ACCOUNT = "6228480000011112345";

/** What all rows of the files here have, and no column says. */
const GENERAL_BUDGET = { constants: { budgetCategory: "一般公共预算" } };

let funds: FundsUnderTest;
let directory: string;
beforeAll(async () => {
  funds = await startFunds();
  directory = mkdtempSync(join(tmpdir(), "govgraph-funds-import-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await funds.stack.stop();
});

const load = (
  kind: "allotments" | "batches",
  name: string,
  header: string,
  lines: readonly string[],
  dryRun = false,
): Promise<ImportSummary> => {
  const file = join(directory, name);
  writeFileSync(file, `\uFEFF${header}\n${lines.join("\n")}\n`);
  const { stack, db } = funds;
  const call = stack.batchCall;
  const context = { db, today: "2026-09-28", source: "test", call, subjectKey: KEY };
  const options = { file, mapping: {}, dryRun, chunkSize: 2 };
  return kind === "allotments"
    ? runImport(budgetAllotmentImport, context, { ...options, mapping: GENERAL_BUDGET })
    : runImport(subsidyBatchImport, context, options);
};

const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];
const rules = ({ quarantined }: ImportSummary): string[] => quarantined.map(({ rule }) => rule);

describe("import of budget allotments", () => {
  const HEADER =
    "FISCAL_YEAR,COR_BGT_DOC_NO,SUP_BGT_DOC_NO,BGT_DOC_TITLE,EXP_FUNC_CODE,资金来源级次,AMOUNT,DOC_DATE,接收日期,下达区划,MOF_DIV_CODE,直达资金标识,POLICY_CODE";
  // The part stands before what it is made of, in another chunk.
  const LINES = [
    "2026,延州财农指〔2026〕901号,吉财农指〔2026〕900号,分解资金,2130122,中央,400000.00,20260312,2026/3/15,222400,222401,1,FP-GD",
    "2026,延州财农指〔2026〕902号,吉财农指〔2026〕900号,分解资金,2130122,中央,350000.55,20260312,2026/3/15,222400,222402,1,FP-GD",
    '2026,吉财农指(2026)900号,,耕地补贴,2130122,中央,"1,000,000.00",2026-03-01,2026-03-05,,222400,直达,FP-GD',
  ];

  it("writes an issue and what is made of it into the book, whatever the order of the rows", async () => {
    expect(counts(await load("allotments", "good.csv", HEADER, LINES))).toEqual([3, 3, 0, 0]);
    const { budgetAllotment } = await funds.ask(
      `{ budgetAllotment(allotmentNo: "吉财农指〔2026〕900号") { amount direct state downstream { nodes { amount recipient { ... on Division { code } } } }
        reconciliation { issued paid balance inTransit difference rules { id ok } } } }`,
    );
    expect(budgetAllotment).toMatchObject({
      amount: "1000000.00",
      direct: "DIRECT",
      state: "RECEIVED",
      downstream: {
        nodes: [
          { amount: "400000.00", recipient: { code: "222401" } },
          { amount: "350000.55", recipient: { code: "222402" } },
        ],
      },
      reconciliation: { issued: "1000000.00", balance: "1000000.00", difference: "0.00" },
    });
    expect(budgetAllotment.reconciliation.rules.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    const held = await funds.rows(
      `select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::text as fen from postings
       where lineage = '吉财农指〔2026〕900号' group by account order by account`,
    );
    expect(held).toEqual([
      { account: "222400", fen: "24999945" },
      { account: "222401", fen: "40000000" },
      { account: "222402", fen: "35000055" },
      { account: "CENTRAL", fen: "-100000000" },
      { account: "TRANSIT", fen: "0" },
    ]);
  });

  it("changes nothing the second time", async () => {
    const before = await funds.rows(`select count(*) from postings`);
    expect(counts(await load("allotments", "good.csv", HEADER, LINES))).toEqual([3, 0, 3, 0]);
    expect(await funds.rows(`select count(*) from postings`)).toEqual(before);
  });

  it("quarantines parts that exceed what stands above them, the whole group with the difference in fen", async () => {
    const summary = await load("allotments", "over.csv", HEADER, [
      "2026,吉财农指〔2026〕910号,,甲资金,2130122,中央,100.00,2026-03-01,2026-03-05,,222400,否,",
      "2026,延州财农指〔2026〕911号,吉财农指〔2026〕910号,甲资金,2130122,中央,60.00,2026-03-12,2026-03-15,222400,222401,否,",
      "2026,延州财农指〔2026〕912号,吉财农指〔2026〕910号,甲资金,2130122,中央,40.01,2026-03-12,2026-03-15,222400,222402,否,",
      "2026,延州财农指〔2026〕913号,吉财农指〔2026〕900号,追加部分,2130122,中央,250000.00,2026-04-12,2026-04-15,222400,222403,否,",
      "2026,吉财农指〔2026〕920号,,乙资金,2130122,中央,5.00,2026-03-01,2026-03-05,,222400,否,",
    ]);
    expect(counts(summary)).toEqual([5, 1, 0, 4]);
    expect(rules(summary)).toEqual(["B1_OVERDRAWN", "B1_OVERDRAWN", "B1_OVERDRAWN", "B1_OVERDRAWN"]);
    expect(summary.quarantined[0]!.remedy).toContain("10001 fen and it holds 10000 fen: difference 1 fen");
    expect(summary.quarantined[3]!.remedy).toContain("difference 55 fen");
    const written = await funds.rows(
      `select allotment_no from allotments where allotment_no ~ '〕9[12][0-9]号' order by 1`,
    );
    expect(written).toEqual([{ allotment_no: "吉财农指〔2026〕920号" }]);
  });

  it.each([
    [
      "a class that the year's table does not have",
      "2026,吉财农指〔2026〕930号,,甲,999,中央,1,2026-03-01,,,222400,,",
      "B6_FUNCTION_CODE",
      "EXP_FUNC_CODE",
    ],
    ["three decimal places", "2026,吉财农指〔2026〕930号,,甲,213,中央,1.005,2026-03-01,,,222400,,", "MONEY", "AMOUNT"],
    ["a number that is none", "2026,农35号,,甲,213,中央,1,2026-03-01,,,222400,,", "DOCUMENT_NUMBER", "COR_BGT_DOC_NO"],
    [
      "a day that does not exist",
      "2026,吉财农指〔2026〕930号,,甲,213,中央,1,2026-02-30,,,222400,,",
      "DATE",
      "DOC_DATE",
    ],
    [
      "an unknown division",
      "2026,吉财农指〔2026〕930号,,甲,213,中央,1,2026-03-01,,,229999,,",
      "DIVISION_UNKNOWN",
      "MOF_DIV_CODE",
    ],
    [
      "an unknown policy",
      "2026,吉财农指〔2026〕930号,,甲,213,中央,1,2026-03-01,,,222400,,FP-NONE",
      "POLICY_UNKNOWN",
      "POLICY_CODE",
    ],
    [
      "an unknown allotment above",
      "2026,吉财农指〔2026〕930号,吉财农指〔2026〕999号,甲,213,中央,1,2026-03-01,,,222400,,",
      "UPSTREAM_UNKNOWN",
      "SUP_BGT_DOC_NO",
    ],
    [
      "an allotment of the book with another amount",
      "2026,吉财农指〔2026〕900号,,耕地补贴,2130122,中央,2.00,2026-03-01,2026-03-05,,222400,直达,FP-GD",
      "ALLOTMENT_CHANGED",
      undefined,
    ],
  ])("quarantines %s", async (_name, line, rule, column) => {
    const summary = await load("allotments", "bad.csv", HEADER, [line]);
    expect(summary.quarantined.map((row) => [row.rule, row.column])).toEqual([[rule, column]]);
  });
});

describe("import of subsidy batches", () => {
  const HEADER =
    "批次号,政策编码,指标文号,主管部门代码,主管部门名称,村级区划代码,发放周期,公示开始日期,公示截止日期,批次总金额,批次人数,支付凭证号,支付日期,姓名,身份证号,银行账号,开户银行,数量,计量单位,补贴标准,发放金额";
  interface Terms {
    readonly no: string;
    readonly total: string;
    readonly period?: string;
    readonly payment?: string;
    readonly paidOn?: string;
    readonly village?: string;
  }
  const line = (
    { no, total, period = "2026-A", payment = "", paidOn = "", village = "222401100209" }: Terms,
    person: readonly [name: string, id: string],
    quantity: string,
    amount: string,
  ): string =>
    `${no},FP-GD,吉财农指〔2026〕44号,11990101MB9000015E,延吉市市场监督管理局（演示）,${village},${period},2026-05-06,2026-05-14,${total},2,${payment},${paidOn},${person[0]},${person[1]},${ACCOUNT},某银行,${quantity},亩,90.50,${amount}`;
  const persons = [
    ["甲演示", FIRST],
    ["乙演示", SECOND],
  ] as const;
  // 3.333 × 9050 = 30163.65 → 30164 fen; 10 × 9050 = 90500 fen.
  const batch = (terms: Partial<Terms> = {}): string[] => {
    const all = { no: "IMP-1", total: "1206.64", ...terms };
    return [line(all, persons[0], "3.333", "301.64"), line(all, persons[1], "10", "905.00")];
  };
  const hashOf = (id: string): string => createHmac("sha256", KEY).update(id).digest("hex");

  it("is posted first and paid later by the same lines, out of the allocation of the county", async () => {
    expect(counts(await load("batches", "posted.csv", HEADER, batch()))).toEqual([2, 2, 0, 0]);
    const stored = await funds.rows(
      `select recipient_name, recipient_hash, account_tail, quantity::text, amount_fen::text from subsidy_lines where batch_no = 'IMP-1' order by line_no`,
    );
    expect(stored).toEqual([
      {
        recipient_name: "甲演示",
        recipient_hash: hashOf(FIRST),
        account_tail: "2345",
        quantity: "3.333",
        amount_fen: "30164",
      },
      {
        recipient_name: "乙演示",
        recipient_hash: hashOf(SECOND),
        account_tail: "2345",
        quantity: "10",
        amount_fen: "90500",
      },
    ]);
    const paid = batch({ payment: "ZF-IMP-1", paidOn: "2026-05-20" });
    expect(counts(await load("batches", "paid.csv", HEADER, paid))).toEqual([2, 2, 0, 0]);
    expect(counts(await load("batches", "paid.csv", HEADER, paid))).toEqual([2, 0, 2, 0]);
    const postings = await funds.rows(
      `select account, direction, amount_fen::text from postings where movement_id = (select movement_id from payments where payment_no = 'ZF-IMP-1') order by direction`,
    );
    expect(postings).toEqual([
      { account: "222401", direction: "CREDIT", amount_fen: "120664" },
      { account: "PAYEES", direction: "DEBIT", amount_fen: "120664" },
    ]);
    const { budgetAllotment } = await funds.ask(
      `{ budgetAllotment(allotmentNo: "吉财农指〔2026〕44号") { reconciliation { difference rules { id ok } } } }`,
      "supervisor-1",
    );
    expect(budgetAllotment.reconciliation.rules.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
  });

  it("leaves identity numbers and accounts nowhere: not in tables, not in quarantine, not in the report", async () => {
    const bad = line({ no: "IMP-BAD", total: "1.00" }, ["丙演示", "990101199001010018"], "1", "90.50");
    const summary = await load("batches", "secret.csv", HEADER, [bad]);
    expect(summary.quarantined).toEqual([
      expect.objectContaining({ column: "身份证号", value: undefined, rule: "RESIDENT_ID" }),
    ]);
    const tables = await funds.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'funds' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [found] = await funds.rows<{ n: bigint }>(
        `select count(*) as n from "${name}" t where t::text like any (array['%${FIRST}%', '%${SECOND}%', '%990101199001010018%', '%${ACCOUNT}%'])`,
      );
      expect([name, found!.n]).toEqual([name, 0n]);
    }
  });

  it.each([
    [
      "lines that do not make up the total",
      batch({ no: "IMP-2", total: "1206.00", period: "2026-B" }),
      ["B4_LINES_DO_NOT_ADD_UP", "B4_LINES_DO_NOT_ADD_UP"],
      "The lines make 120664 fen and the batch says 120600 fen: difference 64 fen.",
    ],
    [
      "a line that is not quantity times standard, rounded half up",
      [
        line({ no: "IMP-3", total: "1206.63", period: "2026-B" }, persons[0], "3.333", "301.63"),
        line({ no: "IMP-3", total: "1206.63", period: "2026-B" }, persons[1], "10", "905.00"),
      ],
      ["B4_AMOUNT", "GROUP_REFUSED"],
      "The line is of 30163 fen, quantity times standard is 30164 fen: difference 1 fen.",
    ],
    [
      "a person twice in one batch",
      [
        line({ no: "IMP-4", total: "181.00", period: "2026-B" }, persons[0], "1", "90.50"),
        line({ no: "IMP-4", total: "181.00", period: "2026-B" }, persons[0], "1", "90.50"),
      ],
      ["B7_PAID_TWICE", "B7_PAID_TWICE"],
      "9050 fen too much",
    ],
    [
      "persons whom another batch pays for the same policy and period",
      batch({ no: "IMP-5", village: "222401100210" }),
      ["B7_PAID_TWICE", "B7_PAID_TWICE"],
      "120664 fen too much",
    ],
    [
      "a payment before the notice has ended",
      batch({ no: "IMP-6", period: "2026-B", payment: "ZF-IMP-6", paidOn: "2026-05-14" }),
      ["B8_PAID_BEFORE_NOTICE_ENDED", "B8_PAID_BEFORE_NOTICE_ENDED"],
      "ends on 2026-05-14",
    ],
    [
      "lines that say different things of their batch",
      [batch({ no: "IMP-7", period: "2026-B" })[0]!, batch({ no: "IMP-7", period: "2026-C" })[1]!],
      ["BATCH_FACTS_DIFFER", "BATCH_FACTS_DIFFER"],
      "make them equal",
    ],
    [
      "another content under a number that is there",
      batch({ period: "2026-B" }),
      ["BATCH_CHANGED", "BATCH_CHANGED"],
      "corrected by a return",
    ],
    [
      "a number of a payment that is taken",
      batch({ no: "IMP-8", period: "2026-B", payment: "ZF-IMP-1", paidOn: "2026-05-20" }),
      ["PAYMENT_NUMBER_TAKEN", "PAYMENT_NUMBER_TAKEN"],
      "another payment",
    ],
  ])("quarantines %s whole, and says by how much", async (_name, lines, expected, remedy) => {
    const before = await funds.rows(
      `select (select count(*) from subsidy_batches) as b, (select count(*) from subsidy_lines) as l, (select count(*) from postings) as p`,
    );
    const summary = await load("batches", "refused.csv", HEADER, lines);
    expect(counts(summary)).toEqual([lines.length, 0, 0, lines.length]);
    expect(rules(summary)).toEqual(expected);
    expect(summary.quarantined[0]!.remedy).toContain(remedy);
    expect(
      await funds.rows(
        `select (select count(*) from subsidy_batches) as b, (select count(*) from subsidy_lines) as l, (select count(*) from postings) as p`,
      ),
    ).toEqual(before);
  });

  it("refuses what the allocation can not pay, with the difference, and loads the batch beside it", async () => {
    const [held] = await funds.rows<{ fen: bigint }>(
      `select sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen from postings where account = '222401' and lineage = '吉财农指〔2026〕44号'`,
    );
    const quantity = 1_000n;
    const amount = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
    const total = 2n * quantity * 9_050n;
    const terms = { no: "IMP-9", total: amount(total), period: "2026-D", payment: "ZF-IMP-9", paidOn: "2026-05-20" };
    const summary = await load("batches", "mixed.csv", HEADER, [
      line(terms, persons[0], String(quantity), amount(quantity * 9_050n)),
      ...batch({ no: "IMP-10", period: "2026-E" }),
      line(terms, persons[1], String(quantity), amount(quantity * 9_050n)),
    ]);
    expect(counts(summary)).toEqual([4, 2, 0, 2]);
    expect(summary.quarantined.map(({ line: number, rule }) => [number, rule])).toEqual([
      [2, "B1_OVERDRAWN"],
      [5, "B1_OVERDRAWN"],
    ]);
    expect(summary.quarantined[0]!.remedy).toContain(`difference ${total - held!.fen} fen`);
    expect(await funds.rows(`select batch_no from subsidy_batches where batch_no in ('IMP-9', 'IMP-10')`)).toEqual([
      { batch_no: "IMP-10" },
    ]);
  });

  it("is paid by a file after the days for which its agency posted it, and not while an objection stands", async () => {
    const terms = { no: "IMP-13", period: "2026-G" };
    const paid = (paidOn: string): string[] => batch({ ...terms, payment: "ZF-IMP-13", paidOn });
    expect(counts(await load("batches", "planned.csv", HEADER, batch(terms)))).toEqual([2, 2, 0, 0]);
    await funds.db("subsidy_batches").where("batch_no", "IMP-13").update({ publicity_to: "2026-06-30" });
    expect(rules(await load("batches", "early.csv", HEADER, paid("2026-06-30")))).toEqual(
      Array<string>(2).fill("B8_PAID_BEFORE_NOTICE_ENDED"),
    );
    const objection = { objection_no: "YY-IMP-13", batch_no: "IMP-13", subject: "someone", content: "面积不符" };
    const agency = { agency_uscc: "11990101MB9000015E", division_code: "222401" };
    await funds.db("roster_objections").insert({ ...objection, ...agency, state: "FILED", filed_on: "2026-06-01" });
    expect(rules(await load("batches", "objected.csv", HEADER, paid("2026-07-01")))).toEqual(
      Array<string>(2).fill("OBJECTION_STANDS"),
    );
    await funds.db("roster_objections").where("objection_no", "YY-IMP-13").update({ state: "REJECTED" });
    expect(counts(await load("batches", "paid.csv", HEADER, paid("2026-07-01")))).toEqual([2, 2, 0, 0]);
  });

  it("pays nobody whose line came back and was paid again", async () => {
    const again = batch({ no: "IMP-14", period: "2026-G" });
    const line = funds.db("subsidy_lines").where({ batch_no: "IMP-13", line_no: 1 });
    const others = funds.db("subsidy_lines").where({ batch_no: "IMP-13", line_no: 2 });
    await others.update({ returned_on: "2026-07-02" });
    await line.clone().update({ returned_on: "2026-07-02", repaid_payment_no: "ZF-IMP-1" });
    expect(rules(await load("batches", "again.csv", HEADER, again))).toEqual(Array<string>(2).fill("B7_PAID_TWICE"));
    await line.clone().update({ repaid_payment_no: null });
    expect(counts(await load("batches", "again.csv", HEADER, again, true))).toEqual([2, 2, 0, 0]);
    await funds.db("subsidy_lines").where("batch_no", "IMP-13").update({ returned_on: null });
  });

  it("checks everything and writes nothing in a dry run", async () => {
    const summary = await load("batches", "dry.csv", HEADER, batch({ no: "IMP-11", period: "2026-F" }), true);
    expect(counts(summary)).toEqual([2, 2, 0, 0]);
    expect(await funds.rows(`select 1 from subsidy_batches where batch_no = 'IMP-11'`)).toEqual([]);
  });

  it("needs a key for the hashes", async () => {
    const file = join(directory, "nokey.csv");
    writeFileSync(file, `${HEADER}\n${batch({ no: "IMP-12" }).join("\n")}\n`);
    const context = { db: funds.db, today: "2026-09-28", source: "test", call: async () => [] as never };
    await expect(runImport(subsidyBatchImport, context, { file, mapping: {}, dryRun: true })).rejects.toThrow(
      /GOVGRAPH_SUBJECT_KEY/,
    );
  });
});

describe("after all imports", () => {
  it("the book keeps its invariants, and one that is broken is told", async () => {
    const [imported] = await funds.rows<{ n: number }>(
      `select count(*)::int as n from subsidy_batches where batch_no like 'IMP-%'`,
    );
    expect(imported!.n).toBeGreaterThan(0);
    expect(await brokenInvariants("funds", funds.db)).toEqual([]);
    const trx = await funds.db.transaction();
    await trx("subsidy_lines").where({ batch_no: "IMP-1", line_no: 1 }).increment("amount_fen", 1);
    expect((await brokenInvariants("funds", trx as never)).map(([sentence]) => sentence.slice(0, 2))).toEqual([
      "B4",
      "B4",
    ]);
    await trx.rollback();
  });
});
