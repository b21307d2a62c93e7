/** Import of the basic catalogue: what is loaded, refused with what is allowed, ended and kept, and how matters and intermediary services refer to it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runImport, type ImportSummary } from "../../platform/import/index.js";
import { catalogueImport } from "../../subgraphs/matters/catalogue-item/catalogue-item.import.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { TEST_NOW, startStack, type TestStack } from "../support/stack.js";
import { select, statementsDuring, type Row } from "./support/matters.js";

const HEADER = "基本编码,事项名称,事项类型,设定依据,行使层级,事项状态,计划生效日期,计划取消日期,同步类型";
const LAW = "《中华人民共和国食品安全法》第三十五条";

let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-catalogue-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const load = (rows: readonly string[], today = "2026-09-28", dryRun = false): Promise<ImportSummary> => {
  const file = join(directory, "catalogue.csv");
  writeFileSync(file, `${HEADER}\n${rows.join("\n")}\n`);
  return runImport(
    catalogueImport,
    { db: stack.databases["matters"]!, today, source: "test", call: stack.batchCall },
    { file, mapping: {}, dryRun, chunkSize: 3 },
  );
};

const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];

const FIELDS = "taskName taskType taskState useLevels version effectiveFrom cancelledOn byLaw { lawName articleNo }";
const item = async (catalogCode: string): Promise<Row | null> => {
  const { body } = await stack.ask(`query($code: CatalogCode!) { catalogueItem(catalogCode: $code) { ${FIELDS} } }`, {
    variables: { code: catalogCode },
  });
  expect(body.errors).toBeUndefined();
  return body.data.catalogueItem as Row | null;
};

describe("rows of a catalogue", () => {
  const rows = [
    `980101001000,小餐饮登记,行政许可,${LAW}、第三十六条,"3,4",1,2020/1/1,,I`,
    `980105002000,临时救助,05,按有关规定执行,市级^县级,在用,,,`,
    `９８０１２０００３０００,图书借阅,20,无,,,,,`,
  ];

  it("are loaded with laws, levels and days, and told to everybody", async () => {
    const summary = await load(rows);
    expect(counts(summary)).toEqual([3, 3, 0, 0]);
    expect(await item("980101001000")).toEqual({
      taskName: "小餐饮登记",
      taskType: "LICENSING_01",
      taskState: "IN_USE",
      useLevels: ["CITY", "COUNTY"],
      version: 1,
      effectiveFrom: "2020-01-01",
      cancelledOn: null,
      byLaw: ["第三十五条", "第三十六条"].map((articleNo) => ({
        lawName: expect.stringMatching(/食品安全法$/),
        articleNo,
      })),
    });
    // In full width, and without law or level: nothing of it is made up.
    expect(await item("980120003000")).toMatchObject({ taskType: "PUBLIC_SERVICE_20", useLevels: [], byLaw: [] });
    expect(await item("980105002000")).toMatchObject({ useLevels: ["CITY", "COUNTY"], byLaw: [] });
    expect(summary.notices.map(({ line, rule }) => [line, rule])).toEqual([[3, "LEGAL_BASIS_UNREADABLE"]]);
  });

  it("change nothing when they come again, by one statement a chunk, and make the next version when they changed", async () => {
    const db = stack.databases["matters"]!;
    let summary: ImportSummary | undefined;
    const once = await statementsDuring(db, async () => {
      summary = await load(rows);
    });
    expect(counts(summary!)).toEqual([3, 0, 3, 0]);
    const many = Array.from({ length: 3 }, (_, index) => `98010901${index}000,批量事项${index},行政裁决,,,,,,`);
    const chunks = await statementsDuring(db, async () => {
      summary = await load([...rows, ...many]);
    });
    expect(counts(summary!)).toEqual([6, 3, 3, 0]);
    // A second chunk: its transaction and its one insert.
    expect(chunks - once).toBe(3);
    expect(counts(await load([rows[0]!.replace("小餐饮登记", "小餐饮经营许可")]))).toEqual([1, 1, 0, 0]);
    expect(await item("980101001000")).toMatchObject({ taskName: "小餐饮经营许可", version: 2 });
  });

  it("that are no good are refused with what is allowed; the others are loaded", async () => {
    const summary = await load([
      "511A07004003X1,十四位地方编码,01,,,,,,",
      ",没有编码,01,,,,,,",
      "980101010000,,01,,,,,,",
      "980101011000,类型不明,甲类,,,,,,",
      "980101012000,层级不明,01,,九级,,,,",
      "980101013000,状态不明,01,,,停用,,,",
      "980101014000,日期不存在,01,,,,2026-02-30,,",
      "980101015000,先取消后生效,01,,,,2026-05-01,2026-04-30,",
      "980101016000,将来取消,01,,,3,,2027-01-01,",
      "980101017000,操作不明,01,,,,,,X",
      "980101018000,两种内容,01,,,,,,",
      "980101018000,另一种内容,01,,,,,,",
      "980101019000,好的一行,01,,,,,,",
    ]);
    expect(counts(summary)).toEqual([13, 1, 0, 12]);
    expect(summary.quarantined.map(({ column, rule, remedy }) => [column, rule, remedy])).toEqual([
      ["基本编码", "CATALOG_CODE_LENGTH", "A catalogue code has 12 characters."],
      ["基本编码", "CODE_MISSING", expect.stringContaining("12 characters")],
      ["事项名称", "NAME_MISSING", "Give the name of the item."],
      ["事项类型", "TASK_TYPE_UNKNOWN", expect.stringContaining("Use one of 01 行政许可, 02 行政处罚")],
      ["行使层级", "USE_LEVEL_UNKNOWN", expect.stringContaining("Use one of 1 国家级, 2 省级")],
      ["事项状态", "TASK_STATE_UNKNOWN", expect.stringContaining("Use one of 1 在用, 2 暂停, 3 取消")],
      ["计划生效日期", "DATE", "Write the day as YYYY-MM-DD."],
      ["计划取消日期", "DATES_OUT_OF_ORDER", expect.any(String)],
      ["计划取消日期", "CANCELLED_IN_FUTURE", expect.any(String)],
      ["同步类型", "OPERATION_UNKNOWN", expect.stringContaining("Use one of I U 新增 修改, D 删除")],
      [undefined, "CODE_WITH_TWO_CONTENTS", expect.any(String)],
      [undefined, "CODE_WITH_TWO_CONTENTS", expect.any(String)],
    ]);
    const kept = await select(
      stack.databases["matters"]!,
      "select line, rule from import_quarantine where kind = 'catalogue' order by line",
    );
    expect(kept).toHaveLength(12);
    expect(await item("980101013000")).toBeNull();
    expect(await item("980101019000")).toMatchObject({ taskName: "好的一行" });
  });

  it("are only looked at in a dry run", async () => {
    expect(counts(await load(["980101030000,试运行,01,,,,,,"], "2026-09-28", true))).toEqual([1, 1, 0, 0]);
    expect(await item("980101030000")).toBeNull();
  });
});

describe("an item that ends", () => {
  const listed = async (on: string | null): Promise<string[]> => {
    const { body } = await stack.ask(
      `query($on: Date) { catalogueItems(search: "终止事项", on: $on, first: 100) { nodes { catalogCode } } }`,
      { variables: { on } },
    );
    return body.data.catalogueItems.nodes.map(({ catalogCode }: Row) => catalogCode);
  };
  const row = (rest: string): string[] => [`980108001000,终止事项,08,,,${rest}`];

  it("stays as it was, and is cancelled since the day of the file that said so first", async () => {
    await load(row("1,2020-01-01,,I"));
    expect(await load(row("3,2020-01-01,,U"), "2026-08-01")).toMatchObject({ accepted: 1 });
    const cancelled = { taskName: "终止事项", taskState: "CANCELLED", cancelledOn: "2026-08-01", version: 2 };
    expect(await item("980108001000")).toMatchObject(cancelled);
    // The same file on a later day, and a changed row that is cancelled still: the day stays.
    expect(counts(await load(row("3,2020-01-01,,U"), "2026-09-01"))).toEqual([1, 0, 1, 0]);
    await load(row("3,2021-01-01,,D"), "2026-09-20");
    expect(await item("980108001000")).toMatchObject({ ...cancelled, version: 3 });
    expect(await listed(null)).toEqual(["980108001000"]);
    expect(await listed("2026-07-31")).toEqual(["980108001000"]);
    expect(await listed("2026-08-01")).toEqual([]);
    expect(await listed("2020-12-31")).toEqual([]);
  });

  it("is in use again when a later file says so, and suspended when that is what it says", async () => {
    await load(row("1,2021-01-01,,U"));
    expect(await item("980108001000")).toMatchObject({ taskState: "IN_USE", cancelledOn: null, version: 4 });
    await load(row("暂停,2021-01-01,,U"));
    expect(await item("980108001000")).toMatchObject({ taskState: "SUSPENDED", cancelledOn: null, version: 5 });
  });

  it("is in use until a planned day, and cancelled from it on, without any import", async () => {
    await load(row("1,2021-01-01,2026-12-31,U"));
    const state = async (asOf: Date): Promise<unknown> => {
      const { body } = await stack.askSubgraph(
        "matters",
        `{ catalogueItem(catalogCode: "980108001000") { taskState } }`,
        { asOf },
      );
      return body.data.catalogueItem.taskState;
    };
    expect(await state(TEST_NOW)).toBe("IN_USE");
    expect(await state(new Date("2026-12-31T04:00:00Z"))).toBe("CANCELLED");
  });

  it("is not dropped where a later file leaves it out", async () => {
    await load(["980108002000,别的事项,08,,,,,,"]);
    expect(await item("980108001000")).toMatchObject({ taskName: "终止事项" });
  });

  it("is told of by the feed of changes as the new version of a record, never as a deletion", async () => {
    const changed = await select(
      stack.databases["matters"]!,
      "select op, version from changes where kind = 'CATALOGUE_ITEM' and key = '980108001000'",
    );
    expect(changed).toEqual([{ op: "UPSERT", version: 6 }]);
  });
});

describe("a list of matters", () => {
  const file = (state: string, code = "980101001000"): string => {
    const path = join(directory, "matters.csv");
    writeFileSync(
      path,
      `事项名称,事项编码,基本编码,事项类型,事项状态,实施主体编码,实施主体名称,行政区划\n小餐饮登记（延吉）,T-CATALOGUE-1,${code},01,${state},11990101MB9000015E,局,222401\n`,
    );
    return path;
  };
  const loadMatters = (path: string): Promise<ImportSummary> =>
    runImport(
      matterImport,
      { db: stack.databases["matters"]!, today: "2026-09-28", source: "test", call: stack.batchCall },
      { file: path, mapping: {}, dryRun: false },
    );

  it("is joined to its items by code, whatever its width", async () => {
    expect(counts(await loadMatters(file("1", "９８０１０１００１０００")))).toEqual([1, 1, 0, 0]);
    const { body } = await stack.ask(
      `{ catalogueItem(catalogCode: "980101001000") { implementations { nodes { taskName catalogue { catalogCode } } } } }`,
    );
    expect(body.data.catalogueItem.implementations.nodes).toEqual([
      { taskName: "小餐饮登记（延吉）", catalogue: { catalogCode: "980101001000" } },
    ]);
  });

  it("is refused where its state is none: what was ended is not taken for in use", async () => {
    const { quarantined } = await loadMatters(file("停办"));
    expect(quarantined.map(({ column, rule }) => [column, rule])).toEqual([["事项状态", "TASK_STATE_UNKNOWN"]]);
    expect(counts(await loadMatters(file("取消", "980101001000")))).toEqual([1, 1, 0, 0]);
    const [matter] = await select(
      stack.databases["matters"]!,
      "select task_state from service_matters where local_task_code = 'T-CATALOGUE-1'",
    );
    expect(matter).toEqual({ task_state: "CANCELLED" });
  });
});
