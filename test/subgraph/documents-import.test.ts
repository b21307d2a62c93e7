/** Import of documents: lists and pages, what they say of each other in columns and in their text, and what is refused with what to do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runImport, type ImportSummary } from "../../platform/import/index.js";
import { documentImport } from "../../subgraphs/openness/public-document/public-document.import.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

const USCC = "11990101MB9000015E";
const HEADER = "索引号,发文字号,标题,发文机关,主题分类,成文日期,发布日期,施行日期,有效期至,废止文件,制定依据,正文";
let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-documents-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

type Row = Readonly<Record<string, string>>;

const load = (content: string, name = "documents.csv", chunkSize = 1_000, dryRun = false): Promise<ImportSummary> => {
  const file = join(directory, name);
  writeFileSync(file, content);
  return runImport(
    documentImport,
    { today: "2026-09-28", source: "test", call: stack.batchCall, db: stack.databases["openness"]! },
    { file, mapping: {}, dryRun, chunkSize },
  );
};

/** A document of the number, with other cells. */
const row = (no: number, changes: Row = {}): Row => ({
  索引号: `${USCC}/2026-09${no}`,
  发文字号: `延市监发〔2026〕9${no}号`,
  标题: `第${no}号事项管理办法`,
  发文机关: "延吉市市场监督管理局（演示）",
  主题分类: "市场监管\\食品安全",
  成文日期: `2026-03-${no}`,
  发布日期: "2026年4月7日",
  ...changes,
});
const list = (...rows: readonly Row[]): string =>
  `${HEADER}\n${rows
    .map((cells) =>
      HEADER.split(",")
        .map((name) => `"${cells[name] ?? ""}"`)
        .join(","),
    )
    .join("\n")}\n`;
const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];
const refused = ({ quarantined }: ImportSummary): unknown[][] =>
  quarantined.map(({ line, column, rule }) => [line, column, rule]);
const told = ({ notices }: ImportSummary): string[] => notices.map(({ rule }) => rule);
const ask = async (query: string, viewer = "anonymous"): Promise<Answer["body"]> =>
  (await stack.ask(query, { viewer })).body;
const document = async (indexNo: string, selection: string): Promise<unknown> =>
  (await ask(`{ publicDocument(indexNo: "${indexNo}") { ${selection} } }`)).data.publicDocument;

describe("a list", () => {
  it("is loaded with what its columns and texts say, in any order of rows, and changes nothing twice", async () => {
    const content = list(
      row(12, {
        废止文件: "《第11号事项管理办法》（延市监发〔2026〕911号）",
        正文: "第一条 规范管理。\n第九条 本办法自2026年5月1日起施行，有效期五年。《旧办法》（延市监发〔2019〕3号）同时废止。",
      }),
      row(11),
    );
    const first = await load(content, "list.csv", 1);
    expect([counts(first), told(first)]).toEqual([[2, 2, 0, 0], ["REPEAL_IN_TEXT"]]);
    expect(counts(await load(content, "list.csv"))).toEqual([2, 0, 2, 0]);
    expect(
      await document(
        `${USCC}/2026-0912`,
        `documentNo genre topic subtopic createdOn publishedOn validFrom validUntil normative version: documentNo
         relations { kind effectiveOn part otherDocumentNo other { indexNo } }`,
      ),
    ).toEqual({
      ...{ documentNo: "延市监发〔2026〕912号", genre: "MEASURES", topic: "市场监管", subtopic: "食品安全" },
      ...{ createdOn: "2026-03-12", publishedOn: "2026-04-07", validFrom: "2026-05-01", validUntil: "2031-04-30" },
      ...{ normative: false, version: "延市监发〔2026〕912号" },
      relations: [
        {
          ...{ kind: "REPEALS", effectiveOn: "2026-05-01", part: null, otherDocumentNo: "延市监发〔2026〕911号" },
          other: { indexNo: `${USCC}/2026-0911` },
        },
        {
          ...{ kind: "REPEALS", effectiveOn: "2026-05-01", part: null, otherDocumentNo: "延市监发〔2019〕3号" },
          other: null,
        },
      ],
    });
    expect(
      await document(
        `${USCC}/2026-0911`,
        `before: validity(on: "2026-04-30") after: validity(on: "2026-05-01") issuer { name }`,
      ),
    ).toEqual({ before: "IN_FORCE", after: "REPEALED", issuer: { name: "延吉市市场监督管理局（演示）" } });
    const { data } = await ask(
      `{ publicDocuments(search: "延市监发(2026)912号", first: 1) { edges { node { title } } } }`,
    );
    expect(data.publicDocuments.edges).toEqual([{ node: { title: "第12号事项管理办法" } }]);
  });

  it("makes a changed document its next version, and keeps it public", async () => {
    await load(list(row(13)));
    const changed = await load(list(row(13, { 标题: "第13号事项管理办法（修订）", 发布日期: "" })));
    expect([counts(changed), changed.unpublished.map(({ rule }) => rule)]).toEqual([[1, 1, 0, 0], ["NOT_PUBLISHED"]]);
    const { rows } = (await stack.databases["openness"]!.raw(
      "select title, version, published_on from public_documents where index_no = ?",
      [`${USCC}/2026-0913`],
    )) as { rows: unknown[] };
    expect(rows).toEqual([{ title: "第13号事项管理办法（修订）", version: 2, published_on: "2026-04-07" }]);
  });

  it("shows nobody outside a document without a day of publication", async () => {
    const { unpublished } = await load(list(row(14, { 发布日期: "" })));
    expect(unpublished.map(({ rule }) => rule)).toEqual(["NOT_PUBLISHED"]);
    expect(await document(`${USCC}/2026-0914`, "title")).toBeNull();
  });

  it("quarantines what contradicts, each with its column and what to do", async () => {
    const own = "《第15号事项管理办法》（延市监发〔2026〕915号）";
    const summary = await load(
      list(
        row(15, { 废止文件: own }),
        row(16, { 发文字号: "延市监发〔2025〕916号" }),
        row(17, { 废止文件: "《第18号事项管理办法》（延市监发〔2026〕918号）" }),
        row(18),
        row(19, { 发布日期: "2026-03-18", 有效期至: "2026-03-01" }),
        row(20, { 废止文件: "有关文件" }),
        row(21, { 标题: "关于第21号事项", 主题分类: "" }),
        row(22, { 成文日期: "2026-10-01", 发布日期: "2026-10-02" }),
        row(23, { 发文机关: "无此机关", 索引号: "91990101MA9009921W/2026-00001" }),
        row(24, { 索引号: "11990101MB9000015F/2026-00001" }),
        row(25, { 发文字号: "二十五号" }),
        row(26, { 正文: "《旧办法》（延市监发〔2019〕4号）自2026年1月1日起废止。" }),
      ),
    );
    expect(refused(summary)).toEqual([
      [2, "废止文件", "RELATION_TO_ITSELF"],
      [3, "发文字号", "NUMBER_OF_ANOTHER_YEAR"],
      [4, "废止文件", "REPEAL_BEFORE_ISSUE"],
      [6, "发布日期", "PUBLISHED_BEFORE_ISSUE"],
      [6, "有效期至", "ENDS_BEFORE_IT_BEGINS"],
      [7, "废止文件", "CITATION"],
      [8, "genre", "GENRE_MISSING"],
      [8, "主题分类", "TOPIC_MISSING"],
      [9, "成文日期", "ISSUE_IN_FUTURE"],
      [10, "issuerUscc", "ISSUER_UNKNOWN"],
      [11, "索引号", "INDEX_NUMBER"],
      [12, "发文字号", "DOCUMENT_NUMBER"],
      [13, "relationsFrom", "REPEAL_BEFORE_ISSUE"],
    ]);
    for (const { remedy } of summary.quarantined) expect(remedy).toMatch(/[a-z].*\.$/);
    expect(counts(summary)[1]).toBe(1);
  });

  it("takes the time of licences in a text for that of no document", async () => {
    const until = async (no: number, body: string): Promise<unknown> => {
      expect(counts(await load(list(row(no, { 正文: body }))))).toEqual([1, 1, 0, 0]);
      return document(`${USCC}/2026-09${no}`, "validUntil");
    };
    for (const body of [
      "第五条 食品经营许可证有效期为5年。",
      "许可证件有效期至2027年1月1日的，应当延续。",
      "第六条 本办法规定的许可证有效期三年，期满换发。",
      "许可证由市局颁发，自颁发之日起生效，有效期五年。",
    ])
      expect(await until(10, body)).toEqual({ validUntil: null });
    for (const [body, validUntil] of [
      ["第九条 本办法由市局负责解释，自2026年5月1日起施行，有效期五年。", "2031-04-30"],
      ["本通知自印发之日起施行，有效期5年。", "2031-03-25"],
      ["第九条 本实施细则有效期至2030年12月31日。", "2030-12-31"],
      ["有效期三年。", "2029-03-25"],
    ] as const)
      expect(await until(26, body)).toEqual({ validUntil });
  });

  it("refuses a cell that is no title, and loads a text of any length", async () => {
    expect(refused(await load(list(row(26, { 索引号: "", 标题: `${"长".repeat(3_000)}办法` }))))).toEqual([
      [2, "标题", "TITLE_LENGTH"],
    ]);
    // No two characters in a row stand there twice.
    const body = Array.from({ length: 200_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at % 2 === 0 ? at / 2 : at * 7) % 20_000)),
    ).join("");
    expect(counts(await load(list(row(26, { 正文: body }))))).toEqual([1, 1, 0, 0]);
  });

  it("leads a citation no more to a document whose number was corrected", async () => {
    const cites = { 废止文件: "《第16号事项管理办法》（延市监发〔2026〕977号）" };
    await load(list(row(16, { 发文字号: "延市监发〔2026〕977号" }), row(17, cites)));
    const ends = () => document(`${USCC}/2026-0916`, `validity(on: "2026-09-01")`);
    expect(await ends()).toEqual({ validity: "REPEALED" });
    await load(list(row(16)));
    expect(await ends()).toEqual({ validity: "IN_FORCE" });
    expect(await document(`${USCC}/2026-0917`, "relations { other { indexNo } }")).toEqual({
      relations: [{ other: null }],
    });
  });

  it("refuses documents of one day that rest on each other in a circle, and what an earlier load says too early of a later one", async () => {
    const cites = (no: number): Row => ({
      制定依据: `《第${no}号事项管理办法》（延市监发〔2026〕9${no}号）`,
      成文日期: "2026-03-27",
    });
    const circle = await load(list(row(27, cites(28)), row(28, cites(29)), row(29, cites(27)), row(30, cites(27))));
    expect(refused(circle)).toEqual([2, 3, 4].map((line) => [line, undefined, "RELATION_CIRCLE"]));
    expect(await document(`${USCC}/2026-0930`, "relations { other { indexNo } }")).toEqual({
      relations: [{ other: null }],
    });
    expect(refused(await load(list(row(27, { 成文日期: "2026-03-28" }))))).toEqual([
      [2, "成文日期", "CITED_BEFORE_ISSUE"],
    ]);
    await load(list(row(27, { 成文日期: "2026-03-27" })));
    expect(await document(`${USCC}/2026-0930`, "relations { other { indexNo } }")).toEqual({
      relations: [{ other: { indexNo: `${USCC}/2026-0927` } }],
    });
    // The circle again, now with one that is here.
    expect(refused(await load(list(row(27, cites(30)))))).toEqual([[2, undefined, "RELATION_CIRCLE"]]);
  });
});

describe("a page", () => {
  const page = (title: string, text: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8">
    <meta name="ArticleTitle" content="标签里的标题"><meta name="constructor" content="x"><meta name="__proto__" content="x"><script>var 标题 = "不是标题：正文";</script></head><body>
    <form>标题：<input> 正文：<input></form><div class="nav"><a>政务公开</a></div>${title}${text}<div>主办：某单位</div></body></html>`;
  const TABLE = `<table><tr><td>索&nbsp;引&nbsp;号：</td><td>${USCC}/2026-00931</td><td>主题分类：</td><td>综合政务\\政务公开</td></tr>
    <tr><td>发文机关：</td><td>延吉市市场监督管理局（演示）</td><td>成文日期：</td><td>2026年03月05日</td></tr>
    <tr><td>标&emsp;&emsp;题：</td><td colspan=3>关于修改《第11号事项管理办法》的决定</td></tr>
    <tr><td>发文字号：</td><td>延市监发〔2026〕31号</td><td>发布日期：</td><td>2026年03月09日</td></tr></table>`;
  const TEXT = `<div id="UCAP-CONTENT"><div class="trs_editor_view"><p>各单位：</p><p>决定废止《旧决定》（延市监发〔2018〕7号）。<br>特此<b>决定</b>。</p></div></div>`;

  it("of a table of labels and a text is one document", async () => {
    const summary = await load(page(TABLE, TEXT), "content_1.htm");
    expect([counts(summary), told(summary)]).toEqual([[1, 1, 0, 0], ["REPEAL_IN_TEXT"]]);
    expect(
      await document(
        `${USCC}/2026-00931`,
        "title documentNo genre topic createdOn publishedOn body relations { otherTitle }",
      ),
    ).toEqual({
      ...{ title: "关于修改《第11号事项管理办法》的决定", documentNo: "延市监发〔2026〕31号", genre: "DECISION" },
      ...{ topic: "综合政务", createdOn: "2026-03-05", publishedOn: "2026-03-09" },
      body: "各单位：\n决定废止《旧决定》（延市监发〔2018〕7号）。\n特此决定。",
      relations: [{ otherTitle: "旧决定" }],
    });
  });

  it("of a list of labels takes its title from the heading, and says where no text is found", async () => {
    const labels = `<h1>第32号事项的通知</h1><ul><li>索引号：SY310107202603028</li><li><span>主题分类：</span>土地</li>
      <li>公开主体：延吉市市场监督管理局</li><li>成文日期：2026-03-06</li><li>发布日期：</li><li>文号：延市监发〔2026〕32号</li></ul>`;
    const content = page(labels, "").replace(/<meta name="ArticleTitle"[^>]*>/, "");
    const file = join(directory, "page.html");
    writeFileSync(file, content);
    const summary = await runImport(
      documentImport,
      { today: "2026-09-28", source: "test", call: stack.batchCall, db: stack.databases["openness"]! },
      { file, mapping: { constants: { issuerUscc: USCC, publishedOn: "2026-03-10" } }, dryRun: false },
    );
    expect(counts(summary)).toEqual([1, 1, 0, 0]);
    expect([told(summary), summary.file.map(({ rule }) => rule)]).toEqual([
      ["INDEX_NUMBER_LOCAL"],
      expect.arrayContaining(["PAGE_WITHOUT_TEXT"]),
    ]);
    expect(await document("SY310107202603028", "title topic publishedOn body")).toEqual({
      ...{ title: "第32号事项的通知", topic: "土地", publishedOn: "2026-03-10", body: null },
    });
  });

  it("of a table of documents is a list", async () => {
    const cells = (names: readonly string[]): string => `<tr>${names.map((name) => `<td>${name}</td>`).join("")}</tr>`;
    const rows = [row(24), row(25)].map((one) => cells(HEADER.split(",").map((name) => one[name] ?? "")));
    const summary = await load(`<table>${cells(HEADER.split(","))}${rows.join("")}</table>`, "list.html");
    expect(counts(summary)).toEqual([2, 2, 0, 0]);
  });
});
