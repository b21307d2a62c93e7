/** Values of real exports in whole files: loaded as meant, or told with all that is to be corrected; refused rows are corrected and loaded alone. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  summaryLines,
  type ImportKind,
  type ImportOptions,
  type ImportSummary,
  type Mapping,
} from "../../platform/import/index.js";
import { budgetAllotmentImport } from "../../subgraphs/funds/budget-allotment/budget-allotment.import.js";
import { licenceImport } from "../../subgraphs/credit/licence/licence.import.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { brokenInvariants } from "../support/invariants.js";
import { startStack, type TestStack } from "../support/stack.js";

const AUTHORITY = "11990101MB9000015E";
const KEYS = parseRecordKeys(createRecordKey("test"));
let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-values-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const fileOf = (name: string, rows: readonly string[]): string => {
  const path = join(directory, name);
  writeFileSync(path, `\uFEFF${rows.join("\n")}\n`);
  return path;
};

const load = <Item>(
  kind: ImportKind<Item>,
  service: string,
  file: string,
  options: Partial<ImportOptions> & { mapping?: Mapping } = {},
): Promise<ImportSummary> =>
  runImport(
    kind,
    {
      db: stack.databases[service]!,
      ...{ today: "2026-09-28", source: "values", call: stack.batchCall, subjectKey: "key", recordKeys: KEYS },
    },
    { mapping: {}, dryRun: false, ...options, file },
  );

const BODY = "11511301008778183N,区经信局,511602000000";
const MATTERS = `事项名称*,事项编码,事项类型,实施主体编码,实施主体名称,行政区划,事项状态,办件类型,是否收费,服务对象,法定办结时限,承诺办结时限（工作日）,到办事现场次数`;

describe("matters of a list in words", () => {
  it("are loaded as meant", async () => {
    const file = fileOf("words.csv", [
      MATTERS,
      `甲,VAL-1,01-行政许可,${BODY},1-在用,承诺件,不收费,自然人、企业法人,3个月,20,1次`,
      `乙,VAL-2,行政确认,${BODY},3,1-即办件,是,1^2,即办,0,0`,
    ]);
    const summary = await load(matterImport, "matters", file);
    expect([summary.quarantined, summary.unusedColumns]).toEqual([[], []]);
    const fields = `taskType taskState handlingType isFee serves statutory { amount unit } promised { amount unit } visits`;
    const { body } = await stack.ask(
      `{ a: serviceMatter(id: "CN-LOCAL-11511301008778183N:VAL-1") { ${fields} } b: serviceMatter(id: "CN-LOCAL-11511301008778183N:VAL-2") { ${fields} } }`,
      { viewer: "supervisor-1" },
    );
    expect(body.data.a).toEqual({
      ...{ taskType: "LICENSING_01", taskState: "IN_USE", handlingType: "PROMISED", isFee: false },
      serves: ["NATURAL_PERSON", "ENTERPRISE"],
      statutory: { amount: 3, unit: "MONTH" },
      promised: { amount: 20, unit: "WORKING_DAY" },
      visits: 1,
    });
    expect(body.data.b).toMatchObject({
      ...{ taskState: "CANCELLED", handlingType: "IMMEDIATE", isFee: true },
      statutory: { amount: 0, unit: "IMMEDIATE" },
    });
  });

  it("are refused where they are not understood, with all that is to be corrected", async () => {
    const file = fileOf("unknown.csv", [
      `${MATTERS},备注`,
      `,VAL-9,01,${BODY},作废,上报件,看情况,法人,20天,20个月,几次,x`,
      `丙,VAL-3,01,${BODY},,,,,,,,`,
    ]);
    const refusedRows = join(directory, "to-correct.csv");
    const summary = await load(matterImport, "matters", file, { refusedRows });
    expect(summary.quarantined.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [2, "事项名称*", "NAME_MISSING"],
      [2, "事项状态", "TASK_STATE_UNKNOWN"],
      [2, "服务对象", "RECIPIENT_UNKNOWN"],
      [2, "办件类型", "HANDLING_TYPE_UNKNOWN"],
      [2, "到办事现场次数", "COUNT"],
      [2, "是否收费", "YES_NO_UNKNOWN"],
      [2, "法定办结时限", "LIMIT_UNKNOWN"],
      [2, "承诺办结时限（工作日）", "LIMIT_UNIT_CONTRADICTS"],
    ]);
    expect([summary.accepted, summary.quarantinedRows, summary.unusedColumns]).toEqual([1, 1, ["备注"]]);
    const lines = summaryLines(summary, { refusedRows, dryRun: false });
    expect(lines).toContain("Columns that are not used: 备注");
    expect(lines).toContain(`Rows to correct, in the columns of the file: ${refusedRows}`);
    expect(lines.at(-1)).toMatch(/accepted=1 unchanged=0 quarantined=1 /);
    const kept = await stack.databases["matters"]!("import_quarantine").where({ file: "unknown.csv" });
    expect(kept.map(({ entry }) => entry as number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(statSync(refusedRows).mode & 0o777).toBe(0o600);

    // Corrected by hand, its reasons left in it.
    const text = readFileSync(refusedRows, "utf8");
    expect(text.split("\r\n")[0]).toBe(`\uFEFF${MATTERS},备注,退回原因`);
    const corrected = text
      .replace("\r\n,VAL-9", "\r\n丁,VAL-9")
      .replace("作废,上报件,看情况,法人,20天,20个月,几次", "取消,2,否,9,20个工作日,20,1");
    writeFileSync(refusedRows, corrected);
    const again = await load(matterImport, "matters", refusedRows);
    expect([again.accepted, again.quarantined, again.unusedColumns]).toEqual([1, [], ["备注"]]);
  });
});

describe("rows that were refused", () => {
  it("of a table with a unit above it keep the unit in their heading", async () => {
    const headings = "指标文号,预算年度,资金名称,支出功能分类科目编码,预算级次,指标下达金额,下达日期,接收区划,预算类别";
    const file = fileOf("unit.csv", [
      "单位：万元,,,,,,,,",
      headings,
      "值财〔2026〕1号,2026,资金,2130305,9,123.45,2026-03-01,511602,一般公共预算",
    ]);
    const refusedRows = join(directory, "unit-to-correct.csv");
    await load(budgetAllotmentImport, "funds", file, { refusedRows });
    writeFileSync(refusedRows, readFileSync(refusedRows, "utf8").replace(",9,", ",4,"));
    expect((await load(budgetAllotmentImport, "funds", refusedRows)).accepted).toBe(1);
    const [row] = await stack.databases["funds"]!("allotments").where({ allotment_no: "值财〔2026〕1号" });
    expect(String(row.amount_fen)).toBe("123450000");
  });

  it("of cells that can not be trusted are refused again until they are corrected", async () => {
    const file = join(directory, "digits.xlsx");
    const cells = ["丁", 511602000000123456, "01", "LONG-1", "值局", "511602"];
    const header = ["事项名称", "事项编码", "事项类型", "实施主体编码", "实施主体名称", "行政区划"];
    writeFileSync(file, await writeXlsx({ sheets: [{ name: "甲", rows: [header, cells] }] }));
    const refusedRows = join(directory, "digits-to-correct.csv");
    const rules = ({ quarantined }: ImportSummary): string[] => quarantined.map(({ rule }) => rule);
    expect(rules(await load(matterImport, "matters", file, { refusedRows }))).toEqual(["NUMBER_TOO_LONG"]);
    expect(readFileSync(refusedRows, "utf8")).toContain("#VALUE! 51160200000012");
    expect(rules(await load(matterImport, "matters", refusedRows))).toEqual(["CELL_ERROR"]);
  });

  it("never go into the file that is loaded, and leave none where there are no such rows", async () => {
    const file = fileOf("own.csv", [MATTERS, `戊,VAL-OWN,01,${BODY},,,,,,,`]);
    await expect(load(matterImport, "matters", file, { refusedRows: file })).rejects.toThrow(
      /is the one that is loaded/,
    );
    const missing = join(directory, "missing", "rows.csv");
    await expect(load(matterImport, "matters", file, { refusedRows: missing })).rejects.toThrow(/can not be written/);
    expect((await stack.databases["matters"]!("service_matters").where({ local_task_code: "VAL-OWN" })).length).toBe(0);
    const refusedRows = join(directory, "none.csv");
    writeFileSync(refusedRows, "of an earlier load");
    await load(matterImport, "matters", file, { refusedRows });
    expect(existsSync(refusedRows)).toBe(false);
  });
});

describe("bodies of one code", () => {
  const rows = (code: string, names: readonly string[]): string[] => [
    "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划",
    ...names.map((name, index) => `同${index},${code}-${index},01,${code},${name},511602`),
  ];
  const told = ({ notices, quarantined }: ImportSummary): unknown =>
    [...notices, ...quarantined].map(({ line, column, rule }) => [line, column, rule]);

  it.each([true, false])("and several names in a file are told (dry run: %s)", async (dryRun) => {
    const file = fileOf("names.csv", rows("SAME-1", ["", "值甲所", "值乙所", "甲所"]));
    const summary = await load(matterImport, "matters", file, { dryRun, chunkSize: 2 });
    expect(told(summary)).toEqual([[4, "实施主体名称", "BODY_OF_ANOTHER_NAME"]]);
    expect(summary.accepted).toBe(4);
  });

  it.each([true, false])("and several names in records are told (dry run: %s)", async (dryRun) => {
    const row = (no: number, name: string): string =>
      `${name},91990101MA9000310M,名罚〔2026〕${no}号,违规,罚款,罚款5000元,5000,2026-03-02,,${AUTHORITY}`;
    const file = fileOf("record-names.csv", [CF, row(1, "值戊公司"), row(2, "值己公司"), row(3, "值戊公司")]);
    const summary = await load(penaltyImport, "credit", file, { dryRun });
    expect(summary.quarantined).toEqual([]);
    expect(summary.notices.filter(({ rule }) => rule === "BODY_OF_ANOTHER_NAME").map(({ line }) => line)).toEqual([3]);
  });

  it.each([true, false])("that a spreadsheet shortened are not taken for one (dry run: %s)", async (dryRun) => {
    const file = fileOf("short.csv", rows("1.13337E+17", ["值丙局", "值丁局", "值丙局"]));
    const summary = await load(matterImport, "matters", file, { dryRun, chunkSize: 1 });
    expect(told(summary)).toEqual([
      [2, "实施主体编码", "BODY_CODE_DAMAGED"],
      [4, "实施主体编码", "BODY_CODE_DAMAGED"],
      [3, "实施主体编码", "BODY_CODE_OF_SEVERAL"],
    ]);
    expect(summary.accepted).toBe(2);
  });
});

const CF =
  "行政相对人名称,行政相对人代码_1（统一社会信用代码）,行政处罚决定书文号,违法行为类型,处罚类别,处罚内容,罚款金额（元）,处罚决定日期,公示截止期,处罚机关统一社会信用代码";
const penaltyRow = (no: number, rest: string): string =>
  `导入甲公司,91990101MA900002XF,值罚〔2026〕${no}号,违规,罚款,${rest},${AUTHORITY}`;

describe("penalties of a portal", () => {
  const mapping: Mapping = {
    columns: { docNo: "行政处罚决定书文号", decisionDate: "处罚决定日期" },
  };

  it("in yuan are converted exactly, and a fine that the text contradicts is a notice", async () => {
    const file = fileOf("yuan.csv", [
      CF,
      penaltyRow(1, '罚款人民币5000元,"5,000.00",2026年8月3日,'),
      penaltyRow(2, "处以罚款0.5万元,50000000,2026-08-03,"),
    ]);
    const summary = await load(penaltyImport, "credit", file, { mapping });
    expect(summary.quarantined).toEqual([]);
    expect(summary.file.map(({ rule, place }) => [rule, place])).toEqual([["UNIT_CONVERTED", "column 罚款金额（元）"]]);
    expect(
      summary.notices.filter(({ rule }) => rule === "FINE_CONTRADICTS_TEXT").map(({ line, rule }) => [line, rule]),
    ).toEqual([[3, "FINE_CONTRADICTS_TEXT"]]);
    const { body } = await stack.ask(
      `{ administrativePenalty(docNo: "值罚〔2026〕1号") { fine counterpartyType legalRepName } }`,
    );
    expect(body.data.administrativePenalty).toEqual({
      ...{ fine: "5000.00", counterpartyType: "LEGAL_PERSON_02", legalRepName: null },
    });
  });

  it("of 2016 and 2019 are loaded with the words of their time, and end as the rule in force says", async () => {
    const old = (no: string, kinds: string, day: string, until: string): string =>
      `导入甲公司,91990101MA900002XF,${no},违规,${kinds},吊销,,${day},${until},${AUTHORITY}`;
    const file = fileOf("old.csv", [
      CF,
      old("值罚〔2016〕1号", "暂扣或者吊销许可证", "2016-05-06", "2016-11-06"),
      old("值罚〔2019〕1号", "没收违法所得、没收非法财物", "2019-05-06", "2022-05-06"),
    ]);
    const summary = await load(penaltyImport, "credit", file, { mapping });
    expect(summary.quarantined).toEqual([]);
    expect(summary.notices.map(({ line, rule }) => [line, rule])).toEqual(
      expect.arrayContaining([
        [2, "PUBLICITY_BY_RULE"],
        [3, "PUBLICITY_BY_RULE"],
      ]),
    );
    const kept = await stack.databases["credit"]!("penalties")
      .select("doc_no", "publicity_until", "severity")
      .whereIn("doc_no", ["值罚〔2016〕1号", "值罚〔2019〕1号"])
      .orderBy("doc_no");
    expect(kept).toEqual([
      { doc_no: "值罚〔2016〕1号", publicity_until: null, severity: "SERIOUS" },
      { doc_no: "值罚〔2019〕1号", publicity_until: null, severity: "GENERAL" },
    ]);
  });

  it("without a unit in heading, table or mapping are not read at all", async () => {
    const file = fileOf("bare.csv", [CF.replace("（元）", ""), penaltyRow(3, "罚款,5000,2026-08-03,")]);
    await expect(load(penaltyImport, "credit", file, { mapping })).rejects.toThrow(/does not say in which unit/);
    const summary = await load(penaltyImport, "credit", file, { mapping: { ...mapping, units: { fineWan: "元" } } });
    expect([summary.accepted, summary.quarantined]).toEqual([1, []]);
  });
});

describe("licences", () => {
  it("have ends that are none, and ends of a month, with a notice", async () => {
    const header = "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJGDM,XK_ZT";
    const row = (no: number, from: string, to: string): string =>
      `导入甲公司,02-法人,91990101MA900002XF,值许〔2026〕${no}号,01-普通,许可,20260803,${from},${to},${AUTHORITY},1-有效`;
    const summary = await load(
      licenceImport,
      "credit",
      fileOf("licences.csv", [
        header,
        row(1, "2026-08-03", "2099-12-31"),
        row(2, "2026-08-03", "长期"),
        row(3, "2026-08-03", "2029.07"),
        row(4, "2026.08", "2029-07-31"),
      ]),
    );
    const ends = summary.notices.filter(({ column }) => column === "XK_YXQZI");
    expect(ends.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [2, "XK_YXQZI", "2099-12-31", "NO_END"],
      [4, "XK_YXQZI", "2029.07", "END_OF_MONTH"],
    ]);
    expect(summary.quarantined.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [5, "XK_YXQZ", "DATE_MONTH"],
    ]);
    const kept = await stack.databases["credit"]!("licences")
      .select("valid_to")
      .where("doc_no", "like", "值许%")
      .orderBy("doc_no");
    expect(kept.map(({ valid_to }) => valid_to as string | null)).toEqual([null, null, "2029-07-31"]);
  });
});

describe("the day of publication", () => {
  const header = "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_NR,XK_JDRQ,XK_XKJGDM";
  const row = `导入甲公司,02,91990101MA900002XF,期许〔2025〕1号,01,许可,2025-12-01,${AUTHORITY}`;
  const asked = async (): Promise<unknown> => {
    const { body } = await stack.ask(
      `{ administrativeLicence(docNo: "期许〔2025〕1号") { publishedOn publishedLate publicationDeadline { state } state }
         organization(uscc: "${AUTHORITY}") { id }
         division(code: "222401") { licenceStats(year: 2025) { late { count byAuthority { samples { docNo } } } } } }`,
    );
    expect(body.errors).toBeUndefined();
    return [body.data.administrativeLicence, JSON.stringify(body.data.division).includes("期许")];
  };

  it("that no column says is not known: the record is public and nobody is late", async () => {
    const summary = await load(licenceImport, "credit", fileOf("days.csv", [header, row]));
    expect(summary.quarantined).toEqual([]);
    expect(await asked()).toEqual([
      { publishedOn: null, publishedLate: null, publicationDeadline: null, state: "VALID" },
      false,
    ]);
  });

  it("is said for a whole file by a constant, and then counts", async () => {
    const file = fileOf("days.csv", [header, row]);
    await load(licenceImport, "credit", file, { mapping: { constants: { publishedOn: "2026-01-30" } } });
    expect(await asked()).toEqual([
      { publishedOn: "2026-01-30", publishedLate: true, publicationDeadline: { state: "LATE" }, state: "VALID" },
      true,
    ]);
  });
});

describe("codes of bodies", () => {
  it("that look damaged are told with the one that is near, and join nobody", async () => {
    const header = "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划";
    const row = (no: number, code: string, name: string): string => `事项,BODY-${no},01,${code},${name},511602`;
    const summary = await load(
      matterImport,
      "matters",
      fileOf("bodies.csv", [
        header,
        row(1, "1.12224E+17", "某局"),
        row(2, "1199O101MB9000015E", "延吉市市场监督管理局"),
        row(3, "11990101MB9000015F", "延吉市市场监督管理局"),
        row(4, "11990101MB900001", "延吉市市场监督管理局"),
        row(5, "TE5116020105116050", "区临时局"),
        row(6, AUTHORITY, "某市税务局"),
        row(7, AUTHORITY, "延吉市市场监督管理局"),
      ]),
    );
    const near = expect.stringContaining(`${AUTHORITY} is near`);
    expect(summary.notices.map(({ line, column, rule, remedy }) => [line, column, rule, remedy])).toEqual([
      [2, "实施主体编码", "BODY_CODE_DAMAGED", expect.not.stringContaining("is near")],
      [3, "实施主体编码", "BODY_CODE_DAMAGED", near],
      [4, "实施主体编码", "BODY_CODE_DAMAGED", near],
      [5, "实施主体编码", "BODY_CODE_DAMAGED", expect.any(String)],
      [7, "实施主体名称", "BODY_OF_ANOTHER_NAME", expect.stringContaining("延吉市市场监督管理局（演示）")],
    ]);
    const depts = await stack.databases["matters"]!("service_matters")
      .select("dept_id")
      .where("local_task_code", "like", "BODY-%")
      .orderBy("local_task_code");
    expect(new Set(depts.map(({ dept_id }) => dept_id as string)).size).toBe(6);
  });

  it("create nobody in a dry run", async () => {
    const header = "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划";
    const file = fileOf("dry-bodies.csv", [header, "事项,DRY-1,01,DRY-BODY,某局,511602"]);
    expect((await load(matterImport, "matters", file, { dryRun: true })).accepted).toBe(1);
    const created = await stack.databases["reference"]!("organizations").where("id", "like", "%DRY-BODY%");
    expect(created).toEqual([]);
  });
});

describe("several handling items under one code", () => {
  const TASK = "91440300708461136T3440199806003";
  const header = "TASK_NAME,TASK_CODE,TASK_HANDLE_ITEM,TASK_TYPE,DEPT_CODE,DEPT_NAME,AREA_CODE";
  const rows = [1, 2].map((no) => `办理项${no},${TASK},${TASK}0${no},01,11511301008778183N,区经信局,511602`);

  it("are matters of their own, found by the item and by the code, whatever the source is called", async () => {
    expect((await load(matterImport, "matters", fileOf("items.csv", [header, ...rows]))).accepted).toBe(2);
    const again = await runImport(
      matterImport,
      { db: stack.databases["matters"]!, today: "2026-09-28", source: "another", call: stack.batchCall },
      { file: fileOf("items.csv", [header, ...rows]), mapping: {}, dryRun: false },
    );
    expect([again.accepted, again.unchanged, again.quarantined]).toEqual([0, 2, []]);
    const { body } = await stack.ask(
      `{ serviceMatters(search: "${TASK}", first: 5) { nodes { id taskName handlingItemCode } } }`,
    );
    expect(body.data.serviceMatters.nodes).toEqual([
      { id: `CN-ITEM-${TASK}01`, taskName: "办理项1", handlingItemCode: `${TASK}01` },
      { id: `CN-ITEM-${TASK}02`, taskName: "办理项2", handlingItemCode: `${TASK}02` },
    ]);
    const found = await stack.batchCall<{ id: string }[][]>("matters", "publishedMattersByCode", [
      { code: TASK, prefix: "" },
    ]);
    expect(found[0]!.map(({ id }) => id)).toEqual([`CN-ITEM-${TASK}01`, `CN-ITEM-${TASK}02`]);
  });

  it("keep the id that an earlier import gave them", async () => {
    const db = stack.databases["matters"]!;
    const item = `${TASK}03`;
    const former = `CN-LOCAL-old-${item}`;
    await db.raw(
      `insert into service_matters select (jsonb_populate_record(m, jsonb_build_object('id', ?::text, 'handling_item_code', ?::text, 'local_task_code', ?::text))).*
       from service_matters m where id = ?`,
      [former, item, item, `CN-ITEM-${TASK}01`],
    );
    const line = `办理项3,${TASK},${item},01,11511301008778183N,区经信局,511602`;
    expect((await load(matterImport, "matters", fileOf("kept.csv", [header, line]))).accepted).toBe(1);
    const after = await db("service_matters").where({ handling_item_code: item }).select("id", "task_name");
    expect(after).toEqual([{ id: former, task_name: "办理项3" }]);
  });

  it("of a body's own codes are the same under another name of the exporting system, and others under another body", async () => {
    const db = stack.databases["matters"]!;
    const [header, one, other] = [
      "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划",
      `甲,OWN-1,01,${BODY}`,
      "乙,own-1,01,11990101MB9000015E,某局,222401",
    ];
    const loadAs = (source: string, ...lines: readonly string[]): Promise<ImportSummary> =>
      runImport(
        matterImport,
        { db, today: "2026-09-28", source, call: stack.batchCall },
        { file: fileOf("own.csv", [header, ...lines]), mapping: {}, dryRun: false },
      );
    const ids = async (): Promise<unknown> =>
      await db("service_matters")
        .whereRaw("upper(local_task_code) = 'OWN-1'")
        .orderBy("task_name")
        .select("id", "task_name", "version");
    expect((await loadAs("first", one, other)).quarantined).toEqual([]);
    const [first, second] = ["CN-LOCAL-11511301008778183N:OWN-1", "CN-LOCAL-11990101MB9000015E:OWN-1"];
    const both = [
      { id: second, task_name: "乙", version: 1 },
      { id: first, task_name: "甲", version: 1 },
    ];
    expect(await ids()).toEqual(both);
    const again = await loadAs("second", one, other);
    expect([again.accepted, again.unchanged, await ids()]).toEqual([0, 2, both]);
    // One that was loaded when ids had the name of the system keeps its id.
    await db.raw(
      `insert into service_matters select (jsonb_populate_record(m, jsonb_build_object('id', 'CN-LOCAL-old-OWN-2', 'local_task_code', 'OWN-2'))).*
       from service_matters m where id = ?`,
      [first],
    );
    expect((await loadAs("third", `丙,OWN-2,01,${BODY}`)).accepted).toBe(1);
    expect(
      await db("service_matters").where({ local_task_code: "OWN-2" }).select("id", "task_name", "version"),
    ).toEqual([{ id: "CN-LOCAL-old-OWN-2", task_name: "丙", version: 2 }]);
    const twice = await loadAs("first", `丁,OWN-1,01,${BODY}`, `戊,OWN-1,01,${BODY}`);
    expect(twice.quarantined.map(({ rule }) => rule)).toEqual(["CODE_WITH_TWO_CONTENTS", "CODE_WITH_TWO_CONTENTS"]);
  });

  it("of another code are refused", async () => {
    const line = `办理项,${TASK},12441500196720244T344219980600301,01,11511301008778183N,区经信局,511602`;
    const summary = await load(matterImport, "matters", fileOf("other.csv", [header, line]));
    expect(summary.quarantined.map(({ column, rule }) => [column, rule])).toEqual([
      ["TASK_HANDLE_ITEM", "HANDLING_ITEM_OF_ANOTHER_CODE"],
    ]);
  });
});

it("all that was loaded keeps the rules of the field", async () => {
  for (const service of ["credit", "matters"])
    expect(await brokenInvariants(service, stack.databases[service]!)).toEqual([]);
});
