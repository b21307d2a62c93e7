/** Budget codes of 2018 to 2026 as data: everyday codes are known, later years are accepted with a finding, tables are loaded on a running system. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { budgetCodes, LawFileRefused, parseBudgetCodes, useBudgetCodes } from "../../platform/domain/index.js";
import { runImport } from "../../platform/import/index.js";
import { keepLaw, readLawFile, writeLawEdition } from "../../platform/law/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { budgetAllotmentImport } from "../../subgraphs/funds/budget-allotment/budget-allotment.import.js";
import { startFunds, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
let directory: string;
beforeAll(async () => {
  funds = await startFunds();
  directory = mkdtempSync(join(tmpdir(), "govgraph-budget-codes-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await funds.stack.stop();
});
afterEach(() => useBudgetCodes(undefined));

/** The code and its name in the year; undefined where the year's table has none. */
const nameOf = async (kind: string, year: number, code: string): Promise<string | undefined> =>
  (
    await funds.ask(`{ classifications(year: ${year}, kind: ${kind}, under: "${code}") { nodes { code name } } }`)
  ).classifications.nodes.find((node: { code: string }) => node.code === code)?.name;

describe("the tables", () => {
  it.each([
    ["2010101", "行政运行"],
    ["2010301", "行政运行"],
    ["2010302", "一般行政管理事务"],
    ["2050201", "学前教育"],
    ["2050202", "小学教育"],
    ["2050203", "初中教育"],
    ["2050204", "高中教育"],
    ["2080505", "机关事业单位基本养老保险缴费支出"],
    ["2080506", "机关事业单位职业年金缴费支出"],
    ["2081901", "城市最低生活保障金支出"],
    ["2081902", "农村最低生活保障金支出"],
    ["2082001", "临时救助支出"],
    ["2100408", "基本公共卫生服务"],
    ["2101101", "行政单位医疗"],
    ["2101102", "事业单位医疗"],
    ["2101103", "公务员医疗补助"],
    ["2110301", "大气"],
    ["2130505", "生产发展"],
    ["2210201", "住房公积金"],
    ["2210202", "提租补贴"],
    ["2299999", "其他支出"],
  ])("know the function %s %s", async (code, name) => expect(await nameOf("FUNCTION", 2026, code)).toBe(name));

  it("know the economic uses of departments and of governments", async () => {
    const all = async (kind: string, under: string): Promise<string[]> =>
      (
        await funds.ask(
          `{ classifications(year: 2026, kind: ${kind}, under: "${under}", first: 100) { nodes { code name } } }`,
        )
      ).classifications.nodes.map(({ code, name }: { code: string; name: string }) => `${code} ${name}`);
    expect(await all("DEPARTMENT_ECONOMIC", "301")).toEqual([
      "301 工资福利支出",
      "30101 基本工资",
      "30102 津贴补贴",
      "30103 奖金",
      "30106 伙食补助费",
      "30107 绩效工资",
      "30108 机关事业单位基本养老保险缴费",
      "30109 职业年金缴费",
      "30110 职工基本医疗保险缴费",
      "30111 公务员医疗补助缴费",
      "30112 其他社会保障缴费",
      "30113 住房公积金",
      "30114 医疗费",
      "30199 其他工资福利支出",
    ]);
    const goods = (await all("DEPARTMENT_ECONOMIC", "302")).slice(1);
    expect(goods.map((known) => known.slice(3, 5)).join(" ")).toBe(
      "01 02 03 04 05 06 07 08 09 11 12 13 14 15 16 17 18 24 25 26 27 28 29 31 39 40 99",
    );
    expect(await all("DEPARTMENT_ECONOMIC", "3100")).toEqual(
      expect.arrayContaining(["31002 办公设备购置", "31003 专用设备购置"]),
    );
    expect(await all("GOVERNMENT_ECONOMIC", "501")).toEqual([
      "501 机关工资福利支出",
      "50101 工资奖金津补贴",
      "50102 社会保障缴费",
      "50103 住房公积金",
      "50199 其他工资福利支出",
    ]);
    expect(await nameOf("GOVERNMENT_ECONOMIC", 2026, "50999")).toBe("其他对个人和家庭补助");
  });

  it.each([
    ["20805", 2019, "行政事业单位离退休"],
    ["20805", 2020, "行政事业单位养老支出"],
    ["21305", 2020, "扶贫"],
    ["21305", 2021, "巩固脱贫攻坚成果衔接乡村振兴"],
    ["210", 2018, "医疗卫生与计划生育支出"],
    ["210", 2019, "卫生健康支出"],
    ["2089901", 2020, "其他社会保障和就业支出"],
    ["2089901", 2021, undefined],
    ["2089999", 2021, "其他社会保障和就业支出"],
    ["224", 2018, undefined],
    ["20139", 2023, undefined],
    ["20139", 2024, "社会工作事务"],
  ])("%s in %i is %s", async (code, year, name) => expect(await nameOf("FUNCTION", year, code)).toBe(name));

  it("say from which document a code is, in which years it holds and whether that was confirmed", async () => {
    const { classifications } = await funds.ask(
      `{ classifications(year: 2026, kind: FUNCTION, under: "2130504") { nodes { code firstYear lastYear source verified } } }`,
    );
    expect(classifications.nodes).toEqual([
      {
        code: "2130504",
        firstYear: 2018,
        lastYear: null,
        source: "政府收支分类科目（2018年至2026年各年度）",
        verified: false,
      },
    ]);
    const { economic } = await funds.ask(
      `{ economic: classifications(year: 2018, kind: DEPARTMENT_ECONOMIC, under: "30101") { nodes { source verified } } }`,
    );
    expect(economic.nodes).toEqual([{ source: "支出经济分类科目改革方案（财预〔2017〕98号）", verified: true }]);
  });

  it("hold below every code the group and the class that it belongs to", () => {
    const codes = budgetCodes().FUNCTION;
    const known = new Set(codes.map(({ code }) => code));
    expect([codes.length > 1_500, known.has("227")]).toEqual([true, true]);
    expect(codes.filter(({ code }) => code.length > 3 && !known.has(code.slice(0, -2)))).toEqual([]);
  });

  it("are asked by the beginning of a code, which is digits", async () => {
    const { body } = await funds.stack.ask(
      `{ classifications(year: 2026, kind: FUNCTION, under: "2%") { nodes { code } } }`,
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "under" });
  });
});

describe("an allotment", () => {
  const HEADER =
    "FISCAL_YEAR,COR_BGT_DOC_NO,BGT_DOC_TITLE,EXP_FUNC_CODE,资金来源级次,AMOUNT,DOC_DATE,接收日期,MOF_DIV_CODE,预算类别";
  const load = (lines: readonly string[]) => {
    const file = join(directory, "allotments.csv");
    writeFileSync(file, `${HEADER}\n${lines.join("\n")}\n`);
    const { stack, db } = funds;
    const context = { db, today: "2028-01-10", source: "codes", call: stack.batchCall };
    return runImport(budgetAllotmentImport, context, { file, mapping: {}, dryRun: false });
  };
  const rule = async (number: string): Promise<unknown> => {
    const { budgetAllotment } = await funds.ask(
      `{ budgetAllotment(allotmentNo: "${number}") { functionName reconciliation { rules { id ok offenders { breach codes } } } } }`,
    );
    const { ok, offenders } = budgetAllotment.reconciliation.rules.find(({ id }: { id: string }) => id === "B6");
    return [budgetAllotment.functionName, ok, offenders];
  };

  it("of a later year is accepted, and what the last table lacks is a finding", async () => {
    const summary = await load([
      "2027,吉财预指〔2027〕1号,甲资金,2990101,中央,60.00,2027-01-05,2027-01-08,222400,一般公共预算",
      "2027,吉财预指〔2027〕2号,乙资金,2050202,中央,60.00,2027-01-05,2027-01-08,222400,一般公共预算",
    ]);
    expect([summary.accepted, summary.quarantined]).toEqual([2, []]);
    expect(await rule("吉财预指〔2027〕1号")).toEqual([
      null,
      false,
      [{ breach: "UNCONFIRMED_CODE", codes: ["2990101"] }],
    ]);
    expect(await rule("吉财预指〔2027〕2号")).toEqual(["小学教育", true, []]);
  });

  it("of a year with a table is refused for a class that no year has, and told for a code that is not there", async () => {
    const summary = await load([
      "2026,吉财预指〔2026〕1号,甲资金,2990101,中央,60.00,2026-01-05,2026-01-08,222400,一般公共预算",
      "2026,吉财预指〔2026〕2号,乙资金,2059998,中央,60.00,2026-01-05,2026-01-08,222400,一般公共预算",
      "2026,吉财预指〔2026〕3号,丙资金,2089901,中央,60.00,2026-01-05,2026-01-08,222400,一般公共预算",
    ]);
    expect([summary.accepted, summary.quarantined.map((row) => row.rule)]).toEqual([2, ["B6_FUNCTION_CODE"]]);
    expect(await rule("吉财预指〔2026〕2号")).toEqual([null, false, [{ breach: "UNKNOWN_CODE", codes: ["2059998"] }]]);
    // It ended after 2020, but that is not confirmed.
    expect(await rule("吉财预指〔2026〕3号")).toEqual([
      null,
      false,
      [{ breach: "UNCONFIRMED_CODE", codes: ["2089901"] }],
    ]);
  });

  it("is judged by the table of its year once that is loaded", async () => {
    const db = funds.stack.databases["funds"]!;
    const log = createLogger({ name: "test", level: "silent" });
    const kept = await keepLaw({ db, log, everyMs: 3_600_000 });
    const content = JSON.stringify(
      table([entry("299", "测试类"), entry("29901", "测试款"), entry("2990101", "测试项")]),
    );
    await writeLawEdition(db, "budget-codes", { edition: "2026-12-20", content });
    await kept.look();
    kept.stop();
    expect(await rule("吉财预指〔2027〕1号")).toEqual(["测试项", true, []]);
    expect(await nameOf("FUNCTION", 2027, "2050202")).toBe("小学教育");
    expect(await nameOf("FUNCTION", 2026, "2990101")).toBeUndefined();
  });
});

const entry = (code: string, name: string, more: object = {}): object => ({
  ...{ code, name, from: 2027, document: "T", verified: true },
  ...more,
});
const table = (codes: readonly object[], more: object = {}): object => ({
  edition: "2026-12-20",
  jurisdiction: "000000",
  firstYear: 2027,
  lastYear: 2027,
  documents: { T: { title: "2027年政府收支分类科目", number: "财预〔2026〕1号" } },
  FUNCTION: codes,
  GOVERNMENT_ECONOMIC: [],
  DEPARTMENT_ECONOMIC: [],
  ...more,
});

describe("a file of budget codes", () => {
  it("lies below the tables that ship where it is older, and adds its codes and its year all the same", async () => {
    const codes = [entry("20501", "改名", { from: 2018 }), entry("20510", "测试款")];
    const names = async (edition: string): Promise<unknown[]> => {
      useBudgetCodes(parseBudgetCodes("codes.json", JSON.stringify(table(codes, { edition }))));
      return [await nameOf("FUNCTION", 2026, "20501"), await nameOf("FUNCTION", 2027, "20510")];
    };
    expect(await names("2026-11-28")).toEqual(["教育管理事务", "测试款"]);
    expect(await names("2026-11-29")).toEqual(["改名", "测试款"]);
  });

  it("says what it changes", () => {
    const text = JSON.stringify(
      table([
        entry("229", "其他支出", { from: 2018, to: 2026 }),
        entry("2050202", "小学教育", { from: 2018 }),
        entry("20510", "测试款"),
      ]),
    );
    expect(readLawFile("budget-codes", "codes.json", text).changes).toEqual([
      "tables reach to 2027",
      "FUNCTION 229: changed, 其他支出, 2018 to 2026",
      "FUNCTION 20510: added, 测试款, 2027 to now",
    ]);
  });

  it.each([
    [
      "a code below a class that is not there",
      table([entry("29901", "甲")]),
      "29901 stands in 2027 below 299, which does not",
    ],
    [
      "a code that means two things in a year",
      table([entry("299", "甲"), entry("299", "乙")]),
      "299 means 2 things in 2027",
    ],
    ["an end before the beginning", table([entry("299", "甲", { to: 2026 })]), "299 ends in 2026, before it begins"],
    [
      "a document that is not named",
      table([entry("299", "甲", { document: "E" })]),
      "299 cites E, which is not among the documents",
    ],
    [
      "a year that would be left out",
      table([entry("299", "甲")], { firstYear: 2028, lastYear: 2028 }),
      "2027 would have no table",
    ],
  ])("is refused for %s, and nothing changes", (_case, file, fault) => {
    const before = budgetCodes();
    const use = (): void => useBudgetCodes(parseBudgetCodes("codes.json", JSON.stringify(file)), "codes.json");
    expect(use).toThrow(LawFileRefused);
    expect(use).toThrow(fault);
    expect(budgetCodes()).toBe(before);
  });
});
