/** What a file says in its own way: lists in a value, pages, answers, titles, and what it does not say; loaded as meant, and told. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  writeReport,
  type ImportKind,
  type ImportOptions,
  type ImportSummary,
} from "../../platform/import/index.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { budgetAllotmentImport } from "../../subgraphs/funds/budget-allotment/budget-allotment.import.js";
import { intermediaryServiceImport } from "../../subgraphs/intermediary/intermediary-service/intermediary-service.import.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { startStack, type TestStack } from "../support/stack.js";

const KEYS = parseRecordKeys(createRecordKey("test"));
let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-told-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const load = <Item>(
  kind: ImportKind<Item>,
  service: string,
  [name, content]: readonly [name: string, content: string | Uint8Array],
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary> => {
  const file = join(directory, name);
  writeFileSync(file, content);
  const context = { today: "2026-09-28", source: "told", call: stack.batchCall, subjectKey: "key", recordKeys: KEYS };
  return runImport(
    kind,
    { ...context, db: stack.databases[service]! },
    { mapping: {}, dryRun: false, ...options, file },
  );
};
const matters = (
  file: readonly [string, string | Uint8Array],
  options?: Partial<ImportOptions>,
): Promise<ImportSummary> => load(matterImport, "matters", file, options);
const rules = ({ quarantined }: ImportSummary): unknown[] => quarantined.map(({ column, rule }) => [column, rule]);
const told = ({ file }: ImportSummary): unknown[] => file.map(({ place, rule }) => [place, rule]);

const MATTER = {
  ...{ 事项名称: "甲", 事项类型: "01", 实施主体编码: "11511301008778183N", 实施主体名称: "区经信局" },
  ...{ 行政区划: "511602", 事项状态: "1" },
};
const HEADINGS = ["事项编码", ...Object.keys(MATTER)];
const csv = (code: string, more: Readonly<Record<string, string>> = {}): string =>
  [
    [...HEADINGS, ...Object.keys(more)],
    [code, ...Object.values(MATTER), ...Object.values(more)],
  ]
    .map((cells) => cells.join(","))
    .join("\n");
const matterOf = async (code: string): Promise<Record<string, unknown>> =>
  (await stack.databases["matters"]!("service_matters").where({ local_task_code: code }))[0] as Record<string, unknown>;

describe("a list inside a value", () => {
  const record = { ...MATTER, 事项编码: "TOLD-1", 服务对象: ["自然人", "企业法人"], 受理条件: ["一"] };

  it("is read by a field that takes several, and its only member by any", async () => {
    const summary = await matters(["list.json", JSON.stringify([record])]);
    expect([summary.accepted, rules(summary)]).toEqual([1, []]);
    expect(await matterOf("TOLD-1")).toMatchObject({
      serves: ["NATURAL_PERSON", "ENTERPRISE"],
      content: { acceptCondition: "一" },
    });
  });

  it("refuses the row where the field takes one, and again until it is corrected", async () => {
    const refusedRows = join(directory, "list-to-correct.csv");
    const two = { ...record, 事项编码: "TOLD-2", 受理条件: ["一", "二"] };
    expect(rules(await matters(["two.json", JSON.stringify([two])], { refusedRows }))).toEqual([
      ["受理条件", "REPEATED_VALUE"],
    ]);
    const text = readFileSync(refusedRows, "utf8");
    expect(text).toContain("自然人^企业法人,#VALUE! 一^二");
    expect(rules(await matters(["again.csv", text]))).toEqual([["受理条件", "CELL_ERROR"]]);
    const corrected = await matters(["again.csv", text.replace("#VALUE! 一^二", "一")]);
    expect([corrected.accepted, corrected.quarantined]).toEqual([1, []]);
  });

  it("is an element of XML that is repeated, too", async () => {
    const xml = (condition: string): string =>
      `<list><row>${Object.entries({ ...MATTER, 事项编码: "TOLD-3" })
        .map(([key, value]) => `<${key}>${value}</${key}>`)
        .join("")}<服务对象>1</服务对象><服务对象>2</服务对象>${condition}</row></list>`;
    expect(rules(await matters(["a.xml", xml("<受理条件>一</受理条件><受理条件>二</受理条件>")]))).toEqual([
      ["受理条件", "REPEATED_VALUE"],
    ]);
    expect((await matters(["a.xml", xml("")])).accepted).toBe(1);
    expect(await matterOf("TOLD-3")).toMatchObject({ serves: ["NATURAL_PERSON", "ENTERPRISE"] });
  });

  it("is read as kinds of penalty", async () => {
    const summary = await load(penaltyImport, "credit", [
      "kinds.json",
      JSON.stringify([
        {
          ...{ CF_XDR_MC: "甲公司", CF_XDR_LB: "02", CF_XDR_SHXYM: "91990101MA900002XF", CF_WSH: "告罚〔2026〕1号" },
          ...{ CF_WFXW: "违规", CF_CFLB: ["罚款", "警告"], CF_NR: "罚款", CF_JDRQ: "2026-08-03" },
          CF_CFJGDM: "11990101MB9000015E",
        },
      ]),
    ]);
    expect(summary.quarantined).toEqual([]);
    const [row] = await stack.databases["credit"]!("penalties").where({ doc_no: "告罚〔2026〕1号" });
    expect(row.kinds).toEqual(["FINE", "WARNING"]);
  });
});

it.each([
  [100, [["total", "ONE_PAGE_OF_SEVERAL"]]],
  [1, []],
])("a file that says total %i is told to be a page where it holds less", async (total, notices) => {
  const data = { total, rows: [{ ...MATTER, 事项编码: "TOLD-4" }], other: { total: 5 } };
  const summary = await matters(["page.json", JSON.stringify({ data })]);
  expect(told(summary)).toEqual(notices);
});

it("a total beside another list, or inside a record, says nothing of the list", async () => {
  const rows = [{ ...MATTER, 事项编码: "TOLD-4", total: 9 }];
  const summary = await matters(["page.json", JSON.stringify({ data: { rows }, users: { total: 7, list: [] } })]);
  expect(told(summary)).toEqual([]);
});

it("无 answers a question about yes or no, and elsewhere says that there is nothing", async () => {
  const more = { 是否收费: "无", 是否网办: "有", 是否支持预约办理: "没有", 是否支持物流快递: "未提供", 受理条件: "无" };
  expect(rules(await matters(["answers.csv", csv("TOLD-5", more)]))).toEqual([]);
  const { is_fee: fee, is_online: online, content } = await matterOf("TOLD-5");
  expect([fee, online, content]).toMatchObject([false, true, { channels: { appointment: false } }]);
  expect(content).not.toHaveProperty("acceptCondition");
  expect(content).not.toHaveProperty("channels.express");
});

describe("what a file does not say", () => {
  it("is told where a row is read as something all the same", async () => {
    const lines = csv("TOLD-6").split("\n");
    const summary = await matters(["state.csv", `${lines[0]}\n${lines[1]!.replace(/,1$/, ",")}\n`]);
    expect(summary.file).toEqual([
      {
        place: "事项状态",
        rule: "VALUE_ASSUMED",
        remedy: "1 row does not say it and is read as 在用: say another one with --set taskState=….",
      },
    ]);
    expect(await matterOf("TOLD-6")).toMatchObject({ task_state: "IN_USE" });
  });

  it("refuses money whose book is not said", async () => {
    const rows = [
      "预算类别",
      "指标文号",
      "预算年度",
      "资金名称",
      "支出功能分类科目编码",
      "预算级次",
      "指标金额",
      "下达日期",
      "接收区划",
    ];
    const cells = ["", "告财〔2026〕1号", "2026", "资金", "2130305", "4", "1.00", "2026-03-01", "511602"];
    const file = ["book.csv", `${rows.join(",")}\n${cells.join(",")}\n`] as const;
    expect(rules(await load(budgetAllotmentImport, "funds", file))).toEqual([["预算类别", "VALUE_MISSING"]]);
    const without = ["book.csv", `${rows.slice(1).join(",")}\n${cells.slice(1).join(",")}\n`] as const;
    await expect(load(budgetAllotmentImport, "funds", without)).rejects.toThrow(
      /no column for budgetCategory .* or say what all rows have: --set budgetCategory=…\./,
    );
  });

  it("leaves the parts of a matter that no column holds", async () => {
    await matters(["parts.csv", csv("TOLD-7")]);
    const db = stack.databases["matters"]!;
    const parts = {
      materials: [{ id: "m", name: "申请表" }],
      fees: [{ name: "工本费" }],
      faqs: [{ question: "?", answer: "!" }],
    };
    await db("service_matters")
      .where({ local_task_code: "TOLD-7" })
      .update({ content: db.raw("content || ?::jsonb", [JSON.stringify(parts)]) });
    expect((await matters(["parts.csv", csv("TOLD-7", { 受理条件: "新" })])).accepted).toBe(1);
    expect(await matterOf("TOLD-7")).toMatchObject({ version: 2, content: { ...parts, acceptCondition: "新" } });
    const [version] = await db("service_matter_versions")
      .join("service_matters as m", "m.id", "matter_id")
      .where({ local_task_code: "TOLD-7", "service_matter_versions.version": 2 })
      .select("service_matter_versions.content");
    expect(version.content).toMatchObject({ ...parts, acceptCondition: "新" });
    // Only the words of the file count: a condition that it takes away is taken away.
    await matters(["parts.csv", csv("TOLD-7", { 受理条件: "" })]);
    expect((await matterOf("TOLD-7"))["content"]).not.toHaveProperty("acceptCondition");
  });
});

describe("lines above a table", () => {
  const headings = "指标文号,资金名称,支出功能分类科目编码,预算级次,指标金额,下达日期,接收区划,预算类别";
  const row = "告财〔2026〕2号,资金,2130305,4,1.00,2026-03-01,511602,一般公共预算";

  it.each([
    ["with label and value in one cell", "预算年度：2026  填报单位：某局,,,,,,,"],
    ["with the value in the next one", "预算年度：,2026,,,,,,"],
  ])("say what all rows have, %s, which is told", async (_name, line) => {
    const summary = await load(budgetAllotmentImport, "funds", ["above.csv", `${line}\n${headings}\n${row}\n`]);
    expect(summary.quarantined).toEqual([]);
    expect(told(summary)).toContainEqual(["above the headings", "VALUE_ABOVE_TABLE"]);
    const [stored] = await stack.databases["funds"]!("allotments").where({ allotment_no: "告财〔2026〕2号" });
    expect(Number(stored.fiscal_year)).toBe(2026);
  });

  it("are columns of the rows to correct", async () => {
    const refusedRows = join(directory, "above-to-correct.csv");
    const text = `预算年度：2026,,,,,,,\n${headings}\n${row.replace("2号", "3号").replace("一般公共预算", "某预算")}\n`;
    await load(budgetAllotmentImport, "funds", ["above.csv", text], { refusedRows });
    const corrected = readFileSync(refusedRows, "utf8").replace("某预算", "一般公共预算");
    const summary = await load(budgetAllotmentImport, "funds", ["corrected.csv", corrected]);
    expect([summary.accepted, summary.quarantined]).toEqual([1, []]);
  });

  it("say nothing where a constant does, or the field may be left out", async () => {
    const text = `预算年度：2025 接收日期：2020-01-01,,,,,,,\n${headings}\n${row.replace("2号", "4号")}\n`;
    const mapping = { constants: { fiscalYear: "2026" } };
    const summary = await load(budgetAllotmentImport, "funds", ["above.csv", text], { mapping });
    expect([summary.accepted, told(summary)]).not.toContainEqual(["above the headings", "VALUE_ABOVE_TABLE"]);
    const [stored] = await stack.databases["funds"]!("allotments").where({ allotment_no: "告财〔2026〕4号" });
    expect([Number(stored.fiscal_year), stored.received_on]).toEqual([2026, null]);
  });
});

it("rows to correct begin with their headings and are UTF-8, whatever the mapping says of the file that they are from", async () => {
  const mapping = { headerRow: 3, skip: 2, encoding: "gb18030" } as const;
  const refusedRows = join(directory, "rows-to-correct.csv");
  const file = iconv.encode(`某区\n事项清单\n${csv("TOLD-8").replace(",01,", ",77,")}\n`, "gb18030");
  expect(rules(await matters(["rows.csv", file], { mapping, refusedRows }))).toEqual([
    ["事项类型", "TASK_TYPE_UNKNOWN"],
  ]);
  const corrected = readFileSync(refusedRows, "utf8").replace(",77,", ",01,");
  const summary = await matters(["corrected.csv", corrected], { mapping });
  expect([summary.accepted, summary.quarantined]).toEqual([1, []]);
  expect(await matterOf("TOLD-8")).toMatchObject({ task_name: "甲" });
});

it("a report is its owner's alone, also in the place of one that was open", async () => {
  const report = join(directory, "report.csv");
  writeFileSync(report, "", { mode: 0o644 });
  expect(await writeReport(report, await matters(["bad.csv", csv("TOLD-9").replace(",01,", ",77,")]))).toBe(true);
  expect(statSync(report).mode & 0o777).toBe(0o600);
  expect(readFileSync(report, "utf8")).toContain("TASK_TYPE_UNKNOWN");
});

describe("a list of intermediary services", () => {
  const list = (heading: string, cell: string, name = "告示报告"): string =>
    `${heading}中介服务事项名称,设定依据\n${cell}${name},《中华人民共和国环境影响评价法》第十六条\n`;
  const mapping = { constants: { division: "222401", feeNature: "市场调节价" } };
  const services = (file: readonly [string, string], own = mapping): Promise<ImportSummary> =>
    load(intermediaryServiceImport, "intermediary", file, { mapping: own });

  it("without codes knows a service by its name in its division, which is told", async () => {
    const summary = await services(["list.csv", list("", "")]);
    expect([summary.accepted, summary.notices.map(({ rule }) => rule)]).toEqual([1, ["CODE_OF_NAME"]]);
    expect((await services(["list.csv", list("", "", " 告示 报告")])).unchanged).toBe(0);
    const found = await stack.databases["intermediary"]!("intermediary_services").whereRaw(
      "code like 'NAME-222401-%' and name like '%告示%'",
    );
    expect(found).toHaveLength(1);
  });

  it("with a column of codes refuses a row that has none", async () => {
    expect(rules(await services(["coded.csv", list("事项编码,", ",")]))).toEqual([["事项编码", "CODE_MISSING"]]);
  });
});
