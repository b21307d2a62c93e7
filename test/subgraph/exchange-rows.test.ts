/** Exchange tables in the graph: the rows of the exchange file, page by page, the same for whoever asks; what is a person's is in none. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { usccFromParts } from "../../platform/domain/index.js";
import { runExport, type ExportKind } from "../../platform/export/index.js";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  type ImportKind,
  type ImportSummary,
} from "../../platform/import/index.js";
import { licenceExport } from "../../subgraphs/credit/licence/licence.export.js";
import { licenceImport } from "../../subgraphs/credit/licence/licence.import.js";
import { penaltyExport } from "../../subgraphs/credit/penalty/penalty.export.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { matterExport } from "../../subgraphs/matters/matter/matter.export.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { startStack, type TestStack } from "../support/stack.js";

const TODAY = "2026-09-28";
/** A synthetic number (docs/reference/identifiers.md#numbers-that-belong-to-nobody): an adult. */
const ADULT = "990101199001010019";
const KEYS = parseRecordKeys(createRecordKey("test"));
const AGENCY = usccFromParts("11", "990101", "MB977011");

let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-exchange-"));
  await stack.batchCall("reference", "registerOrganizations", [
    { code: AGENCY, name: "交换局", divisionCode: "222401", source: "test" },
  ]);
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const load = <Item>(service: string, kind: ImportKind<Item>, content: string): Promise<ImportSummary> => {
  const file = join(directory, "rows.csv");
  writeFileSync(file, content);
  const context = { today: TODAY, source: "test", call: stack.batchCall, subjectKey: "key", recordKeys: KEYS };
  return runImport(kind, { ...context, db: stack.databases[service]! }, { file, mapping: {}, dryRun: false });
};

interface Row {
  readonly columns: readonly string[];
  readonly cells: readonly (string | null)[] | null;
  readonly withheld: string | null;
  readonly leftOut: readonly string[];
}

/** All rows of the agency, in pages of two. */
const rowsOf = async (root: string, viewer?: string): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { body } = await stack.ask(
      `query ($agency: USCC, $after: String) { page: ${root}(agency: $agency, first: 2, after: $after) { nodes { columns cells withheld leftOut } pageInfo { hasNextPage endCursor } } }`,
      { variables: { agency: AGENCY, after }, ...(viewer === undefined ? {} : { viewer }) },
    );
    expect(body.errors).toBeUndefined();
    rows.push(...(body.data.page.nodes as Row[]));
    if (!body.data.page.pageInfo.hasNextPage) return rows;
    after = body.data.page.pageInfo.endCursor as string;
  }
};

const exported = async (service: string, kind: ExportKind): Promise<string[][]> => {
  let text = "";
  const write = (part: string): Promise<void> => Promise.resolve(void (text += part));
  await runExport(
    kind,
    { db: stack.databases[service]!, today: TODAY, call: stack.batchCall },
    { agency: AGENCY, write },
  );
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
};

const BODY = { name: "交换甲公司", uscc: "91990101MA900002XF" };
const penalty = (number: number, more: Record<string, string> = {}): Record<string, string> => ({
  ...{
    CF_XDR_MC: BODY.name,
    CF_XDR_LB: "02",
    CF_XDR_SHXYM: BODY.uscc,
    CF_XDR_ZJHM: "",
    CF_WSH: `换罚〔2026〕${number}号`,
  },
  ...{ CF_JDRQ: "2026-08-03", GSRQ: "2026-08-05", CF_CFJGDM: AGENCY, CF_WFXW: "违规", CF_SY: '甲"乙",丙\n丁' },
  ...{ CF_CFLB: "罚款、警告", CF_NR: "罚款", CF_NR_FK: "0.000001", SEVERITY: "一般" },
  ...more,
});
const licence = (number: number): Record<string, string> => ({
  ...{ XK_XDR_MC: BODY.name, XK_XDR_LB: "02", XK_XDR_SHXYM: BODY.uscc, XK_WSH: `换许〔2026〕${number}号` },
  ...{ XK_JDRQ: "2026-08-03", GSRQ: "2026-08-05", XK_XKJGDM: AGENCY, XK_XKLB: "01", XK_NR: "经营", XK_YXQZI: "长期" },
});

const matter = (number: number): Record<string, string> => ({
  ...{ TASK_NAME: `换事项${number}`, TASK_CODE: `HUAN-${number}`, TASK_TYPE: "01", TASK_STATE: "1" },
  ...{ DEPT_CODE: AGENCY, AREA_CODE: "222401", PROMISE_DAY: "5个工作日", SERVER_TYPE: "1,9" },
});

describe.each([
  {
    service: "credit",
    number: "CF_WSH",
    unnamed: [] as string[],
    root: "penaltyExchangeRows",
    imports: penaltyImport as ImportKind<unknown>,
    exports: penaltyExport as ExportKind,
    given: [
      penalty(1),
      penalty(2, { SEVERITY: "轻微" }),
      penalty(3),
      penalty(4, { CF_XDR_MC: "周成年", CF_XDR_LB: "01", CF_XDR_SHXYM: "", CF_XDR_ZJHM: ADULT }),
    ],
    // A minor breach is not public, a person's row is withheld.
    shown: ["换罚〔2026〕1号", "换罚〔2026〕3号"],
    withheld: ["PERSON"],
  },
  {
    service: "credit",
    number: "XK_WSH",
    unnamed: [],
    root: "licenceExchangeRows",
    imports: licenceImport as ImportKind<unknown>,
    exports: licenceExport as ExportKind,
    given: [licence(1), licence(2), licence(3)],
    shown: ["换许〔2026〕1号", "换许〔2026〕2号", "换许〔2026〕3号"],
    withheld: [],
  },
  {
    service: "matters",
    number: "TASK_CODE",
    // The register's, which no service asks in a request.
    unnamed: ["DEPT_NAME"],
    root: "matterExchangeRows",
    imports: matterImport as ImportKind<unknown>,
    exports: matterExport as ExportKind,
    given: [matter(1), matter(2), matter(3)],
    shown: ["HUAN-1", "HUAN-2", "HUAN-3"],
    withheld: [],
  },
])("$root", ({ service, number, unnamed, root, imports, exports, given, shown, withheld }) => {
  let rows: Row[];
  beforeAll(async () => {
    expect((await load(service, imports, Papa.unparse(given))).quarantined).toEqual([]);
    rows = await rowsOf(root);
  });

  it("has the rows of the exchange file, and of a person nothing but that there is one", async () => {
    const [headings, ...lines] = await exported(service, exports);
    const written = rows.flatMap(({ cells }) => (cells ? [cells.map((cell) => cell ?? "")] : []));
    expect(rows.every(({ columns }) => columns.join() === headings!.join())).toBe(true);
    const named = (line: readonly string[]): string[] =>
      line.map((cell, index) => (unnamed.includes(headings![index]!) ? "" : cell));
    expect([...written].sort()).toEqual(lines.map(named).sort());
    const column = headings!.indexOf(number);
    expect(written.map((cells) => cells[column]).sort()).toEqual(shown);
    expect(rows.flatMap(({ withheld: reason }) => reason ?? [])).toEqual(withheld);
    expect(JSON.stringify(rows)).not.toContain("周");
  });

  it("says the same to whoever asks", async () => {
    expect(await rowsOf(root, "supervisor-1")).toEqual(rows);
  });

  it("loads back unchanged", async () => {
    const data = rows.flatMap(({ cells }) => (cells ? [cells.map((cell) => cell ?? "")] : []));
    const { quarantined, accepted, unchanged } = await load(
      service,
      imports,
      Papa.unparse({ fields: [...rows[0]!.columns], data }),
    );
    expect([quarantined, accepted, unchanged]).toEqual([[], 0, shown.length]);
  });
});
