/** Records that a law seals, as a kind: which they are, how an import meets them, and what becomes of those that were loaded before. */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSealingLaws, sealingLaws, useSealingLaws } from "../../platform/domain/index.js";
import {
  createRecordKey,
  parseRecordKeys,
  runImport,
  writeReport,
  type ImportSummary,
} from "../../platform/import/index.js";
import { sealingOf, type SealingFacts } from "../../subgraphs/credit/counterparty/sealed.js";
import { decideWhatIsPublished } from "../../subgraphs/credit/migrations/20261129090000_decide_what_is_published.js";
import { sealPublicSecurity } from "../../subgraphs/credit/migrations/20261129091000_seal_public_security.js";
import { PenaltyKind } from "../../subgraphs/credit/penalty/penalty.enums.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { drainFeed } from "../support/feed.js";
import { AUTHORITY } from "../support/penalty-file.js";
import { startCredit, type CreditUnderTest, type Row, type ViewerName } from "./support/credit.js";

describe("what a law seals", () => {
  const { WARNING, FINE, DETENTION, LICENCE_RESTRICTION } = PenaltyKind;
  const police = { authorityName: "延吉市公安局（演示）" };
  const bureau = { authorityName: "延吉市市场监督管理局（演示）" };
  const SEALED = ["PUBLIC_SECURITY", false];
  const UNCLEAR = ["PUBLIC_SECURITY", true];

  it.each<[string, Partial<SealingFacts>, unknown]>([
    ["the law in full", { ...police, basis: "《中华人民共和国治安管理处罚法》第四十三条第一款" }, SEALED],
    ["the law without brackets", { ...police, basis: "治安管理处罚法第26条" }, SEALED],
    ["the law with blanks and in full width", { ...police, basis: "《 治 安管理\u3000处罚法 》第５０条" }, SEALED],
    ["the law in other brackets, in short", { ...police, basis: "〈治安处罚法〉四十三条" }, SEALED],
    ["its forerunner", { ...police, basis: "《治安管理处罚条例》" }, SEALED],
    ["traditional characters", { ...police, basis: "治安管理處罰法" }, SEALED],
    ["an authority that is not the police", { ...bureau, basis: "《治安管理处罚法》第四十三条" }, SEALED],
    ["the law beside another", { ...police, basis: "《道路交通安全法》《治安管理处罚法》" }, SEALED],
    ["a fine of the police without basis", { ...police, kinds: [FINE] }, UNCLEAR],
    ["a warning of a police station without basis", { authorityName: "河南派出所", kinds: [WARNING] }, UNCLEAR],
    ["a licence that the police revoked, without basis", { ...police, kinds: [LICENCE_RESTRICTION] }, UNCLEAR],
    ["the law of all penalties, by the police", { ...police, basis: "《中华人民共和国行政处罚法》第九条" }, UNCLEAR],
    ["forest police", { authorityName: "大兴沟森林公安分局", kinds: [FINE] }, UNCLEAR],
    ["detention by whoever", { authorityName: "某某机关", kinds: [DETENTION] }, UNCLEAR],
    ["a number of the police", { docNo: "延公（治）行罚决字〔2026〕12号", kinds: [FINE] }, UNCLEAR],
    ["traffic", { ...police, basis: "《中华人民共和国道路交通安全法》第九十条", kinds: [FINE] }, undefined],
    [
      "hazardous chemicals",
      { ...police, basis: "《中华人民共和国危险化学品安全法》第一百零四条", kinds: [FINE] },
      undefined,
    ],
    ["fire protection", { ...police, basis: "消防法第六十条" }, undefined],
    ["detention for pollution", { basis: "《环境保护法》第六十三条", kinds: [DETENTION] }, undefined],
    ["market supervision without basis", { ...bureau, kinds: [FINE] }, undefined],
    ["the county 公安县", { authorityName: "公安县市场监督管理局", kinds: [FINE] }, undefined],
    ["the police of the county 公安县", { authorityName: "公安县公安局", kinds: [FINE] }, UNCLEAR],
    ["a road authority", { docNo: "吉公路罚决字〔2026〕12号", kinds: [FINE] }, undefined],
    ["a licence of the police", { ...police, record: "LICENCE" }, undefined],
    ["a minor's penalty", { ...bureau, minor: true }, ["MINOR_PENALISED", false]],
    ["a minor's licence", { ...police, record: "LICENCE", minor: true }, ["MINOR_LICENSED", false]],
  ])("%s", (_case, facts, expected) => {
    const sealing = sealingOf({ record: "PENALTY", minor: false, ...facts }, "2026-09-28");
    expect(sealing && [sealing.law.id, sealing.unclear]).toEqual(expected);
  });

  it("is sealed from the law's first day on, whenever it was decided", () => {
    const facts = { record: "PENALTY", minor: false, basis: "《治安管理处罚法》" } as const;
    expect([sealingOf(facts, "2025-12-31"), sealingOf(facts, "2026-01-01")?.law.id]).toEqual([
      undefined,
      "PUBLIC_SECURITY",
    ]);
    expect(sealingLaws().map(({ title, article, validFrom }) => `${title}${article} ${validFrom}`)).toEqual([
      "预防未成年人犯罪法第五十九条 2021-06-01",
      "未成年人保护法第四条 2021-06-01",
      "治安管理处罚法第一百三十六条 2026-01-01",
    ]);
  });
});

describe("a file of sealing laws", () => {
  const SHIPPED = JSON.parse(readFileSync("platform/domain/law/sealing-laws.json", "utf8")) as { laws: Row[] };
  const shipped = (id: string, more: Row = {}): Row => ({ ...SHIPPED.laws.find((law) => law["id"] === id)!, ...more });
  const law = (more: Row = {}): Row => ({
    ...{ id: "DEMONSTRATION", title: "演示封存法", number: "演示令第1号", article: "第三条", since: "2026-06-01" },
    ...{ jurisdiction: "000000", verified: true, what: { en: "demonstrations", zh: "演示" }, record: "PENALTY" },
    ...{ citedAs: ["演示封存法"], ...more },
  });
  const parse = (...laws: Row[]): ReturnType<typeof parseSealingLaws> =>
    parseSealingLaws("laws.json", JSON.stringify({ edition: "2026-12-01", laws }));
  afterEach(() => useSealingLaws());

  it.each<[string, Row[], string]>([
    ["one twice", [law(), law()], "DEMONSTRATION of 2026-06-01 is there twice"],
    ["neither minors nor a title", [law({ citedAs: undefined })], "seals either what is of minors or what cites"],
    ["minors and a title", [law({ minors: true })], "seals either what is of minors or what cites"],
    ["a title with brackets", [law({ citedAs: ["《演示封存法》"] })], "is no title in letters and digits alone"],
    ["the basis of a licence", [law({ record: "LICENCE" })], "looks for a basis, which licences do not have"],
    ["a title that seals and opens", [law({ policeUnless: ["封存法"] })], "of 封存法 that it seals and that it opens"],
    ["the law that every decision cites", [law({ policeUnless: ["行政处罚法"] })], "opens what cites 行政处罚法"],
    [
      "what is open without a title",
      [law({ citedAs: undefined, minors: true, policeUnless: ["消防法"] })],
      "nobody cites",
    ],
    ["silence about what was not read", [law({ verified: false })], "does not say what of it was not read"],
    ["no number", [law({ number: undefined })], "laws.0.number"],
    ["no article", [law({ article: "三" })], "is no article"],
    ["a day that is none", [law({ since: "2026-02-30" })], "is no day"],
  ])("is refused for %s", (_name, laws, fault) => {
    expect(() => parse(...laws)).toThrow(fault);
    expect(() => parse(...laws)).toThrow(/^laws\.json is refused: /);
  });

  it.each<[string, Row, string]>([
    [
      "seals other records",
      shipped("MINOR_PENALISED", { record: "LICENCE" }),
      "seals other records than the product's",
    ],
    [
      "forgets a title",
      shipped("PUBLIC_SECURITY", { citedAs: ["治安管理处罚法"] }),
      "no longer seals what cites 治安处罚法",
    ],
    [
      "trusts the police",
      shipped("PUBLIC_SECURITY", { policeUnless: undefined }),
      "by which other laws the police punish",
    ],
  ])("is refused where a shipped law %s, and nothing of it is used", (_name, changed, fault) => {
    expect(() => useSealingLaws(parse(changed, law()), "laws.json")).toThrow(fault);
    expect(sealingLaws().map(({ id }) => id)).toEqual(["MINOR_PENALISED", "MINOR_LICENSED", "PUBLIC_SECURITY"]);
  });

  it("adds a law, which seals from its first day on; a later version of a shipped one counts from its own", () => {
    const open = shipped("PUBLIC_SECURITY", { since: "2026-07-01", article: "第一百三十七条" });
    open["policeUnless"] = [...(open["policeUnless"] as string[]), "演示开放条例"];
    useSealingLaws(parse(law(), open));
    const sealed = (basis: string, day: string): unknown => {
      const found = sealingOf({ record: "PENALTY", minor: false, authorityName: "延吉市公安局", basis }, day);
      return found && [found.law.id, found.law.article, found.unclear];
    };
    expect(sealed("《消防法》《演示封存法》第三条", "2026-05-31")).toBeUndefined();
    expect(sealed("《消防法》《演示封存法》第三条", "2026-06-01")).toEqual(["DEMONSTRATION", "第三条", false]);
    expect(sealed("《演示开放条例》", "2026-06-30")).toEqual(["PUBLIC_SECURITY", "第一百三十六条", true]);
    expect(sealed("《演示开放条例》", "2026-07-01")).toBeUndefined();
    expect(sealed("《治安处罚法》", "2026-07-01")).toEqual(["PUBLIC_SECURITY", "第一百三十七条", false]);
  });
});

describe("an export with such rows", () => {
  const ADULT = "990101199001010019";
  const KEYS = parseRecordKeys(createRecordKey("sealed"));
  const HEADER =
    "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_JDRQ,CF_CFJGDM,失信严重程度,公示日期,CF_GSJZQ,履行情况,履行日期";
  let credit: CreditUnderTest;
  let directory: string;
  let police: string;
  beforeAll(async () => {
    credit = await startCredit();
    directory = mkdtempSync(join(tmpdir(), "govgraph-sealed-"));
    const [bureau] = (await credit.stack.databases["reference"]!("organizations")
      .whereLike("name", "%公安局%")
      .whereNotNull("uscc")
      .orderBy("id")
      .limit(1)) as Row[];
    police = bureau!["uscc"] as string;
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await credit.stack.stop();
  });

  const line = (changes: Row): string => {
    const row: Row = {
      CF_XDR_MC: "周示例",
      CF_XDR_LB: "自然人",
      CF_XDR_ZJHM: ADULT,
      CF_WFXW: "违规",
      CF_SY: "无",
      CF_CFLB: "罚款",
      CF_NR: "罚款二百元",
      CF_JDRQ: "2026-08-03",
      CF_CFJGDM: police,
      失信严重程度: "一般",
      ...changes,
    };
    return HEADER.split(",")
      .map((column) => (row[column] as string | undefined) ?? "")
      .join(",");
  };
  const load = async (lines: readonly string[], dryRun = false): Promise<ImportSummary> => {
    const file = join(directory, "penalties.csv");
    writeFileSync(file, `${HEADER}\n${lines.join("\n")}\n`);
    const { db, stack } = credit;
    const context = {
      db,
      today: "2026-09-28",
      source: "sealed",
      call: stack.batchCall,
      subjectKey: "key",
      recordKeys: KEYS,
    };
    return runImport(penaltyImport, context, { file, mapping: {}, dryRun });
  };
  const TRAFFIC = { CF_YJ: "《中华人民共和国道路交通安全法》第九十条" };
  const SECURITY = { CF_YJ: "《中华人民共和国治安管理处罚法》第四十三条" };
  const seenBy = async (docNo: string, viewers: readonly ViewerName[]): Promise<boolean[]> => {
    const seen: boolean[] = [];
    for (const viewer of viewers) {
      const query = "query($n: String) { administrativePenalty(docNo: $n) { id } }";
      seen.push((await credit.ask(query, viewer, { n: docNo }))["administrativePenalty"] !== null);
    }
    return seen;
  };

  it("is quarantined with law and article and nothing of the row, and reference hears of no body", async () => {
    const body = "91990101MA9009921W";
    const known = (): Promise<Row[]> => credit.stack.databases["reference"]!("organizations").where("uscc", body);
    const before = await known();
    const summary = await load([
      line({ CF_WSH: "延公（治）行罚决字〔2026〕901号", ...SECURITY, CF_CFLB: "行政拘留" }),
      line({ CF_WSH: "延公（治）行罚决字〔2026〕902号" }),
      line({ CF_WSH: "延公（交）行罚决字〔2026〕903号", ...TRAFFIC }),
      line({
        CF_WSH: "延公（治）行罚决字〔2026〕904号",
        ...SECURITY,
        CF_XDR_LB: "02",
        CF_XDR_ZJHM: "",
        CF_XDR_SHXYM: body,
      }),
    ]);
    expect([summary.read, summary.accepted]).toEqual([4, 1]);
    expect(summary.quarantined.map(({ line: at, column, value, rule }) => [at, column, value, rule])).toEqual(
      [2, 3, 5].map((at) => [at, undefined, undefined, "SEALED_BY_LAW"]),
    );
    for (const { remedy } of summary.quarantined) expect(remedy).toContain("《治安管理处罚法》第一百三十六条");
    expect(summary.quarantined.map(({ remedy }) => remedy.includes("give the legal basis"))).toEqual([
      false,
      true,
      false,
    ]);
    const report = join(directory, "report.csv");
    await writeReport(report, summary);
    const said =
      readFileSync(report, "utf8") + JSON.stringify(await credit.rows("select t::text from import_quarantine t"));
    for (const secret of ["周示例", ADULT, "罚款二百元", "904号", body]) expect(said).not.toContain(secret);
    expect(before).toEqual([]);
    expect(await known()).toEqual([]);
    expect(await credit.rows("select doc_no, repair_system from penalties where doc_no like '%90_号'")).toEqual([
      { doc_no: "延公（交）行罚决字〔2026〕903号", repair_system: null },
    ]);
  });

  it("seals what an earlier file loaded, tells its end, stays so, and opens what is shown to be another law's", async () => {
    const row = (basis: Row): string => line({ CF_WSH: "延罚〔2026〕911号", ...basis });
    const viewers = ["anonymous", "supervisor-1"] as const;
    await load([row(TRAFFIC)]);
    const open = await seenBy("延罚〔2026〕911号", viewers);
    const { cursor } = await drainFeed(credit.stack, { types: ["PENALTY"] });
    await load([row(SECURITY)], true);
    expect([open, await seenBy("延罚〔2026〕911号", viewers)]).toEqual([
      [true, true],
      [true, true],
    ]);
    for (const again of [1, 2]) {
      const { accepted, quarantined } = await load([row(SECURITY)]);
      expect([again, accepted, quarantined.map(({ rule }) => rule)]).toEqual([again, 0, ["SEALED_BY_LAW"]]);
      expect(await seenBy("延罚〔2026〕911号", viewers)).toEqual([false, false]);
      expect(await credit.rows("select sealed_by, version from penalties where doc_no = '延罚〔2026〕911号'")).toEqual([
        { sealed_by: "PUBLIC_SECURITY", version: 2 },
      ]);
    }
    expect((await drainFeed(credit.stack, { since: cursor, types: ["PENALTY"] })).items.map(({ op }) => op)).toEqual([
      "DELETE",
    ]);
    expect((await load([row(TRAFFIC)])).accepted).toBe(1);
    expect(await seenBy("延罚〔2026〕911号", viewers)).toEqual([true, true]);
  });

  it("seals nothing that is here about another person under its number", async () => {
    const number = { CF_WSH: "延罚〔2026〕912号" };
    expect((await load([line({ ...number, ...TRAFFIC, CF_XDR_MC: "郑一名" })])).accepted).toBe(1);
    for (const dryRun of [true, false]) {
      const { accepted, quarantined } = await load([line({ ...number, ...SECURITY, CF_XDR_ZJHM: "" })], dryRun);
      expect([accepted, ...quarantined.map(({ column, value, rule }) => [column, value, rule])]).toEqual([
        0,
        [undefined, undefined, "SEALED_BY_LAW"],
        [undefined, undefined, "DECISION_ON_ANOTHER_PERSON"],
      ]);
    }
    expect(await seenBy(number.CF_WSH, ["anonymous"])).toEqual([true]);
    expect(
      await credit.rows(
        "select counterparty_name, sealed_by, version from penalties where doc_no = '延罚〔2026〕912号'",
      ),
    ).toEqual([{ counterparty_name: "郑一名", sealed_by: null, version: 1 }]);
    // The same person's own row seals it.
    await load([line({ ...number, ...SECURITY, CF_XDR_MC: "郑一名" })]);
    expect(await seenBy(number.CF_WSH, ["anonymous"])).toEqual([false]);
  });

  it("loads minor penalties unpublished, says the day that it does not keep, and finds nothing new the second time", async () => {
    const body = { CF_XDR_LB: "02", CF_XDR_ZJHM: "", CF_XDR_SHXYM: "91990101MA900002XF", CF_CFJGDM: AUTHORITY };
    const small = { ...body, CF_CFLB: "警告", 失信严重程度: "轻微" };
    const lines = [
      line({ ...small, CF_WSH: "轻〔2026〕1号" }),
      line({ ...small, CF_WSH: "轻〔2026〕2号", 公示日期: "2026-08-05", CF_GSJZQ: "2026-11-03" }),
      line({ ...small, CF_WSH: "轻〔2026〕3号", CF_GSJZQ: "2029-11-03" }),
      line({ ...body, CF_WSH: "轻〔2026〕4号" }),
    ];
    const { accepted, unpublished, quarantined } = await load(lines);
    expect([accepted, quarantined]).toEqual([4, []]);
    expect(unpublished.map(({ line: at, column, value, rule }) => [at, column, value, rule])).toEqual([
      [2, "失信严重程度", "轻微", "MINOR_NOT_PUBLISHED"],
      [3, "公示日期", "2026-08-05", "MINOR_NOT_PUBLISHED"],
      [4, "CF_GSJZQ", "2029-11-03", "MINOR_NOT_PUBLISHED"],
    ]);
    expect(unpublished.map(({ remedy }) => remedy.includes("is not kept"))).toEqual([false, true, true]);
    expect(
      await credit.rows(
        "select doc_no, published_on, publicity_until, repair_system from penalties where doc_no like '轻〔2026〕%' order by 1",
      ),
    ).toEqual([
      ...[1, 2, 3].map((number) => ({
        doc_no: `轻〔2026〕${number}号`,
        published_on: null,
        publicity_until: null,
        repair_system: "MARKET_SUPERVISION",
      })),
      {
        doc_no: "轻〔2026〕4号",
        published_on: "2026-09-28",
        publicity_until: null,
        repair_system: "MARKET_SUPERVISION",
      },
    ]);
    const again = await load(lines);
    expect([again.accepted, again.unchanged, again.unpublished.length]).toEqual([0, 4, 3]);
    for (const number of [1, 2, 3])
      expect(
        await seenBy(`轻〔2026〕${number}号`, ["anonymous", "citizen-1", "officer-2", "officer-1", "supervisor-1"]),
      ).toEqual([false, false, false, true, true]);
    expect(await seenBy("轻〔2026〕4号", ["anonymous"])).toEqual([true]);
  });

  it("reads performance in words and days, and refuses what it does not know or what contradicts", async () => {
    const body = { CF_XDR_LB: "02", CF_XDR_ZJHM: "", CF_XDR_SHXYM: "91990101MA900002XF", CF_CFJGDM: AUTHORITY };
    const said: Row[] = [
      {},
      { 履行情况: "已履行" },
      { 履行情况: "已履行", 履行日期: "2026年9月1日" },
      { 履行日期: "2026-09-01" },
      { 履行情况: "部分履行" },
      { 履行情况: "未知" },
      { 履行情况: "大概" },
      { 履行情况: "未履行", 履行日期: "2026-09-01" },
      { 履行情况: "已履行", 履行日期: "2026-08-02" },
      { 履行日期: "2026-09-29" },
    ];
    const { quarantined } = await load(
      said.map((more, index) => line({ ...body, ...more, CF_WSH: `履〔2026〕${index}号` })),
    );
    expect(quarantined.map(({ line: at, column, rule }) => [at, column, rule])).toEqual([
      [8, "履行情况", "PERFORMANCE_UNKNOWN"],
      [9, "履行日期", "PERFORMANCE_CONTRADICTS"],
      [10, "履行日期", "PERFORMANCE_OUT_OF_ORDER"],
      [11, "履行日期", "PERFORMANCE_OUT_OF_ORDER"],
    ]);
    const found: unknown[] = [];
    for (const index of [0, 1, 2, 3, 4, 5]) {
      const query = `{ p: administrativePenalty(docNo: "履〔2026〕${index}号") { performance dutyPerformedOn publicityUntil repairRules { title number since verified } } }`;
      const { p } = await credit.ask(query);
      found.push([p.performance, p.dutyPerformedOn, p.publicityUntil]);
      expect(p.repairRules).toEqual({
        title: "市场监督管理信用修复管理办法",
        number: null,
        since: "2025-12-25",
        verified: false,
      });
    }
    expect(found).toEqual([
      ["UNKNOWN", null, "2027-08-03"],
      ["PERFORMED", null, "2027-08-03"],
      ["PERFORMED", "2026-09-01", "2027-08-03"],
      ["PERFORMED", "2026-09-01", "2027-08-03"],
      ["NOT_PERFORMED", null, null],
      ["UNKNOWN", null, "2027-08-03"],
    ]);
    const { p } = await credit.ask(
      `{ p: administrativePenalty(docNo: "延公（交）行罚决字〔2026〕903号") { repairRules { title number issuer since verified } } }`,
    );
    expect(p.repairRules).toEqual({
      title: "信用修复管理办法",
      number: "国家发展和改革委员会令第36号",
      issuer: "国家发展和改革委员会",
      since: "2026-04-01",
      verified: true,
    });
  });

  it("that an earlier import left open is closed once stored rows are reconsidered, and nothing is opened", async () => {
    const { db, stack } = credit;
    const [model] = (await db("penalties").where("id", "CF-GOLDEN-1")) as Row[];
    const [own] = (await db("severity_rules").where("id", "222404-MINOR")) as Row[];
    const row = (id: string, more: Row): Row => ({
      ...model,
      id,
      doc_no: `再〔2026〕${id}号`,
      content_hash: "x",
      ...more,
    });
    const minor = {
      ...{ severity: "MINOR", severity_rule_id: "222404-MINOR" },
      ...{ repair_system: "MARKET_SUPERVISION", division_code: "222404" },
    };
    await db("penalties").insert([
      // A body that the police fined: neither its number nor a basis says so, the name of the authority alone.
      row("POLICE", { authority_uscc: police, basis: null }),
      row("TRAFFIC", { authority_uscc: police, basis: TRAFFIC.CF_YJ }),
      row("OTHER", { basis: null }),
      row("SHUT", { basis: TRAFFIC.CF_YJ, sealed_by: "PUBLIC_SECURITY" }),
      row("MINOR", { ...minor, decision_date: "2026-09-02", published_on: "2026-09-03", publicity_until: null }),
      row("EARLIER", {
        ...minor,
        decision_date: "2026-08-31",
        published_on: "2026-09-03",
        publicity_until: "2026-09-30",
      }),
    ]);
    const ids = ["POLICE", "TRAFFIC", "OTHER", "SHUT", "MINOR", "EARLIER"];
    const seen = async (): Promise<string[]> => {
      const open: string[] = [];
      for (const id of ids) if ((await seenBy(`再〔2026〕${id}号`, ["anonymous"]))[0]) open.push(id);
      return open;
    };
    const { reconsider } = SUBGRAPHS.find(({ name }) => name === "credit")!;
    const run = (): Promise<number> => reconsider!.run(db, stack.batchCall, "2026-09-28");
    expect(await seen()).toEqual(["POLICE", "TRAFFIC", "OTHER", "MINOR", "EARLIER"]);
    expect(await run()).toBe(1);
    expect(await seen()).toEqual(["TRAFFIC", "OTHER", "MINOR", "EARLIER"]);
    // The next rule of its system there publishes minor penalties no more.
    await db("severity_rules").insert({ ...own, id: "T-OWN-NONE", max_months: 0, effective_from: "2026-09-01" });
    expect([await run(), await run()]).toEqual([1, 0]);
    expect(await seen()).toEqual(["TRAFFIC", "OTHER", "EARLIER"]);
    expect(await seenBy("再〔2026〕POLICE号", ["supervisor-1"])).toEqual([false]);
    expect(
      await credit.rows(
        "select id, sealed_by, severity_rule_id as rule from penalties where doc_no like '再〔2026〕%' and id in ('POLICE', 'MINOR', 'SHUT') order by id",
      ),
    ).toEqual([
      { id: "MINOR", sealed_by: null, rule: "T-OWN-NONE" },
      { id: "POLICE", sealed_by: "PUBLIC_SECURITY", rule: model!["severity_rule_id"] },
      { id: "SHUT", sealed_by: "PUBLIC_SECURITY", rule: model!["severity_rule_id"] },
    ]);
    await db("penalties").whereIn("id", ids).delete();
    await db("severity_rules").where("id", "T-OWN-NONE").delete();
  });

  it("that was loaded before the rules: the migrations close what may not be public, and tell readers of its end", async () => {
    const { db } = credit;
    await db.transaction(async (trx) => {
      await sealPublicSecurity.down(trx);
      await decideWhatIsPublished.down(trx);
    });
    const [model] = (await db("penalties").where("id", "CF-GOLDEN-1")) as Row[];
    const person = {
      counterparty_type: "NATURAL_PERSON_01",
      counterparty_id: null,
      counterparty_uscc: null,
      content_hash: "x",
    };
    const rows: Row[] = [
      {
        id: "M-MINOR",
        severity: "MINOR",
        severity_rule_id: "L23-MINOR",
        decision_date: "2026-09-01",
        published_on: "2026-09-02",
      },
      {
        id: "M-REGULATOR",
        severity: "MINOR",
        severity_rule_id: "222404-MINOR",
        decision_date: "2026-09-01",
        published_on: "2026-09-02",
      },
      { id: "M-LAW", basis: "中华人民共和国治安管理处罚法 第二十六条" },
      { id: "M-DETAINED", basis: null, kinds: ["DETENTION"] },
      { id: "M-NUMBER", basis: null, doc_no: "图公（治）行罚决字〔2026〕1号" },
      { id: "M-PERSON", basis: null, ...person },
      { id: "M-TRAFFIC", basis: "《道路交通安全法》", ...person },
      { id: "M-BODY", basis: null },
    ];
    await db("severity_rules").where("id", "222404-MINOR").update({ max_months: 6 });
    await db("penalties").insert(rows.map((row) => ({ ...model, ...row })));
    const { cursor, items } = await drainFeed(credit.stack, { types: ["PENALTY"] });
    expect(items.filter(({ key }) => key.startsWith("M-"))).toHaveLength(rows.length);
    await db.transaction(async (trx) => {
      await decideWhatIsPublished.up(trx);
      await sealPublicSecurity.up(trx);
    });
    const told = (await drainFeed(credit.stack, { since: cursor, types: ["PENALTY"] })).items;
    expect(
      told
        .filter(({ key }) => key.startsWith("M-"))
        .map(({ op, key }) => `${op} ${key}`)
        .sort(),
    ).toEqual(["DELETE M-DETAINED", "DELETE M-LAW", "DELETE M-MINOR", "DELETE M-NUMBER", "DELETE M-PERSON"]);
    expect(told.every(({ op }) => op === "DELETE")).toBe(true);
    const sealed = await credit.rows(
      "select id from penalties where id like 'M-%' and sealed_by = 'PUBLIC_SECURITY' order by 1",
    );
    expect(sealed.map(({ id }) => id as string)).toEqual(["M-DETAINED", "M-LAW", "M-NUMBER", "M-PERSON"]);
    const listed = (await credit.all("penalties", "id"))
      .map(({ id }) => id as string)
      .filter((id) => id.startsWith("M-"));
    expect(listed.sort()).toEqual(["M-BODY", "M-REGULATOR", "M-TRAFFIC"]);
    expect(await credit.rows("select max_months from severity_rules where severity = 'MINOR' order by id")).toEqual([
      { max_months: 3 },
      { max_months: 0 },
    ]);
  });
});
