/** Exchange files: what is public, in national columns, which the import of the same kind loads again as it was; nothing closed, nothing of persons. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knex } from "knex";
import Papa from "papaparse";
import { usccFromParts, orgCodeCheckCharacter } from "../../platform/domain/index.js";
import {
  exportLines,
  headingsOf,
  runExport,
  type ExportKind,
  type ExportSummary,
} from "../../platform/export/index.js";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  type ImportKind,
  type ImportSummary,
} from "../../platform/import/index.js";
import { licenceExport } from "../../subgraphs/credit/licence/licence.export.js";
import { licenceImport } from "../../subgraphs/credit/licence/licence.import.js";
import { penaltyExport, wanFromFen } from "../../subgraphs/credit/penalty/penalty.export.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { fenOfWan } from "../../subgraphs/credit/penalty/penalty.list-rules.js";
import { matterExport } from "../../subgraphs/matters/matter/matter.export.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { startStack, type TestStack } from "../support/stack.js";

const TODAY = "2026-09-28";
/** A synthetic number (docs/reference/identifiers.md#numbers-that-belong-to-nobody): an adult. */
const ADULT = "990101199001010019";
const KEYS = parseRecordKeys(createRecordKey("test"));
const orgCode = (eight: string): string => `${eight}${orgCodeCheckCharacter(eight)}`;
/** An agency of which there is nothing but what is imported here. */
const AGENCY = usccFromParts("11", "990101", "MB977001");
const BODY_WITHOUT_CREDIT_CODE = orgCode("MA977002");
const WORDS = '甲"乙",丙\r\n第二行\n=1+1；〔2026〕';

let stack: TestStack;
let directory: string;
let files = 0;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-export-"));
  await stack.batchCall("reference", "registerOrganizations", [
    { code: AGENCY, name: "导出局", divisionCode: "222401", source: "test" },
  ]);
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const databaseOf = (kind: { readonly kind: string }): Knex =>
  stack.databases[kind.kind === "matters" ? "matters" : "credit"]!;

const loadFile = <Item>(kind: ImportKind<Item>, content: string): Promise<ImportSummary> => {
  const file = join(directory, `${(files += 1)}.csv`);
  writeFileSync(file, content);
  const context = { today: TODAY, source: "test", call: stack.batchCall, subjectKey: "key", recordKeys: KEYS };
  return runImport(kind, { ...context, db: databaseOf(kind) }, { file, mapping: {}, dryRun: false });
};

const loadRows = <Item>(kind: ImportKind<Item>, rows: readonly Record<string, string>[]): Promise<ImportSummary> =>
  loadFile(kind, Papa.unparse(rows as Record<string, string>[]));

interface Exported {
  readonly text: string;
  readonly rows: readonly Record<string, string>[];
  readonly summary: ExportSummary;
  readonly lines: readonly string[];
}

const exportOf = async (kind: ExportKind, options: { pageSize?: number; today?: string } = {}): Promise<Exported> => {
  const { today = TODAY, ...paging } = options;
  let text = "";
  const summary = await runExport(
    kind,
    { db: databaseOf(kind), today, call: stack.batchCall },
    { agency: AGENCY, ...paging, write: async (part) => void (text += part) },
  );
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  return { text, rows: parsed.data, summary, lines: exportLines(kind, summary) };
};

const outcome = ({ read, accepted, unchanged, quarantined }: ImportSummary): unknown => [
  read,
  accepted,
  unchanged,
  quarantined.map(({ rule, column }) => `${rule} ${column}`),
];

const body = { CF_XDR_MC: "导出甲公司", CF_XDR_LB: "02", CF_XDR_SHXYM: "91990101MA900002XF", CF_FDDB: "示例" };
const penalty = (number: number, more: Record<string, string> = {}): Record<string, string> => ({
  ...body,
  CF_XDR_ZZJG: "",
  CF_XDR_ZJHM: "",
  CF_WSH: `导罚〔2026〕${number}号`,
  CF_JDRQ: "2026-08-03",
  GSRQ: "2026-08-05",
  CF_CFJGDM: AGENCY,
  AREA_CODE: "",
  CF_LYDW: "导出平台",
  CF_WFXW: "违规",
  CF_SY: WORDS,
  CF_YJ: "《示例法》第一条",
  CF_CFLB: "罚款、吊销许可证件、没收非法财物、责令关闭、警告",
  CF_NR: `罚款，${WORDS}`,
  CF_NR_FK: "12345678901.234567",
  CF_NR_WFFF: "0.000001",
  CF_NR_ZKDX: "许可证 00012",
  CF_CX: "02",
  SEVERITY: "一般",
  CF_GSJZQ: "2027-08-03",
  CF_ZT: "0",
  REPAIR_NOTICE_DATE: "2026-08-04",
  PERFORMANCE: "已履行",
  PERFORMED_DATE: "2026-08-20",
  ...more,
});

describe("penalties", () => {
  let exported: Exported;
  beforeAll(async () => {
    const person = { CF_XDR_MC: "周成年", CF_XDR_LB: "01", CF_XDR_SHXYM: "", CF_XDR_ZJHM: ADULT, CF_FDDB: "" };
    const loaded = await loadRows(penaltyImport, [
      penalty(1),
      // By rule: no severity, no end, nothing that need not be said.
      penalty(2, {
        ...{ SEVERITY: "", CF_GSJZQ: "", GSRQ: "", CF_SY: "", CF_NR_FK: "", CF_NR_WFFF: "", CF_CX: "", CF_FDDB: "" },
        ...{ PERFORMANCE: "", PERFORMED_DATE: "", REPAIR_NOTICE_DATE: "", CF_CFLB: "吊销许可证件" },
      }),
      penalty(3, { CF_XDR_SHXYM: "", CF_XDR_ZZJG: BODY_WITHOUT_CREDIT_CODE, CF_XDR_MC: "导出乙站", CF_XDR_LB: "03" }),
      // Not in the file: a person's, a minor breach, one that is withdrawn, one that a law seals, one that may be a minor's, one whose publicity ended.
      penalty(4, person),
      penalty(5, { SEVERITY: "轻微", CF_GSJZQ: "" }),
      penalty(6),
      penalty(8),
      penalty(9),
      penalty(7, {
        ...{ CF_JDRQ: "2025-08-03", GSRQ: "2025-08-05", CF_GSJZQ: "2026-09-27", SEVERITY: "严重" },
        ...{ PERFORMED_DATE: "2025-08-20", REPAIR_NOTICE_DATE: "" },
      }),
    ]);
    expect(outcome(loaded)).toEqual([9, 9, 0, []]);
    for (const [number, closed] of [
      [6, { withdrawn_on: TODAY, withdraw_reason: "错误" }],
      [8, { sealed_by: "PUBLIC_SECURITY" }],
      [9, { counterparty_minor: true }],
    ] as const)
      await databaseOf(penaltyImport)("penalties")
        .where({ doc_no: `导罚〔2026〕${number}号` })
        .update(closed);
    exported = await exportOf(penaltyExport);
  });

  it("are those in publicity, in the headings of the exchange table, each value as it was filed", () => {
    expect(exported.text.startsWith("\uFEFFCF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,")).toBe(true);
    const byNumber = new Map(exported.rows.map((row) => [row["CF_WSH"], row]));
    expect([...byNumber.keys()].sort()).toEqual([1, 2, 3].map((number) => `导罚〔2026〕${number}号`));
    const filed = Object.fromEntries(Object.entries(penalty(1)).filter(([column]) => column !== "CF_XDR_ZJHM"));
    expect(byNumber.get("导罚〔2026〕1号")).toEqual({
      ...filed,
      AREA_CODE: "222401",
      CF_CFLB:
        "罚款、暂扣许可证件或者降低资质等级或者吊销许可证件、没收违法所得或者没收非法财物、限制开展生产经营活动或者责令停产停业或者责令关闭或者限制从业、警告",
    });
    expect(byNumber.get("导罚〔2026〕2号")).toMatchObject({ SEVERITY: "", GSRQ: "", CF_GSJZQ: "", PERFORMANCE: "" });
    expect(byNumber.get("导罚〔2026〕3号")).toMatchObject({
      CF_XDR_SHXYM: "",
      CF_XDR_ZZJG: BODY_WITHOUT_CREDIT_CODE,
      CF_FDDB: "",
    });
  });

  it("says what is withheld of what is public, and counts nothing that is not", () => {
    expect(exported.lines).toEqual([
      expect.stringMatching(/^1 withheld, PERSON: they are about natural persons/),
      "written=3 withheld=1",
    ]);
    expect(exported.text).not.toMatch(/周|ZJHM|990101199/);
  });

  it("loads again as what is there", async () => {
    expect(outcome(await loadFile(penaltyImport, exported.text))).toEqual([3, 0, 3, []]);
  });

  it("loads into an empty table as the same records", async () => {
    const db = databaseOf(penaltyImport);
    await db("penalties").where({ authority_uscc: AGENCY }).delete();
    expect(outcome(await loadFile(penaltyImport, exported.text))).toEqual([3, 3, 0, []]);
    const again = await exportOf(penaltyExport, { pageSize: 1 });
    const sorted = (rows: Exported["rows"]): unknown =>
      [...rows].sort((a, b) => a["CF_WSH"]!.localeCompare(b["CF_WSH"]!));
    expect(sorted(again.rows)).toEqual(sorted(exported.rows));
  });

  it("follows the day: what is no longer public is gone", async () => {
    const numbersOn = async (today: string): Promise<unknown> =>
      (await exportOf(penaltyExport, { today })).rows.map((row) => row["CF_WSH"]);
    // Two end with their day; what the rules call serious is public for three years.
    expect(await numbersOn("2027-08-04")).toEqual(["导罚〔2026〕2号"]);
    expect(await numbersOn("2029-08-04")).toEqual([]);
  });

  it("writes money exactly", () => {
    for (const fen of [0n, 1n, 99n, 100n, 1_000_000n, 1_000_001n, 12_345_678_901_234_567n])
      expect(fenOfWan("fineWan", wanFromFen(fen))).toBe(fen);
    expect(wanFromFen(null)).toBeUndefined();
  });
});

describe("licences", () => {
  const licence = (number: number, more: Record<string, string> = {}): Record<string, string> => ({
    XK_XDR_MC: "导出甲公司",
    XK_XDR_LB: "02",
    XK_XDR_SHXYM: "91990101MA900002XF",
    XK_XDR_ZZJG: "",
    XK_FDDB: "示例",
    XK_WSH: `导许〔2026〕${number}号`,
    XK_JDRQ: "2026-08-03",
    GSRQ: "2026-08-05",
    XK_XKJGDM: AGENCY,
    AREA_CODE: "",
    XK_LYDW: "导出平台",
    XK_XKWS: "准予许可决定书",
    XK_XKLB: "06",
    XK_XKZS: "示例证",
    XK_XKBH: "000123",
    XK_NR: WORDS,
    XK_YXQZ: "2026-08-03",
    XK_YXQZI: "2031-08-02",
    XK_ZT: "2",
    ...more,
  });

  it("load again as what is there, and say that numbers of cases are left out", async () => {
    const loaded = await loadRows(licenceImport, [
      licence(1),
      licence(2, { XK_YXQZI: "长期", XK_ZT: "1", XK_XKLB: "普通" }),
    ]);
    expect(outcome(loaded)).toEqual([2, 2, 0, []]);
    const { text, rows, lines } = await exportOf(licenceExport, { pageSize: 1 });
    expect(rows.find(({ XK_WSH: number }) => number === "导许〔2026〕1号")).toEqual({
      ...licence(1),
      AREA_CODE: "222401",
    });
    expect(rows.find(({ XK_WSH: number }) => number === "导许〔2026〕2号")).toMatchObject({
      XK_YXQZI: "",
      XK_XKLB: "01",
    });
    expect(lines).toEqual(["written=2 withheld=0"]);
    expect(outcome(await loadFile(licenceImport, text))).toEqual([2, 0, 2, []]);

    await databaseOf(licenceImport)("licences").where({ doc_no: "导许〔2026〕1号" }).update({ case_no: "CASE-77" });
    const later = await exportOf(licenceExport);
    expect(later.text).not.toContain("CASE-77");
    expect(later.lines[0]).toMatch(/^1 in part, CASE_NUMBER: /);
  });
});

describe("matters", () => {
  const matter = (code: string, more: Record<string, string> = {}): Record<string, string> => ({
    TASK_NAME: "导出事项",
    TASK_CODE: code,
    TASK_TYPE: "01",
    DEPT_CODE: AGENCY,
    DEPT_NAME: "导出局",
    AREA_CODE: "222401000000",
    ...more,
  });
  const full = {
    ...{ TASK_STATE: "2", DEPT_TYPE: "3", ENTRUST_NAME: "委托局", POWER_SOURCE: "5", USE_LEVEL: "4" },
    ...{ SERVER_TYPE: "1^2", PROJECT_TYPE: "2", ANTICIPATE_DAY: "3", ANTICIPATE_TYPE: "月", PROMISE_DAY: "20" },
    ...{ PROMISE_TYPE: "1", LIMIT_SCENE_NUM: "0", LIMIT_SCENE_EXPLAIN: WORDS, ACCEPT_CONDITION: WORDS, IS_FEE: "0" },
    ...{ IS_ONLINE: "1", ONLINE_HANDLE_DEPTH: "1^8", HANDLE_AREA: "3", USER_TOPIC_TYPE: "社会保障^就业创业" },
    ...{ LIMIT_EXPLAIN: "限一次", LINK_ADDR: "https://zwfw.govgraph.example/a?b=1,2", MOBILE_TERMINAL_URL: "" },
    ...{ IS_SINGLE_LOGIN: "1", IS_ENTRY_CENTER: "1", TRANSACT_ADDR: "示例路1号", TRANSACT_TIME: "9:00-17:00" },
    ...{ IS_SCHEDULE: "0", IS_EXPRESS: "1", IS_PAY_ONLINE: "0", IS_SERVICE_TERMINALS: "0", RESULT_NAME: "示例证" },
    ...{ LINK_WAY: "0433-0000000", SUPERVISE_WAY: "0433-0000001" },
  };

  it("load again as what is there: codes, limits, lists and channels as they were filed", async () => {
    const loaded = await loadRows(matterImport, [
      matter("EXPORT-1", full),
      matter("EXPORT-2", { DEPT_NAME: "" }),
      matter("EXPORT-3", { ...full, LINK_ADDR: "javascript:alert(1)" }),
    ]);
    expect(outcome(loaded)).toEqual([3, 3, 0, []]);
    const { text, rows, lines } = await exportOf(matterExport, { pageSize: 2 });
    const found = (code: string): Record<string, string> => rows.find((row) => row["TASK_CODE"] === code)!;
    expect(found("EXPORT-1")).toEqual({
      ...Object.fromEntries(headingsOf(matterExport).map((heading) => [heading, ""])),
      ...matter("EXPORT-1", full),
    });
    expect(found("EXPORT-2")).toMatchObject({ TASK_STATE: "1", DEPT_NAME: "导出局", IS_FEE: "" });
    expect(text).not.toContain("javascript");
    expect(lines).toEqual([expect.stringMatching(/^1 in part, ADDRESS: /), "written=3 withheld=0"]);
    // The address that nobody is shown is no part of what is loaded again.
    const again = await loadFile(matterImport, text);
    expect(outcome(again)).toEqual([3, 1, 2, []]);
    expect(outcome(await loadFile(matterImport, (await exportOf(matterExport)).text))).toEqual([3, 0, 3, []]);
  });

  it("are not in the file before they are published", async () => {
    await databaseOf(matterImport)("service_matters")
      .where({ local_task_code: "EXPORT-1" })
      .update({ status: "DRAFT" });
    expect((await exportOf(matterExport)).rows.map((row) => row["TASK_CODE"]).sort()).toEqual(["EXPORT-2", "EXPORT-3"]);
  });
});

/** How many matters of a division anybody finds in the graph, page by page. */
const shownInGraph = async (division: string): Promise<number> => {
  let [shown, after]: [number, string | null] = [0, null];
  do {
    const { body: answer } = await stack.ask(
      "query ($division: DivisionCode!, $after: String) { serviceMatters(filter: { division: $division }, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }",
      { variables: { division, after } },
    );
    expect(answer.errors).toBeUndefined();
    const { nodes, pageInfo } = answer.data.serviceMatters;
    shown += nodes.length;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return shown;
};

it("every matter of the demonstration that the graph shows is in a file, and every cell of it is understood", async () => {
  let text = "";
  const db = databaseOf(matterImport);
  const { written } = await runExport(
    matterExport,
    { db, today: TODAY, call: stack.batchCall },
    { division: "222401", write: async (part) => void (text += part) },
  );
  expect(written).toBe(await shownInGraph("222401"));
  const file = join(directory, "all.csv");
  writeFileSync(file, text);
  const context = { db, today: TODAY, source: "test", call: stack.batchCall };
  const summary = await runImport(matterImport, context, { file, mapping: {}, dryRun: true });
  expect([summary.read, summary.quarantined, summary.scrubbed]).toEqual([written, [], []]);
  expect(written).toBeGreaterThan(20);
});

describe("any kind", () => {
  it.each([licenceExport, penaltyExport, matterExport])("writes no field of a person: $kind", (kind) => {
    const headings = headingsOf(kind);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).not.toEqual(expect.arrayContaining([expect.stringMatching(/ZJHM|CSRQ|PROJECT_NO/)]));
  });

  it("refuses to write what its import hashes, holds for a person's or does not know", () => {
    expect(() => headingsOf({ ...penaltyExport, written: ["certNo"] })).toThrow("may not write certNo");
    expect(() => headingsOf({ ...penaltyExport, written: ["birthDate"] })).toThrow("may not write birthDate");
    expect(() => headingsOf({ ...penaltyExport, written: ["nothing"] })).toThrow("does not know");
  });

  it("reads as UTF-8 with its mark", () =>
    expect(readFileSync(join(directory, "all.csv")).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf])));
});
