/** Persons planted into every field of every kind of import, in many spellings: none of them comes out of tables, graph, feed, quarantine, report or console. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  summaryLines,
  writeReport,
  type ImportField,
  type ImportKind,
  type ImportSummary,
} from "../../platform/import/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { brokenInvariants } from "../support/invariants.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWER_ORDER } from "../support/visibility.js";

/** Synthetic: region 990101 belongs to nobody. */
const ID = "990101198506150020";
const WIDE = "９９０１０１１９８５０６１５００２０";
const OLD = "990101850615002";
const NAME = "尉迟秋月";
/** What must not stand anywhere: digits of the number, of the phone and of the card, the street, the name. */
const TRACES = [
  ID.slice(0, 14),
  OLD.slice(0, 12),
  WIDE.slice(0, 14),
  "85061500",
  "13987654321",
  "7654321",
  "62284800123456",
  "丹山胡同",
  "12号3单元",
  "qiuyue",
];

/** What an agency says of itself keeps its mail address, and what it says of itself to itself alone its telephones and places. */
const plantedInto = ({ holds }: ImportField): readonly string[] =>
  holds === "CONTACT"
    ? PLANTED.map((text) => text.replace(/邮箱.*/u, ""))
    : holds === "INTERNAL"
      ? [`${NAME} ${ID}`, `${NAME} 驾驶证号990101 19850615 0020`, WIDE, `${NAME} 账号6228480012345678903`]
      : PLANTED;

/** Appended to a text: everything of a person, in many spellings. */
const PLANTED = [
  `${NAME}，女，身份证号${ID}，住吉林省延吉市北山街丹山胡同12号3单元401室，电话13987654321`,
  `驾驶证号990101 19850615 0020，档案编号990101850615`,
  `${WIDE} ${OLD} +86 139-8765-4321 １３９８７６５４３２１`,
  `当事人${NAME.slice(0, 2)} ${NAME.slice(2)} 账号6228480012345678903 邮箱qiuyue@example.com`,
];

/** A row of each kind that is right; every field of the kind has a value in turn. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organizations: { code: "CANARY-1", name: "金丝雀机构", division: "222401" },
  catalogue: { catalogCode: "CANARY000001", taskName: "金丝雀目录事项", taskType: "01" },
  matters: {
    taskName: "金丝雀事项",
    taskCode: "CANARY-1",
    taskType: "01",
    deptCode: "11990101MB9000015E",
    deptName: "某局",
    division: "222401",
  },
  ratings: {
    caseNo: "22240120260302000001",
    serviceNumber: "1",
    stage: "签收",
    stars: "5",
    channel: "1",
    ratedOn: "2026-08-03",
  },
  "intermediary-services": {
    code: "CANARY-1",
    name: "金丝雀服务",
    legalBasis: "《中华人民共和国环境影响评价法》第十六条",
    feeNature: "市场调节价",
  },
  documents: {
    indexNo: "11990101MB9000015E/2026-1",
    documentNo: "雀发〔2026〕1号",
    title: "金丝雀通知",
    issuerName: "某局",
    genre: "通知",
    topic: "综合政务",
    createdOn: "2026-03-02",
    publishedOn: "2026-03-03",
  },
  licences: {
    name: NAME,
    type: "01",
    certNo: ID,
    docNo: "雀许〔2026〕1号",
    decisionDate: "2026-08-03",
    authorityUscc: "11990101MB9000015E",
    category: "01",
    content: "准予",
  },
  penalties: {
    name: NAME,
    type: "01",
    certNo: ID,
    docNo: "雀罚〔2026〕1号",
    decisionDate: "2026-08-03",
    authorityUscc: "11990101MB9000015E",
    violationType: "违法",
    kinds: "罚款",
    content: "罚款二百元",
    fineWan: "0.02",
    severity: "一般",
  },
  "budget-allotments": {
    allotmentNo: "雀财〔2026〕1号",
    fiscalYear: "2026",
    fundName: "金丝雀资金",
    functionCode: "2130122",
    budgetCategory: "一般公共预算",
    sourceLevel: "中央",
    amount: "100.00",
    issuedOn: "2026-03-01",
    receivedOn: "2026-03-05",
    toDivision: "222401",
  },
  "subsidy-batches": {
    batchNo: "CANARY-1",
    policyCode: "FP-GD",
    allotmentNo: "吉财农指〔2026〕44号",
    agencyCode: "11990101MB9000015E",
    agencyName: "某局",
    villageCode: "222401100209",
    period: "2026",
    publicityFrom: "2026-08-01",
    publicityTo: "2026-08-20",
    batchTotal: "10.00",
    recipientName: NAME,
    idNumber: ID,
    quantity: "1",
    unit: "亩",
    standard: "10.00",
    amount: "10.00",
  },
};

/** Which field is its key, so that each row is a record of its own. */
const KEYS: Readonly<Record<string, string>> = {
  organizations: "code",
  catalogue: "catalogCode",
  matters: "taskCode",
  ratings: "caseNo",
  "intermediary-services": "code",
  documents: "indexNo",
  licences: "docNo",
  penalties: "docNo",
  "budget-allotments": "allotmentNo",
  "subsidy-batches": "batchNo",
};

const IMPORTS = SUBGRAPHS.flatMap(({ name, imports }) => (imports ?? []).map((kind) => ({ service: name, kind })));

const RECORD_KEYS = parseRecordKeys(createRecordKey("test"));
const lines: string[] = [];
const told: string[] = [];
const summaries: Record<string, ImportSummary> = {};
let stack: TestStack;
let directory: string;

/** Every field of a kind with every planting, appended to what stands there, and each number alone in its place. */
const rowsOf = ({ kind, fields }: ImportKind): Record<string, string>[] => {
  const base = ROWS[kind]!;
  const key = KEYS[kind]!;
  const planted = Object.keys(fields).flatMap((field) =>
    [
      ...plantedInto(fields[field]!).map((text) => `${base[field] ?? ""}；${text}`),
      ID,
      OLD,
      `A-${ID}`,
      "990101-19850615-0020",
    ].map((value) => ({
      field,
      value,
    })),
  );
  return planted.map(({ field, value }, index) => ({
    ...base,
    [key]: base[key]!.replace("1号", `${index + 1}号`).replace("-1", `-${index + 1}`),
    // A catalogue code has twelve characters.
    ...(kind === "catalogue" ? { catalogCode: `CANARY${String(index + 1).padStart(6, "0")}` } : {}),
    // A case is rated many times.
    ...(kind === "ratings" ? { serviceNumber: String(index + 100) } : {}),
    // Nobody is paid twice for a period.
    ...(kind === "subsidy-batches" ? { period: `2026-${index + 1}` } : {}),
    [field]: value,
  }));
};

const load = async (service: string, kind: ImportKind, rows: readonly Record<string, string>[], name: string) => {
  const file = join(directory, `${name}.jsonl`);
  // The last row says everything by its own names of fields, so that each is a column.
  const all = Object.fromEntries(Object.keys(kind.fields).map((field) => [field, ""]));
  writeFileSync(file, rows.map((row) => JSON.stringify({ ...all, ...row })).join("\n"));
  const context = {
    db: stack.databases[service]!,
    today: "2026-09-28",
    source: "canary",
    call: stack.batchCall,
    subjectKey: "k",
    recordKeys: RECORD_KEYS,
  };
  const summary = await runImport(kind, context, { file, mapping: {}, dryRun: false });
  const report = join(directory, `${name}-report.csv`);
  const written = await writeReport(report, summary);
  told.push(summaryLines(summary, { dryRun: false }).join("\n"), written ? readFileSync(report, "utf8") : "");
  return summary;
};

/** Every row of every table of a service, as text. */
const tablesOf = async (service: string): Promise<[table: string, rows: string][]> => {
  const db = stack.databases[service]!;
  const { rows: tables } = await db.raw<{ rows: { name: string }[] }>(
    `select table_name as name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'`,
    [service],
  );
  const dumps: [string, string][] = [];
  for (const { name } of tables) {
    const { rows } = await db.raw<{ rows: { row: string }[] }>(`select to_jsonb(t)::text as row from ?? t`, [name]);
    dumps.push([name, rows.map(({ row }) => row).join("\n")]);
  }
  return dumps;
};

const folded = (text: string): string => text.normalize("NFKC").replaceAll(/[\s-]/g, "");
const tracesIn = (text: string): string[] => TRACES.filter((trace) => folded(text).includes(folded(trace)));

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-import-canaries-"));
  stack = await startStack({
    log: createLogger({ name: "test", level: "trace", destination: { write: (line) => void lines.push(line) } }),
  });
  for (const { service, kind } of IMPORTS) {
    const rows = rowsOf(kind);
    summaries[kind.kind] = await load(service, kind, rows, kind.kind);
  }
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

describe("a person planted into every field of every import", () => {
  it.each(IMPORTS.map(({ kind }) => [kind.kind, kind] as const))(
    "of %s is loaded or refused, and counted",
    (name, kind) => {
      const { read, accepted, quarantined, unchanged, scrubbed } = summaries[name]!;
      expect(read).toBe(Object.keys(kind.fields).length * 8);
      expect(accepted + quarantined.length + unchanged).toBe(read);
      // Most of a rating are codes, and a batch is refused whole.
      expect(accepted).toBeGreaterThan(name === "subsidy-batches" ? 0 : read / (name === "ratings" ? 8 : 4));
      expect(scrubbed.length).toBeGreaterThan(read / 2);
      expect(scrubbed.every(({ value }) => value === undefined)).toBe(true);
    },
  );

  it.each([...new Set(IMPORTS.map(({ service }) => service))])("is stored in no table of %s", async (service) => {
    const dumps = await tablesOf(service);
    expect(
      dumps.filter(([, rows]) => tracesIn(rows).length > 0).map(([table, rows]) => [table, tracesIn(rows)]),
    ).toEqual([]);
    // The name is stored in the column of the name alone, which the public reads masked.
    const columns = new Set(
      dumps.flatMap(([table, rows]) =>
        rows
          .split("\n")
          .filter((row) => row.includes(NAME))
          .flatMap((row) =>
            Object.entries(JSON.parse(row) as Record<string, unknown>)
              .filter(([, value]) => JSON.stringify(value).includes(NAME))
              .map(([column]) => `${table}.${column}`),
          ),
      ),
    );
    expect([...columns].sort()).toEqual(NAMED[service]);
  });

  it.each(SUBGRAPHS.map(({ name }) => name))("breaks no invariant of %s", async (service) =>
    expect(await brokenInvariants(service, stack.databases[service]!)).toEqual([]),
  );

  it("is told by no report and on no console", () => {
    expect(told.join("").length).toBeGreaterThan(10_000);
    expect(tracesIn(told.join("\n"))).toEqual([]);
    expect(told.join("\n")).not.toContain(NAME);
  });

  it("is answered to no viewer, and the name to none but its authority and supervisors", async () => {
    const query = `{
      penalties(first: 100) { totalCount nodes { id docNo personName counterpartyName violationType facts basis content suspendedLicence sourceUnit } }
      licences(first: 100) { totalCount nodes { id docNo personName counterpartyName docName certName licenceNo content sourceUnit } }
      organizations(first: 100, search: "金丝雀") { nodes { id name shortName identifiers { value } } }
      serviceMatters(first: 100, search: "金丝雀") { nodes { id taskName acceptCondition consultPhone complaintPhone themes } }
      changes(first: 500) { items { key } }
    }`;
    for (const viewer of VIEWER_ORDER) {
      const { body } = await stack.ask(query, { viewer });
      const text = JSON.stringify(body);
      expect([viewer, tracesIn(text)]).toEqual([viewer, []]);
      expect([viewer, text.includes(NAME)]).toEqual([
        viewer,
        ["officer-1", "publisher-1", "supervisor-1"].includes(viewer),
      ]);
    }
  });

  it("is in no line of the log, though every question left some", () => {
    const requests = lines.filter((line) => line.includes('"code":"REQUEST"'));
    expect(requests.length).toBeGreaterThan(VIEWER_ORDER.length);
    expect(tracesIn(lines.join("\n"))).toEqual([]);
    expect(lines.join("\n")).not.toContain(NAME);
  });
});

const NAMED: Readonly<Record<string, readonly string[]>> = {
  openness: [],
  // Closed by its declaration: the agency and its supervisors read it.
  reference: ["organizations.contact"],
  matters: [],
  intermediary: [],
  credit: ["licences.counterparty_name", "penalties.counterparty_name"],
  funds: ["subsidy_lines.recipient_name"],
};

describe("a person without identity number", () => {
  const COUNTS = `{ penalties(first: 1) { nodes { docNo } }
    division(code: "222401") { penaltyStats(year: 2026) { total } } changes(first: 500, types: [PENALTY]) { items { key } } }`;
  const row = (seq: number, more: Record<string, string>): Record<string, string> => ({
    ...ROWS["penalties"],
    certNo: "",
    docNo: `雀龄〔2026〕${seq}号`,
    ...more,
  });
  const penalties = IMPORTS.find(({ kind }) => kind.kind === "penalties")!;

  it("is loaded and on no public path, until the export says that they are of age", async () => {
    const before = (await stack.ask(COUNTS)).body;
    expect(before.errors).toBeUndefined();
    const rows = [
      row(1, {}),
      row(2, { certNo: "E12345678" }),
      row(3, { ofAge: "是" }),
      row(4, { birthDate: "1985-06-15" }),
      row(5, { birthDate: "2010-01-01" }),
      row(6, { ofAge: "否" }),
      row(7, { certNo: OLD }),
    ];
    const summary = await load(penalties.service, penalties.kind, rows, "ages");
    expect([
      summary.accepted,
      summary.quarantined.map(({ rule }) => rule),
      summary.unpublished.map(({ line, rule }) => [line, rule]),
    ]).toEqual([
      5,
      ["MINOR_NEVER_PUBLISHED", "MINOR_NEVER_PUBLISHED"],
      [
        [1, "AGE_UNKNOWN"],
        [2, "AGE_UNKNOWN"],
      ],
    ]);
    expect(summaryLines(summary, { dryRun: false }).at(-1)).toBe(
      "read=7 accepted=5 unchanged=0 quarantined=2 scrubbed=0 unpublished=2 (AGE_UNKNOWN=2)",
    );
    const after = (await stack.ask(COUNTS)).body;
    expect(after.data.division.penaltyStats.total - before.data.division.penaltyStats.total).toBe(3);
    for (const [seq, open] of [
      [1, false],
      [2, false],
      [3, true],
      [4, true],
      [7, true],
    ] as const) {
      const lookup = `{ administrativePenalty(docNo: "雀龄〔2026〕${seq}号") { id personName publicityState archived } }`;
      const shown = (await stack.ask(lookup)).body.data.administrativePenalty;
      const own = (await stack.ask(lookup, { viewer: "officer-1" })).body.data.administrativePenalty;
      expect([seq, shown?.personName ?? null]).toEqual([seq, open ? "尉迟**" : null]);
      expect([seq, own.personName, own.publicityState, own.archived]).toEqual([
        seq,
        NAME,
        open ? "PUBLISHED" : "NOT_PUBLISHED",
        !open,
      ]);
      const entity = await stack.askSubgraph(
        "credit",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on AdministrativePenalty { id } } }`,
        {
          variables: { r: [{ __typename: "AdministrativePenalty", id: own.id }] },
        },
      );
      expect([seq, entity.body.data._entities[0] !== null]).toEqual([seq, open]);
      const keys = await stack.databases["credit"]!("changes").where({ kind: "PENALTY", key: own.id, op: "UPSERT" });
      expect([seq, keys.length]).toEqual([seq, open ? 1 : 0]);
    }
    // The number comes with a later export.
    const again = await load(penalties.service, penalties.kind, [row(1, { certNo: ID })], "ages-again");
    expect([again.accepted, again.unpublished.length]).toEqual([1, 0]);
    const { body } = await stack.ask(`{ administrativePenalty(docNo: "雀龄〔2026〕1号") { personName } }`);
    expect(body.data.administrativePenalty.personName).toBe("尉迟**");
  });

  it("whose name slipped into another column is told by its mask", async () => {
    const summary = await load(
      penalties.service,
      penalties.kind,
      [row(9, { type: NAME }), row(10, { type: "欧阳小寒" })],
      "slipped",
    );
    expect(summary.quarantined.map(({ value, rule }) => [value, rule])).toEqual([
      ["尉迟**", "COUNTERPARTY_TYPE_UNKNOWN"],
      ["欧阳**", "COUNTERPARTY_TYPE_UNKNOWN"],
    ]);
  });

  it("who runs an individually-owned business is masked, and the trader is published by its code", async () => {
    await load(
      penalties.service,
      penalties.kind,
      [row(8, { type: "04", name: NAME, uscc: "92990101MA9000038C", legalRep: NAME, facts: `经营者${NAME}无照经营` })],
      "trader",
    );
    const { body } = await stack.ask(
      `{ administrativePenalty(docNo: "雀龄〔2026〕8号") { counterpartyName legalRepName facts } }`,
    );
    expect(body.data.administrativePenalty).toEqual({
      counterpartyName: "尉迟**",
      legalRepName: null,
      facts: "经营者尉迟**无照经营",
    });
  });
});

describe("a file that is no export", () => {
  const penalties = IMPORTS.find(({ kind }) => kind.kind === "penalties")!;
  it.each([
    ["rows.csv", `${NAME},${ID},13987654321\n${NAME},${ID},13987654321\n`],
    ["twice.csv", `${NAME},${NAME},${ID}\n1,2,3\n`],
    ["quoted.csv", `行政相对人名称,决定文书号\n"a",b${NAME}"${ID}"\n"${NAME}"${ID},x\n`],
    ["broken.json", `[{"行政相对人名称": "${NAME}", "x": ${ID}${NAME}]`],
  ])("%s is refused without a word of it", async (name, content) => {
    const file = join(directory, name);
    writeFileSync(file, content);
    const context = {
      db: stack.databases["credit"]!,
      today: "2026-09-28",
      source: "canary",
      call: async () => [] as never,
    };
    const refusal = await runImport(penalties.kind, context, { file, mapping: {}, dryRun: true }).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(refusal.length).toBeGreaterThan(20);
    expect(tracesIn(refusal)).toEqual([]);
    expect(refusal).not.toContain(NAME);
  });
});
