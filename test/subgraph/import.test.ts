/** Import of matters and organisations: real dirt goes to quarantine with a remedy, the rest is loaded, twice changes nothing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { ROLES, signContext } from "../../platform/auth/index.js";
import { readMapping, runImport, type ImportSummary, type Mapping } from "../../platform/import/index.js";
import { orgCodeCheckCharacter, usccFromParts } from "../../platform/domain/index.js";
import { organizationImport } from "../../subgraphs/reference/organization/organization.import.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { brokenInvariants } from "../support/invariants.js";
import { startStack, TEST_NOW, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const HEADER = "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划";
let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-import-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const load = (
  kind: "matters" | "organizations",
  file: string,
  mapping: Mapping = {},
  dryRun = false,
): Promise<ImportSummary> => {
  const call = stack.batchCall;
  const context = { today: "2026-09-28", source: mapping.source ?? "test", call };
  const options = { file, mapping, dryRun, chunkSize: 3 };
  return kind === "matters"
    ? runImport(matterImport, { ...context, db: stack.databases["matters"]! }, options)
    : runImport(organizationImport, { ...context, db: stack.databases["reference"]! }, options);
};

const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];

describe("import of matters", () => {
  const rows = [
    "甲事项,LOCAL-1,1,11511301008778183N,区经信局,511602000000",
    "乙事项,LOCAL-2,20,083372204,区教科体局,511602000000",
    "丙事项,LOCAL-3,07,TE5116020105116050,区临时局,511602000000",
    "丁事项,12441500196720244T3442199806003,02,12441500196720244T,某中心,441500000000",
    ",LOCAL-4,1,11511301008778183N,区经信局,511602000000",
    "无,LOCAL-5,1,11511301008778183N,区经信局,511602000000",
    "戊事项,,1,11511301008778183N,区经信局,511602000000",
    "己事项,LOCAL-6,77,11511301008778183N,区经信局,511602000000",
    "庚事项,LOCAL-7,1,11511301008778183N,区经信局,519999000000",
    "辛事项,LOCAL-8,1,11511301008778183N,区经信局,511602000000",
    "辛事项（另一内容）,LOCAL-8,1,11511301008778183N,区经信局,511602000000",
    "壬事项,LOCAL-9,1,11511301008778183N,区经信局,5116",
  ];
  const file = (): string => fileOf("matters.csv", `\uFEFF${HEADER}\n${rows.join("\n")}\n`);

  it("loads what is right and quarantines the rest with line, column, value, rule and remedy", async () => {
    const summary = await load("matters", file());
    expect(counts(summary)).toEqual([12, 4, 0, 8]);
    expect(summary.quarantined.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [6, "事项名称", "", "NAME_MISSING"],
      [7, "事项名称", "无", "NAME_MISSING"],
      [8, "事项编码", "", "CODE_MISSING"],
      [9, "事项类型", "77", "TASK_TYPE_UNKNOWN"],
      [10, "行政区划", "519999000000", "DIVISION_UNKNOWN"],
      [11, undefined, undefined, "CODE_WITH_TWO_CONTENTS"],
      [12, undefined, undefined, "CODE_WITH_TWO_CONTENTS"],
      [13, "行政区划", "5116", "DIVISION_CODE"],
    ]);
    expect(summary.quarantined.every(({ remedy }) => remedy.length > 10)).toBe(true);
    const kept = await stack.databases["matters"]!("import_quarantine")
      .where({ file: "matters.csv" })
      .count({ n: "*" });
    expect(kept).toEqual([{ n: 8n }]);
  });

  it("answers what it loaded through the gateway, with its findings", async () => {
    const { body } = await stack.ask(
      `{ serviceMatters(search: "丙事项", first: 5) { nodes { id taskName taskCode dept { id name identifiers { scheme value valid } } qualityIssues { rule } } } }`,
      { viewer: "supervisor-1" },
    );
    expect(body.data.serviceMatters.nodes[0]).toMatchObject({
      id: "CN-LOCAL-test-TE5116020105116050:LOCAL-3",
      taskCode: null,
      dept: {
        id: "CN-LOCAL-test-TE5116020105116050",
        name: "区临时局",
        identifiers: [{ scheme: "LOCAL", value: "TE5116020105116050", valid: false }],
      },
    });
  });

  it("takes themes, depth online, titles and channels by the codes of the exchange tables", async () => {
    const columns =
      "USE_LEVEL,DEPT_TYPE,POWER_SOURCE,ENTRUST_NAME,ONLINE_HANDLE_DEPTH,HANDLE_AREA,USER_TOPIC_TYPE,CORP_TOPIC_TYPE,LINK_ADDR,IS_SCHEDULE";
    const summary = await load(
      "matters",
      fileOf(
        "particulars.csv",
        `${HEADER},${columns}\n子事项,LOCAL-20,1,11511301008778183N,区经信局,511602000000,04,3,5,某局,1^2^9,6,社会救助^户籍办理,社会救助,http://zwfw.example/1,是\n`,
      ),
    );
    expect(counts(summary)).toEqual([1, 1, 0, 0]);
    const { body } = await stack.ask(
      `{ serviceMatter(id: "CN-LOCAL-11511301008778183N:LOCAL-20") { useLevel deptType powerSource entrustName onlineDepth handleArea themes channels { link appointment express } } }`,
    );
    expect(body.data.serviceMatter).toEqual({
      useLevel: "COUNTY",
      deptType: "ENTRUSTED_ORGANIZATION",
      powerSource: "ENTRUSTED_FROM_ABOVE",
      entrustName: "某局",
      onlineDepth: ["CONSULTATION", "RECEIPT", "OTHER"],
      handleArea: "ACROSS_VILLAGES",
      themes: ["社会救助", "户籍办理"],
      channels: { link: "http://zwfw.example/1", appointment: true, express: null },
    });
  });

  it("changes nothing the second time", async () => {
    expect(counts(await load("matters", file()))).toEqual([12, 0, 4, 8]);
  });

  it("makes a changed row a new version and closes the old one", async () => {
    await load(
      "matters",
      fileOf("changed.csv", `${HEADER}\n甲事项（修订）,LOCAL-1,1,11511301008778183N,区经信局,511602000000\n`),
    );
    const { body } = await stack.ask(
      `{ serviceMatter(id: "CN-LOCAL-11511301008778183N:LOCAL-1") { taskName version versions { version taskName validFrom validTo } } }`,
    );
    expect(body.data.serviceMatter).toEqual({
      taskName: "甲事项（修订）",
      version: 2,
      versions: [
        { version: 2, taskName: "甲事项（修订）", validFrom: "2026-09-28", validTo: null },
        // Both of one day: the first held until it was replaced.
        { version: 1, taskName: "甲事项", validFrom: "2026-09-28", validTo: "2026-09-28" },
      ],
    });
  });

  it("writes nothing in a dry run", async () => {
    const summary = await load(
      "matters",
      fileOf("dry.csv", `${HEADER}\n子事项,LOCAL-10,1,11511301008778183N,区经信局,511602000000\n`),
      {},
      true,
    );
    expect(counts(summary)).toEqual([1, 1, 0, 0]);
    expect(
      (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11511301008778183N:LOCAL-10") { id } }`)).body.data.serviceMatter,
    ).toBeNull();
  });

  it.each([
    [
      "GB18030",
      "gb.csv",
      (): Buffer =>
        iconv.encode(`${HEADER}\n国标编码事项,GB-1,1,11511301008778183N,区经信局,511602000000\n`, "gb18030"),
    ],
    [
      "UTF-8 without a mark",
      "plain.csv",
      (): string => `${HEADER}\n国标编码事项,GB-1,1,11511301008778183N,区经信局,511602000000\n`,
    ],
    [
      "JSON",
      "list.json",
      (): string =>
        JSON.stringify([
          {
            TASK_NAME: "国标编码事项",
            TASK_CODE: "GB-1",
            TASK_TYPE: 1,
            DEPT_CODE: "11511301008778183N",
            DEPT_NAME: "区经信局",
            AREA_CODE: 511602,
          },
        ]),
    ],
    [
      "JSON Lines",
      "list.jsonl",
      (): string =>
        `{"taskName":"国标编码事项","taskCode":"GB-1","taskType":"01","deptCode":"11511301008778183N","deptName":"区经信局","division":"511602"}\n\n`,
    ],
  ])("reads %s alike", async (_name, name, content) => {
    const summary = await load("matters", fileOf(name, content()));
    expect(summary.quarantined).toEqual([]);
    expect(
      (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11511301008778183N:GB-1") { taskName version } }`)).body.data
        .serviceMatter,
    ).toEqual({ taskName: "国标编码事项", version: 1 });
  });

  it.each([
    [
      "an unclosed quotation mark",
      `${HEADER}\n好事项,BROKEN-1,1,11511301008778183N,局,511602000000\n"坏,`,
      /broken at line \d+/,
    ],
    [
      "a row of another length",
      `${HEADER}\n好事项,BROKEN-1,1,11511301008778183N,局,511602000000\n坏,1\n`,
      /another number of columns/,
    ],
    ["a missing column", `事项名称,事项编码\n好事项,BROKEN-1\n`, /no column for taskType/],
    ["no record", `${HEADER}\n`, /no records/],
  ])("loads nothing of a file with %s", async (_name, content, message) => {
    await expect(load("matters", fileOf("broken.csv", content))).rejects.toThrow(message);
    expect(
      (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11511301008778183N:BROKEN-1") { id } }`)).body.data.serviceMatter,
    ).toBeNull();
  });

  it("loads an export of an agency whole, and the gateway answers all of it", async () => {
    const types = ["1", "07", "10", "20"];
    const school = `44556677${orgCodeCheckCharacter("44556677")}`;
    const departments = ["11511301008778183N,区经信局", `${school},区教科体局`, "TE5116020105116050,区临时局"];
    const lines = Array.from({ length: 120 }, (_, index) => {
      const code = `511B${String(index).padStart(8, "0")}-511602000000-000-115113010833722043-1-00`;
      return `整份导出事项${index},${code},${types[index % types.length]},${departments[index % departments.length]},511602000000`;
    });
    const file = fileOf("export.csv", `\uFEFF${HEADER}\r\n${lines.join("\r\n")}\r\n`);
    expect(counts(await load("matters", file, { source: "export" }))).toEqual([120, 120, 0, 0]);
    const page = `nodes { taskName dept { name } division { code } } pageInfo { hasNextPage endCursor }`;
    const search = `filter: { division: "511602" }, search: "整份导出事项", first: 100`;
    const first = await stack.ask(`{ serviceMatters(${search}) { ${page} } }`);
    const { pageInfo } = first.body.data.serviceMatters;
    expect(pageInfo.hasNextPage).toBe(true);
    const second = await stack.ask(`{ serviceMatters(${search}, after: "${pageInfo.endCursor}") { ${page} } }`);
    const nodes = [first, second].flatMap(({ body }) => body.data.serviceMatters.nodes) as {
      taskName: string;
      dept: { name: string };
      division: { code: string };
    }[];
    const told = nodes.map(({ taskName, dept, division }) => `${taskName} ${dept.name} ${division.code}`);
    expect(told.sort()).toEqual(
      lines.map((_, index) => `整份导出事项${index} ${departments[index % 3]!.split(",")[1]} 511602`).sort(),
    );
  });
});

describe("mapping files", () => {
  it("name columns, constants and code tables", async () => {
    const mapping: Mapping = {
      source: "mapped",
      columns: { taskName: "名称", taskCode: ["编码一", "编码二"], deptCode: "单位", deptName: "单位" },
      constants: { division: "222401" },
      codes: { taskType: { 甲类: "01" } },
    };
    const summary = await load(
      "matters",
      fileOf("mapped.csv", "名称,编码一,编码二,TASK_TYPE,单位\n映射事项,,M-1,甲类,11990101MB9000015E\n"),
      mapping,
    );
    expect(counts(summary)).toEqual([1, 1, 0, 0]);
    expect(
      (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11990101MB9000015E:M-1") { taskType dept { id } } }`)).body.data
        .serviceMatter,
    ).toEqual({
      taskType: "LICENSING_01",
      dept: { id: "CN-USCC-11990101MB9000015E" },
    });
  });

  it.each([
    [`{"columns": {"nonsense": "x"}}`, /nonsense is no field/],
    [`{"unknown": 1}`, /unknown/i],
    [`{`, /can not be read/],
  ])("are refused where they are wrong: %s", (content, message) => {
    expect(() => readMapping(fileOf("mapping.json", content), matterImport.fields)).toThrow(message);
  });
});

describe("import of organisations", () => {
  it("matches by identifier and never by name, and keeps ids", async () => {
    const org = `55667788${orgCodeCheckCharacter("55667788")}`;
    const first = fileOf(
      "orgs1.csv",
      `机构编码,机构名称,行政区划\n${org.slice(0, 8)}-${org.slice(8)},区公安分局,511602\nX-77,区公安分局,511602\n11990101mb9000015e,另一个名字,222401\n`,
    );
    expect(counts(await load("organizations", first))).toEqual([3, 3, 0, 0]);
    // The credit code that embeds 008778685 appears later: same body, same id.
    const embedded = fileOf(
      "orgs2.csv",
      `机构编码,机构名称\n${usccFromParts("11", "511301", "55667788")},区公安分局\n`,
    );
    const summary = await load("organizations", embedded);
    const { rows } = (await stack.databases["reference"]!.raw(
      `select id, uscc, name from organizations where uscc = '${usccFromParts("11", "511301", "55667788")}' or id = 'CN-LOCAL-test-X-77' order by id`,
    )) as { rows: object[] };
    expect(summary.quarantined).toEqual([]);
    expect(rows.map((row) => (row as { id: string }).id)).toEqual(["CN-LOCAL-test-X-77", `CN-ORG-${org}`]);
    // A known code with another name: the list is the newer statement, and the name before stays.
    const { body } = await stack.ask(
      `{ organization(uscc: "11990101MB9000015E") { id name formerNames { name to } } }`,
    );
    expect(body.data.organization).toMatchObject({ id: "CN-USCC-11990101MB9000015E", name: "另一个名字" });
    expect(body.data.organization.formerNames).toContainEqual({
      name: "延吉市市场监督管理局（演示）",
      to: "2026-09-27",
    });
    expect(counts(await load("organizations", first))).toEqual([3, 0, 3, 0]);
  });

  it("takes short name, legal representative and contact; what a later list leaves out stays", async () => {
    const body = usccFromParts("91", "222401", "66778899");
    const trader = usccFromParts("92", "222401", "77889911");
    const header = "统一社会信用代码,机构名称,行政区划,机构简称,法定代表人,联系电话";
    const particulars = () =>
      stack.databases["reference"]!("organizations")
        .select("short_name", "legal_rep_name", "contact")
        .whereIn("uscc", [body, trader])
        .orderBy("uscc");
    const list = fileOf(
      "particulars.csv",
      `${header}\n${body},某甲公司,222401,甲公司,示例甲,0433-0000001\n${trader},某乙商店,222401,,示例乙,\n`,
    );
    expect(counts(await load("organizations", list))).toEqual([2, 2, 0, 0]);
    const first = { short_name: "甲公司", legal_rep_name: "示例甲", contact: "0433-0000001" };
    const ofTrader = { short_name: null, legal_rep_name: null, contact: null };
    expect(await particulars()).toEqual([first, ofTrader]);
    expect(counts(await load("organizations", list))).toEqual([2, 0, 2, 0]);
    const later = fileOf("later.csv", `${header}\n${body},某甲公司,222401,,示例丙,\n`);
    expect(counts(await load("organizations", later))).toEqual([1, 1, 0, 0]);
    expect(await particulars()).toEqual([{ ...first, legal_rep_name: "示例丙" }, ofTrader]);
  });

  it("shows the legal representative to everyone and the contact to agency and supervisors alone", async () => {
    const query = `{ organization(uscc: "${usccFromParts("91", "222401", "66778899")}") { shortName legalRepName contact } }`;
    const open = { shortName: "甲公司", legalRepName: "示例丙" };
    expect((await stack.ask(query)).body.data.organization).toEqual({ ...open, contact: null });
    expect((await stack.ask(query, { viewer: "supervisor-1" })).body.data.organization).toEqual({
      ...open,
      contact: "0433-0000001",
    });
  });

  it.each(["11", "31", "92"])(
    "takes no legal representative for a body of category %s that was known by its organisation code before",
    async (category) => {
      const uscc = usccFromParts(category, "222401", "8899001" + category.charAt(0));
      const orgCode = uscc.slice(8, 17);
      await load("organizations", fileOf("known.csv", `机构编码,机构名称,行政区划\n${orgCode},某处,222401\n`));
      await load(
        "organizations",
        fileOf("named.csv", `机构编码,机构名称,行政区划,法定代表人\n${uscc},某处,222401,示例戊\n`),
      );
      const { body } = await stack.ask(`{ organization(uscc: "${uscc}") { id kind legalRepName } }`);
      expect(body.data.organization).toEqual({
        id: `CN-ORG-${orgCode}`,
        kind: { "11": "AGENCY", "31": "LAW_FIRM", "92": "INDIVIDUALLY_OWNED_BUSINESS" }[category],
        legalRepName: null,
      });
    },
  );

  it("keeps persons out of quarantine and out of the report", async () => {
    const summary = await load(
      "organizations",
      fileOf("bad.csv", "机构编码,机构名称,行政区划,法定代表人,联系方式\nX-78,某局,519999,示例丁,0433-0000004\n"),
    );
    expect(summary.quarantined.map(({ column, rule }) => [column, rule])).toEqual([["行政区划", "DIVISION_UNKNOWN"]]);
    const kept = await stack.databases["reference"]!("import_quarantine").where({ file: "bad.csv" });
    expect(kept).toHaveLength(1);
    const text = JSON.stringify([summary, kept], (_, value: unknown) =>
      typeof value === "bigint" ? `${value}` : value,
    );
    expect(text).toContain("DIVISION_UNKNOWN");
    expect(text).not.toMatch(/示例丁|0433-0000004/);
  });
});

describe("batch calls", () => {
  it("are for the product's own processes alone", async () => {
    const body = "[]";
    const unsigned = await fetch(new URL("/batch/knownDivisions", stack.subgraphs[0]!.url), { method: "POST", body });
    expect(unsigned.status).toBe(401);
    // Not even for who has every role, where the gateway could be made to sign it.
    const path = "/batch/knownDivisions";
    const context = {
      subgraph: stack.subgraphs[0]!.name,
      viewer: { ...VIEWERS["app-partner"], roles: [...ROLES] },
      asOf: TEST_NOW.toISOString(),
      requestId: "test",
    };
    const signed = await fetch(new URL(path, stack.subgraphs[0]!.url), {
      method: "POST",
      body,
      headers: signContext({ context, method: "POST", path, body }, stack.contextKeys(context.subgraph)),
    });
    expect(signed.status).toBe(404);
  });
});

describe("after all imports", () => {
  it.each(["matters", "reference"])("%s keeps its invariants", async (service) =>
    expect(await brokenInvariants(service, stack.databases[service]!)).toEqual([]),
  );
});
