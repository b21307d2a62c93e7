/** Import of lists of intermediary services: what the rules of listing refuse goes to quarantine, the rest is loaded, twice changes nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { runImport, writeReport, type ImportSummary, type Mapping } from "../../platform/import/index.js";
import { intermediaryServiceImport } from "../../subgraphs/intermediary/intermediary-service/intermediary-service.import.js";
import { brokenInvariants } from "../support/invariants.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

const HEADER =
  "中介服务事项名称,事项编码,涉及的审批事项,审批部门,审批部门编码,设定依据,服务时限,收费性质,收费依据,收费标准,委托方,付费方,清单状态,行政区划";
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

const load = (file: string, mapping: Mapping = {}, dryRun = false): Promise<ImportSummary> => {
  const call = stack.batchCall;
  return runImport(
    intermediaryServiceImport,
    { today: "2026-09-28", source: mapping.source ?? "test", call, db: stack.databases["intermediary"]! },
    { file, mapping, dryRun, chunkSize: 4 },
  );
};

const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];

const ask = async (query: string, variables: object = {}): Promise<Answer["body"]> =>
  (await stack.ask(query, { variables })).body;

const EIA = "《中华人民共和国环境影响评价法》第十六条";

describe("import of a list", () => {
  const rows = [
    `环境影响报告书编制,imp-1,建设项目环境影响评价文件审批；排污许可证核发,某市生态环境局,11990101MB9000015E,${EIA}、第二十条,15个工作日,市场调节价,,双方协商,申请人,申请人,保留,222401000000`,
    `安全预评价,IMP-2,生产经营单位安全条件审查,某市应急管理局,,《建设项目安全设施"三同时"监督管理办法》（2015年修正）第七条,30日,政府指导价,吉省价收〔2010〕1号,,,,,`.replaceAll(
      '"',
      "",
    ),
    `房产测绘,IMP-3,无,某市住建局,,《房产测绘管理办法》,按合同约定,市场价,,,,,清理取消,`,
    `没有依据的服务,IMP-4,,,,无,10,市场调节价,,,,,,`,
    `依据看不懂的服务,IMP-5,,,,有关规定,10,市场调节价,,,,,,`,
    `只有地方文件的服务,IMP-6,,,,《关于加强某项工作的通知》,10,市场调节价,,,,,,`,
    `国务院文件的服务,IMP-7,,,,《国务院关于第六批取消和调整行政审批项目的决定》,10,市场调节价,,,,,,`,
    `收费性质不明的服务,IMP-8,,,,${EIA},10,面议,,,,,,`,
    `政府定价无依据的服务,IMP-9,,,,${EIA},10,政府定价,,,,,,`,
    `付费方不符的服务,IMP-10,,,,${EIA},10,市场调节价,,,审批部门,申请人,,`,
    `委托方不明的服务,IMP-11,,,,${EIA},10,市场调节价,,,第三方,,,`,
    `审批部门付费的服务,IMP-12,,,,${EIA},10,市场调节价,,,,审批部门,,`,
    `状态不明的服务,IMP-13,,,,${EIA},10,市场调节价,,,,,待定,`,
    `区划不存在的服务,IMP-14,,,,${EIA},10,市场调节价,,,,,,519999`,
    `,IMP-15,,,,${EIA},10,市场调节价,,,,,,`,
    `无编码的服务,,,,,${EIA},10,市场调节价,,,,,,`,
    `两种内容,IMP-16,,,,${EIA},10,市场调节价,,,,,,`,
    `两种内容之二,IMP-16,,,,${EIA},10,市场调节价,,,,,,`,
  ];
  const file = (): string => fileOf("services.csv", `\uFEFF${HEADER}\n${rows.join("\n")}\n`);

  it("loads what may be listed and quarantines the rest with line, column, value, rule and remedy", async () => {
    const summary = await load(file());
    expect(summary.quarantined.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [5, "设定依据", "无", "LEGAL_BASIS_MISSING"],
      [6, "设定依据", "有关规定", "LEGAL_BASIS_UNREADABLE"],
      [7, "设定依据", "《关于加强某项工作的通知》", "LEGAL_BASIS_TOO_LOW"],
      [9, "收费性质", "面议", "FEE_NATURE_UNKNOWN"],
      [10, "收费依据", "", "FEE_BASIS_MISSING"],
      [11, "付费方", "申请人", "PAYER_MISMATCH"],
      [12, "委托方", "第三方", "PARTY_UNKNOWN"],
      [14, "清单状态", "待定", "LIST_STATE_UNKNOWN"],
      [15, "行政区划", "519999", "DIVISION_UNKNOWN"],
      [16, "中介服务事项名称", "", "NAME_MISSING"],
      [17, "事项编码", "", "CODE_MISSING"],
      [18, undefined, undefined, "CODE_WITH_TWO_CONTENTS"],
      [19, undefined, undefined, "CODE_WITH_TWO_CONTENTS"],
    ]);
    expect(counts(summary)).toEqual([18, 5, 0, 13]);
    expect(summary.quarantined.every(({ remedy }) => remedy.length > 10)).toBe(true);
    const kept = await stack.databases["intermediary"]!("import_quarantine").count({ n: "*" });
    expect(kept).toEqual([{ n: 13n }]);
  });

  it("answers what it loaded, joined by code and law and never by name", async () => {
    const { data, errors } = await ask(`{ intermediaryService(code: "IMP-1") {
      name linkedMatterNames linkedMatters { id } approvalDept { name } approvalDeptName division { name } timeLimit { amount unit } feeNature payer listState version effectiveFrom
      legalBases { id lawName articleNo } } }`);
    expect(errors).toBeUndefined();
    expect(data.intermediaryService).toMatchObject({
      name: "环境影响报告书编制",
      linkedMatterNames: ["建设项目环境影响评价文件审批", "排污许可证核发"],
      linkedMatters: [],
      // The body is the one of the code, whatever the list calls it.
      approvalDept: { name: "延吉市市场监督管理局（演示）" },
      approvalDeptName: "某市生态环境局",
      division: { name: "延吉市" },
      timeLimit: { amount: 15, unit: "WORKING_DAY" },
      feeNature: "MARKET",
      payer: "APPLICANT",
      listState: "KEPT",
      version: 1,
      effectiveFrom: "2026-09-28",
    });
    const [known, created] = data.intermediaryService.legalBases;
    expect(known).toEqual({ id: "EIA-2018-16", lawName: "中华人民共和国环境影响评价法", articleNo: "第十六条" });
    expect(created).toMatchObject({ lawName: "中华人民共和国环境影响评价法", articleNo: "第二十条" });
    expect(created.id).toMatch(/^CN-LAW-[0-9a-f]{16}$/);
  });

  it("keeps words that are no number, and null where the source says 无", async () => {
    const { data } = await ask(
      `{ a: intermediaryService(code: "IMP-2") { timeLimit { amount unit } feeNature feeBasis legalBases { lawName articleNo } approvalDept { id } approvalDeptName }
         b: intermediaryService(code: "IMP-3") { timeLimit { amount } timeLimitExplain listState linkedMatterNames feeStandard }
         c: intermediaryService(code: "IMP-12") { commissionedBy payer } }`,
    );
    expect(data.a).toEqual({
      timeLimit: { amount: 30, unit: "NATURAL_DAY" },
      feeNature: "GOVERNMENT_GUIDED",
      feeBasis: "吉省价收〔2010〕1号",
      legalBases: [{ lawName: "建设项目安全设施三同时监督管理办法", articleNo: "第七条" }],
      approvalDept: null,
      approvalDeptName: "某市应急管理局",
    });
    expect(data.b).toEqual({
      timeLimit: null,
      timeLimitExplain: "按合同约定",
      listState: "REMOVED",
      linkedMatterNames: [],
      feeStandard: null,
    });
    expect(data.c).toEqual({ commissionedBy: "APPROVING_DEPARTMENT", payer: "APPROVING_DEPARTMENT" });
  });

  it("is found by words of the name", async () => {
    const { data } = await ask(`{ intermediaryServices(search: "房产测绘") { nodes { code } } }`);
    expect(data.intermediaryServices.nodes).toContainEqual({ code: "IMP-3" });
  });

  it("changes nothing the second time", async () => {
    expect(counts(await load(file()))).toEqual([18, 0, 5, 13]);
    const { data } = await ask(`{ intermediaryService(code: "IMP-1") { version } }`);
    expect(data.intermediaryService.version).toBe(1);
  });

  it("makes a changed row a new version", async () => {
    const changed = `${HEADER}\n环境影响报告书编制,IMP-1,,,,${EIA},20个工作日,市场调节价,,,,,,\n`;
    expect(counts(await load(fileOf("changed.csv", changed)))).toEqual([1, 1, 0, 0]);
    const { data } = await ask(`{ intermediaryService(code: "IMP-1") { version timeLimit { amount } } }`);
    expect(data.intermediaryService).toEqual({ version: 2, timeLimit: { amount: 20 } });
  });

  it("writes nothing in a dry run", async () => {
    const row = `${HEADER}\n试运行服务,IMP-20,,,,${EIA},10,市场调节价,,,,,,\n`;
    expect(counts(await load(fileOf("dry.csv", row), {}, true))).toEqual([1, 1, 0, 0]);
    expect((await ask(`{ intermediaryService(code: "IMP-20") { code } }`)).data.intermediaryService).toBeNull();
  });

  it("makes a service on a law that was repealed a finding", async () => {
    const row = `${HEADER}\n旧法服务,IMP-21,,,,《水土保持法（1991年）》第十九条,10,市场调节价,,,,,,222401\n`;
    expect(counts(await load(fileOf("old.csv", row)))).toEqual([1, 1, 0, 0]);
    await stack.refresh("intermediary");
    const { data } = await ask(
      `{ intermediaryFindings(rule: REPEALED_BASIS, division: "222401") { nodes { service { code } legalBasis { id } } } }`,
    );
    expect(data.intermediaryFindings.nodes).toEqual([
      { service: { code: "IMP-21" }, legalBasis: { id: "WATER-SOIL-1991-19" } },
    ]);
  });

  it.each([
    [
      "GB18030",
      "gb.csv",
      (): Buffer => iconv.encode(`${HEADER}\n编码服务,ENC-1,,,,${EIA},10,市场调节价,,,,,,\n`, "gb18030"),
    ],
    [
      "JSON",
      "list.json",
      (): string =>
        JSON.stringify([
          { 中介服务事项名称: "编码服务", 事项编码: "ENC-1", 设定依据: EIA, 服务时限: 10, 收费性质: "市场调节价" },
        ]),
    ],
  ])("reads %s alike", async (_name, name, content) => {
    const summary = await load(fileOf(name, content()));
    expect(summary.quarantined).toEqual([]);
    expect((await ask(`{ intermediaryService(code: "ENC-1") { name version } }`)).data.intermediaryService).toEqual({
      name: "编码服务",
      version: 1,
    });
  });

  it.each([
    ["a missing column", `中介服务事项名称,事项编码\n好服务,BROKEN-1\n`, /no column for legalBasis/],
    [
      "an unclosed quotation mark",
      `${HEADER}\n好服务,BROKEN-1,,,,${EIA},10,市场调节价,,,,,,\n"坏,`,
      /broken at line \d+/,
    ],
  ])("loads nothing of a file with %s", async (_name, content, message) => {
    await expect(load(fileOf("broken.csv", content))).rejects.toThrow(message);
    expect((await ask(`{ intermediaryService(code: "BROKEN-1") { code } }`)).data.intermediaryService).toBeNull();
  });

  it("takes columns, constants and codes from a mapping", async () => {
    const summary = await load(fileOf("mapped.csv", `名称,编号,依据,定价\n映射服务,M-1,${EIA},甲\n`), {
      source: "mapped",
      columns: { name: "名称", code: "编号", legalBasis: "依据", feeNature: "定价" },
      constants: { division: "222401" },
      codes: { feeNature: { 甲: "市场调节价" } },
    });
    expect(counts(summary)).toEqual([1, 1, 0, 0]);
    expect(
      (await ask(`{ intermediaryService(code: "M-1") { division { code } feeNature } }`)).data.intermediaryService,
    ).toEqual({
      division: { code: "222401" },
      feeNature: "MARKET",
    });
  });
});

describe("matters of a list", () => {
  const WITH_CODES =
    "中介服务事项名称,事项编码,涉及的审批事项,涉及的审批事项编码,设定依据,收费性质,清单状态,行政区划,成果有效期,清理规范文件";
  type Found = { id: string; task_code: string; catalog_code: string; dept_id: string; division_code: string };
  let published: Found[];
  let draft: Found;
  beforeAll(async () => {
    const matters = async (where: string): Promise<Found[]> =>
      (
        (await stack.databases["matters"]!.raw(
          `select id, task_code, catalog_code, dept_id, division_code from service_matters where ${where} and task_code is not null order by id`,
        )) as { rows: Found[] }
      ).rows;
    published = await matters("status = 'PUBLISHED'");
    [draft] = (await matters("status <> 'PUBLISHED'")) as [Found];
  });
  const row = (
    code: string,
    codes: string,
    { names = "", state = "保留", division = "222400", name = "挂接服务" } = {},
  ): string => `${name},${code},${names},${codes},${EIA},市场调节价,${state},${division},3年,`;
  const loadRows = (...lines: string[]): Promise<ImportSummary> =>
    load(fileOf("codes.csv", `${WITH_CODES}\n${lines.join("\n")}\n`));
  const linksOf = async (code: string): Promise<string[]> => {
    const { data, errors } = await ask(
      `query($code: ID!) { intermediaryService(code: $code) { linkedMatters { id } } }`,
      { code },
    );
    expect(errors).toBeUndefined();
    return data.intermediaryService.linkedMatters.map(({ id }: { id: string }) => id);
  };
  const told = ({ notices }: ImportSummary): unknown[] =>
    notices.map(({ line, column, value, rule }) => [line, column, value, rule]);

  it("are linked by implementation code, and by catalogue code in the division of the list", async () => {
    const first = published.find(({ division_code }) => division_code === "222401")!;
    const { catalog_code } = published.find(
      (matter) =>
        matter.catalog_code !== first.catalog_code &&
        published.some((other) => other.catalog_code === matter.catalog_code && other.division_code === "222403") &&
        published.some((other) => other.catalog_code === matter.catalog_code && other.division_code === "222404"),
    )!;
    const summary = await loadRows(
      row("LINK-1", `${first.task_code.toLowerCase()}；${first.task_code}`),
      row("LINK-2", `${first.task_code}、${catalog_code}`, { division: "222403" }),
    );
    expect([counts(summary), told(summary)]).toEqual([[2, 2, 0, 0], []]);
    expect(await linksOf("LINK-1")).toEqual([first.id]);
    const inCounty = published.filter(
      (matter) => matter.catalog_code === catalog_code && matter.division_code === "222403",
    );
    expect((await linksOf("LINK-2")).sort()).toEqual([first.id, ...inCounty.map(({ id }) => id)].sort());
    const kept = await stack.databases["intermediary"]!("service_matter_links").where("service_code", "LINK-1");
    expect(kept).toEqual([
      { matter_id: first.id, service_code: "LINK-1", dept_id: first.dept_id, division_code: "222401" },
    ]);
    const { data } = await ask(
      `query($id: ID!) { serviceMatter(id: $id) { intermediaryServices { code } } intermediaryService(code: "LINK-1") { resultValidity removalDocument } }`,
      { id: first.id },
    );
    expect(data.serviceMatter.intermediaryServices).toContainEqual({ code: "LINK-1" });
    expect(data.intermediaryService).toEqual({ resultValidity: "3年", removalDocument: null });
  });

  it("are not looked for in the whole country by a catalogue code alone", async () => {
    const { catalog_code } = published[0]!;
    const summary = await loadRows(row("LINK-0", catalog_code, { division: "" }));
    expect(told(summary)).toEqual([[2, "涉及的审批事项编码", catalog_code, "MATTER_UNKNOWN"]]);
    expect(await linksOf("LINK-0")).toEqual([]);
  });

  it("given by name stay text with a notice", async () => {
    const { task_name: name } = (
      (await stack.databases["matters"]!.raw(`select task_name from service_matters where id = ?`, [
        published[0]!.id,
      ])) as { rows: { task_name: string }[] }
    ).rows[0]!;
    const summary = await loadRows(row("LINK-3", "", { names: name }));
    expect([counts(summary), told(summary)]).toEqual([[1, 1, 0, 0], [[2, "涉及的审批事项", name, "MATTERS_BY_NAME"]]]);
    expect(await linksOf("LINK-3")).toEqual([]);
  });

  it("a draft's code and one that nothing has give the same notice", async () => {
    const nothing = "11990101MB9000015E4999999999999";
    const [ofDraft, ofNothing] = [
      await loadRows(row("LINK-4", draft.task_code)),
      await loadRows(row("LINK-5", nothing)),
    ];
    expect(counts(ofDraft)).toEqual([1, 1, 0, 0]);
    expect(told(ofDraft)).toEqual([[2, "涉及的审批事项编码", draft.task_code, "MATTER_UNKNOWN"]]);
    expect(ofNothing.notices[0]!.remedy.replace(nothing, "")).toBe(
      ofDraft.notices[0]!.remedy.replace(draft.task_code, ""),
    );
    expect(await linksOf("LINK-4")).toEqual([]);
  });

  it("that were published since are linked when the same file comes again, without a new version", async () => {
    await stack.databases["matters"]!("service_matters").where("id", draft.id).update({ status: "PUBLISHED" });
    const again = await loadRows(row("LINK-4", draft.task_code));
    expect([counts(again), told(again)]).toEqual([[1, 0, 1, 0], []]);
    expect(await linksOf("LINK-4")).toEqual([draft.id]);
    const { data } = await ask(`{ intermediaryService(code: "LINK-4") { version } }`);
    expect(data.intermediaryService.version).toBe(1);
  });

  it("follow a list that names others, stay where it names none by code, and go with the service (N3)", async () => {
    const [first, second] = published as [Found, Found];
    await loadRows(row("LINK-6", first.task_code));
    await loadRows(row("LINK-6", second.task_code));
    expect(await linksOf("LINK-6")).toEqual([second.id]);
    await loadRows(row("LINK-6", "", { name: "挂接服务改名" }));
    expect(await linksOf("LINK-6")).toEqual([second.id]);
    const removed = await loadRows(row("LINK-6", second.task_code, { state: "清理取消" }));
    expect(told(removed)).toEqual([[2, "涉及的审批事项编码", second.task_code, "REMOVED_NOT_LINKED"]]);
    expect(await linksOf("LINK-6")).toEqual([]);
  });

  it("with a code that is none are refused, and a dry run links nothing", async () => {
    const refused = await loadRows(row("LINK-7", "9".repeat(129)));
    expect([counts(refused), refused.quarantined[0]]).toMatchObject([
      [1, 0, 0, 1],
      { column: "涉及的审批事项编码", rule: "TASK_CODE_LENGTH" },
    ]);
    const before = await stack.databases["intermediary"]!("service_matter_links").count({ n: "*" });
    await load(fileOf("dry-codes.csv", `${WITH_CODES}\n${row("LINK-8", published[0]!.task_code)}\n`), {}, true);
    expect(await stack.databases["intermediary"]!("service_matter_links").count({ n: "*" })).toEqual(before);
  });

  it("are told in the report beside what was refused", async () => {
    const summary = await loadRows(row("LINK-9", "", { names: "某事项" }), row("", ""));
    const report = join(directory, "report.csv");
    await writeReport(report, summary);
    const [header, ...lines] = readFileSync(report, "utf8").trimEnd().split("\n");
    expect(header).toBe("\uFEFFline,column,value,rule,remedy,outcome");
    expect(lines.map((line) => [line.split(",")[3], line.split(",").at(-1)])).toEqual([
      ["CODE_MISSING", "QUARANTINED"],
      ["MATTERS_BY_NAME", "NOTICE"],
    ]);
  });
});

describe("after all imports", () => {
  it("the list keeps its invariants", async () =>
    expect(await brokenInvariants("intermediary", stack.databases["intermediary"]!)).toEqual([]));
});
