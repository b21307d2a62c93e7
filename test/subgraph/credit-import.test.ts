/** Import of licences and penalties in the exchange tables: dirt goes to quarantine with a remedy, no identity number stays anywhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knex } from "knex";
import {
  createRecordKey,
  ImportRefused,
  parseRecordKeys,
  runImport,
  writeReport,
  type ImportKind,
  type ImportSummary,
} from "../../platform/import/index.js";
import { licenceImport } from "../../subgraphs/credit/licence/licence.import.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import { brokenInvariants } from "../support/invariants.js";
import { startStack, type TestStack } from "../support/stack.js";

const AUTHORITY = "11990101MB9000015E";
/** A synthetic number (docs/reference/identifiers.md#numbers-that-belong-to-nobody): an adult. */
const ADULT = "990101199001010019";
/** Born 2012-06-01, so fourteen in 2026. */
const CHILD = "990101201206010012";

const KEYS = parseRecordKeys(createRecordKey("test"));

let stack: TestStack;
let db: Knex;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
  directory = mkdtempSync(join(tmpdir(), "govgraph-credit-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await db.raw(sql)) as { rows: Record<string, unknown>[] }).rows;

const load = async <Item>(
  kind: ImportKind<Item>,
  name: string,
  header: string,
  lines: readonly string[],
  options: { subjectKey?: string | undefined; dryRun?: boolean } = {},
): Promise<ImportSummary> => {
  const file = join(directory, name);
  writeFileSync(file, `\uFEFF${header}\n${lines.join("\n")}\n`);
  const call = stack.batchCall;
  return runImport(
    kind,
    { db, today: "2026-09-28", source: "test", call, subjectKey: options.subjectKey, recordKeys: KEYS },
    { file, mapping: {}, dryRun: options.dryRun ?? false, chunkSize: 4 },
  );
};

const counts = ({ read, accepted, unchanged, quarantined }: ImportSummary): number[] => [
  read,
  accepted,
  unchanged,
  quarantined.length,
];

const CF =
  "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJHM,CF_FDDB,CF_FR_SFZH,CF_WSH,CF_WFXW,CF_SY,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_GSJZQ,CF_CFJGDM,失信严重程度,CF_LYDW,信用修复告知书送达日期";

const penalty = (changes: Record<string, string> = {}): string => {
  const row: Record<string, string> = {
    CF_XDR_MC: "导入甲公司",
    CF_XDR_LB: "法人及非法人组织",
    CF_XDR_SHXYM: "91990101MA900002XF",
    CF_XDR_ZJHM: "",
    CF_FDDB: "示例",
    CF_FR_SFZH: ADULT,
    CF_WSH: "导罚〔2026〕1号",
    CF_WFXW: "违规",
    CF_SY: "无",
    CF_CFLB: "罚款",
    CF_NR: "罚款二千元",
    CF_NR_FK: "0.2",
    CF_JDRQ: "2026/8/3",
    CF_GSJZQ: "2027-08-03",
    CF_CFJGDM: AUTHORITY,
    失信严重程度: "一般",
    CF_LYDW: "导入平台",
    信用修复告知书送达日期: "2026年8月4日",
    ...changes,
  };
  return CF.split(",")
    .map((column) => row[column] ?? "")
    .join(",");
};

const number = (seq: number): { CF_WSH: string } => ({ CF_WSH: `导罚〔2026〕${seq}号` });

describe("import of penalties", () => {
  const lines = [
    penalty(),
    penalty({ ...number(2), CF_XDR_SHXYM: "91990101MA900002XG" }),
    penalty({ CF_WSH: "无" }),
    penalty({ ...number(3), CF_CFJGDM: "91440300708461136T" }),
    penalty({ ...number(4), 失信严重程度: "特别严重" }),
    penalty({ ...number(5), CF_CFLB: "罚款、流放" }),
    penalty({ ...number(6), CF_GSJZQ: "2029-01-01" }),
    penalty({ ...number(7), CF_GSJZQ: "2026-09-01" }),
    penalty({ ...number(8), CF_XDR_LB: "自然人", CF_XDR_SHXYM: "", CF_XDR_MC: "周未成", CF_XDR_ZJHM: CHILD }),
    penalty({
      ...number(9),
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "",
      CF_XDR_MC: "周某",
      CF_XDR_ZJHM: `${ADULT.slice(0, 17)}8`,
    }),
    penalty({ ...number(10), CF_XDR_SHXYM: ADULT }),
    penalty({ ...number(11), CF_XDR_SHXYM: "" }),
    penalty({ ...number(12), CF_JDRQ: "2026-10-01", CF_GSJZQ: "" }),
    penalty({ ...number(13), CF_NR_FK: "二千" }),
    penalty({
      ...number(14),
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "",
      CF_XDR_MC: "周成年",
      CF_XDR_ZJHM: ADULT,
      CF_NR: `罚款，证件号${ADULT}`,
    }),
    penalty({ ...number(15), 失信严重程度: "", CF_GSJZQ: "", CF_CFLB: "吊销许可证件" }),
    penalty({ ...number(16), 失信严重程度: "", CF_GSJZQ: "", CF_CFLB: "警告，通报批评", CF_NR_FK: "" }),
    penalty({ ...number(17), 信用修复告知书送达日期: "2026-08-02" }),
  ];
  let summary: ImportSummary;
  beforeAll(async () => {
    summary = await load(penaltyImport, "penalties.csv", CF, lines, { subjectKey: "key-of-the-test" });
  });

  it("loads what is right and quarantines the rest with line, column, value, rule and remedy", () => {
    expect(counts(summary)).toEqual([18, 4, 0, 14]);
    expect(summary.quarantined.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [3, "CF_XDR_SHXYM", "91990101MA900002XG", "USCC_CHECK_CHARACTER"],
      [4, "CF_WSH", "无", "DOC_NO_MISSING"],
      [5, "CF_CFJGDM", "91440300708461136T", "AUTHORITY_UNKNOWN"],
      [6, "失信严重程度", "特别严重", "SEVERITY_UNKNOWN"],
      [7, "CF_CFLB", "罚款、流放", "PENALTY_KIND_UNKNOWN"],
      [8, "CF_GSJZQ", "2029-01-01", "PUBLICITY_OUT_OF_BOUNDS"],
      [9, "CF_GSJZQ", "2026-09-01", "PUBLICITY_OUT_OF_BOUNDS"],
      [10, undefined, undefined, "MINOR_NEVER_PUBLISHED"],
      [11, undefined, undefined, "RESIDENT_ID"],
      [12, "CF_XDR_SHXYM", "[证件号码已隐去]", "RESIDENT_ID_AS_CODE"],
      [13, "CF_XDR_SHXYM", "", "CODE_MISSING"],
      [14, "CF_JDRQ", "2026-10-01", "DATE_IN_FUTURE"],
      [15, "CF_NR_FK", "二千", "MONEY"],
      [19, "信用修复告知书送达日期", "2026-08-02", "NOTICE_OUT_OF_ORDER"],
    ]);
    expect(summary.quarantined.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });

  it("answers what it loaded through the gateway: units, classes, null for 无, the division of the authority", async () => {
    const { body } = await stack.ask(
      `{ administrativePenalty(docNo: "导罚(2026)第001号") { docNo counterpartyName counterparty { id name } facts fine kinds severity publicityUntil
        decisionDate publishedOn authority { id } division { code name } legalRepName publicityState sourceUnit repairNoticeOn repairNoticeTogether } }`,
    );
    expect(body.data.administrativePenalty).toEqual({
      docNo: "导罚〔2026〕1号",
      counterpartyName: "导入甲公司",
      // Matched by its code: the name in the register stays.
      counterparty: { id: "CN-USCC-91990101MA900002XF", name: "延边海兰江环境技术有限公司（演示）" },
      facts: null,
      fine: "2000.00",
      kinds: ["FINE"],
      severity: "GENERAL",
      publicityUntil: "2027-08-03",
      decisionDate: "2026-08-03",
      // No column says the day: it is public, and nobody is late by the day of the import.
      publishedOn: null,
      authority: { id: `CN-USCC-${AUTHORITY}` },
      division: { code: "222401", name: "延吉市" },
      legalRepName: "示例",
      publicityState: "PUBLISHED",
      sourceUnit: "导入平台",
      repairNoticeOn: "2026-08-04",
      repairNoticeTogether: true,
    });
  });

  it("classifies what has no severity by the rules", async () => {
    expect(
      await rows(
        `select doc_no, severity, severity_rule_id from penalties where doc_no in ('导罚〔2026〕15号', '导罚〔2026〕16号') order by 1`,
      ),
    ).toEqual([
      { doc_no: "导罚〔2026〕15号", severity: "SERIOUS", severity_rule_id: "L23-SERIOUS" },
      { doc_no: "导罚〔2026〕16号", severity: "MINOR", severity_rule_id: "L23-MINOR" },
    ]);
  });

  it("keeps a keyed hash of a person's number and the number nowhere: tables, quarantine, report", async () => {
    const [person] = await rows(`select * from penalties where doc_no = '导罚〔2026〕14号'`);
    // HMAC-SHA256 of the number under the key of the test, by openssl.
    expect(person!["counterparty_hash"]).toBe("f0b6e248f3a9e0ca30b5013b4364c5ab66dfaf2c025b3817febbc615ef23aa03");
    expect(person!["content"]).toBe("罚款，证件号[证件号码已隐去]");
    const report = join(directory, "report.csv");
    await writeReport(report, summary);
    const everything = JSON.stringify([
      await rows("select penalties::text as row from penalties"),
      await rows("select import_quarantine::text as row from import_quarantine"),
      readFileSync(report, "utf8"),
    ]);
    for (const secret of [ADULT, ADULT.slice(0, 17), CHILD, CHILD.slice(0, 17)])
      expect(everything).not.toContain(secret);
  });

  it("is refused as a whole without the key of persons, and loads with it", async () => {
    const line = penalty({
      ...number(20),
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "",
      CF_XDR_MC: "吴成年",
      CF_XDR_ZJHM: ADULT,
    });
    // Four bodies fill the first chunk, which would be written before the person's row is looked at.
    const bodies = [50, 51, 52, 53].map((seq) => penalty(number(seq)));
    const stored = (): Promise<Record<string, unknown>[]> =>
      rows(
        `select doc_no, counterparty_hash from penalties where doc_no ~ '导罚〔2026〕(20|5[0-3])号' order by doc_no`,
      );
    for (const subjectKey of [undefined, ""]) {
      const refused = load(penaltyImport, "unkeyed.csv", CF, [...bodies, line], { subjectKey });
      await expect(refused).rejects.toThrow(ImportRefused);
      await expect(refused).rejects.toThrow(
        /GOVGRAPH_SUBJECT_KEY is not set: set it to the key by which your identity/,
      );
    }
    expect(await stored()).toEqual([]);
    // Bodies, and persons whose export gives no identity number, need none.
    const passport = { ...number(54), CF_XDR_LB: "自然人", CF_XDR_SHXYM: "", CF_XDR_ZJHM: "E12345678" };
    expect(counts(await load(penaltyImport, "bodies.csv", CF, [...bodies, penalty(passport)]))).toEqual([5, 5, 0, 0]);
    expect(counts(await load(penaltyImport, "keyed.csv", CF, [line], { subjectKey: "key-of-the-test" }))).toEqual([
      1, 1, 0, 0,
    ]);
    const hash = "f0b6e248f3a9e0ca30b5013b4364c5ab66dfaf2c025b3817febbc615ef23aa03";
    expect((await stored()).map((row) => row["counterparty_hash"])).toEqual([hash, null, null, null, null]);
  });

  it("shows the public the surname of an imported person alone, and an id that holds no trace of the name", async () => {
    const query = `{ administrativePenalty(docNo: "导罚〔2026〕20号") { id personName counterpartyName counterparty { id } } }`;
    const { body } = await stack.ask(query);
    expect(body.data.administrativePenalty).toMatchObject({
      personName: "吴**",
      counterpartyName: null,
      counterparty: null,
    });
    const other = penalty({
      ...number(20),
      CF_XDR_LB: "自然人",
      CF_XDR_SHXYM: "",
      CF_XDR_MC: "郑另人",
      CF_XDR_ZJHM: ADULT,
    });
    await load(penaltyImport, "renamed.csv", CF, [other], { subjectKey: "key-of-the-test" });
    const renamed = (await stack.ask(query)).body.data.administrativePenalty;
    expect([renamed.id, renamed.personName]).toEqual([body.data.administrativePenalty.id, "郑**"]);
  });

  it("never makes one person's record another's: a row on somebody else under the number of a decision is refused", async () => {
    const person = (name: string, certNo: string): string =>
      penalty({
        ...number(60),
        ...{ CF_XDR_LB: "自然人", CF_XDR_SHXYM: "", CF_XDR_MC: name, CF_XDR_ZJHM: certNo, CF_FDDB: "" },
      });
    const loadOne = (line: string, dryRun = false): Promise<ImportSummary> =>
      load(penaltyImport, "persons.csv", CF, [line], { subjectKey: "key-of-the-test", dryRun });
    expect(counts(await loadOne(person("赵一名", "")))).toEqual([1, 1, 0, 0]);
    for (const dryRun of [true, false]) {
      const other = await loadOne(person("钱二名", ADULT), dryRun);
      expect(other.quarantined.map(({ column, rule }) => [column, rule])).toEqual([
        ["CF_WSH", "DECISION_ON_ANOTHER_PERSON"],
      ]);
    }
    // The same person, now with a number; then with the name put right.
    expect(counts(await loadOne(person("赵 一名", ADULT)))).toEqual([1, 1, 0, 0]);
    expect(counts(await loadOne(person("赵依名", ADULT)))).toEqual([1, 1, 0, 0]);
    expect(await rows("select counterparty_name, version from penalties where doc_no = '导罚〔2026〕60号'")).toEqual([
      { counterparty_name: "赵依名", version: 3 },
    ]);
  });

  it("refuses two persons under one number in a file, whatever stands in the cell of the code", async () => {
    const person = (name: string, code: string): string =>
      penalty({
        ...number(61),
        ...{ CF_XDR_LB: "自然人", CF_XDR_SHXYM: code, CF_XDR_MC: name, CF_XDR_ZJHM: ADULT, CF_FDDB: "" },
      });
    const both = [person("孙一名", ""), person("李二名", "91990101MA9000011P")];
    const { quarantined } = await load(penaltyImport, "twins.csv", CF, both, { subjectKey: "key-of-the-test" });
    expect(quarantined.map(({ rule }) => rule)).toEqual(["CODE_WITH_TWO_CONTENTS", "CODE_WITH_TWO_CONTENTS"]);
    expect(await rows("select id from penalties where doc_no = '导罚〔2026〕61号'")).toEqual([]);
  });

  it("changes nothing the second time", async () => {
    const again = await load(penaltyImport, "penalties.csv", CF, lines, { subjectKey: "key-of-the-test" });
    expect(counts(again)).toEqual([18, 0, 4, 14]);
  });

  it("makes a changed row the next version, and never brings a repaired record back (C4)", async () => {
    await db.raw(`update penalties set repaired_on = '2026-09-20' where doc_no = '导罚〔2026〕1号'`);
    const changed = await load(penaltyImport, "changed.csv", CF, [penalty({ CF_NR_FK: "0.300001" })]);
    expect(counts(changed)).toEqual([1, 1, 0, 0]);
    expect(
      await rows(`select version, fine_fen::text as fine, repaired_on from penalties where doc_no = '导罚〔2026〕1号'`),
      // The repair counted once, the import once.
    ).toEqual([{ version: 3, fine: "300001", repaired_on: "2026-09-20" }]);
    const { body } = await stack.ask(`{ administrativePenalty(docNo: "导罚〔2026〕1号") { id } }`);
    expect(body.data.administrativePenalty).toBeNull();
  });

  it("refuses one decision with two contents in one file", async () => {
    const twice = [penalty(number(30)), penalty({ ...number(30), CF_NR_FK: "9" })];
    const refused = await load(penaltyImport, "twice.csv", CF, twice);
    expect(refused.quarantined.map(({ rule }) => rule)).toEqual(["CODE_WITH_TWO_CONTENTS", "CODE_WITH_TWO_CONTENTS"]);
  });

  it("never joins by name (C6): a body of the same name and another code is another body", async () => {
    const line = penalty({
      ...number(31),
      CF_XDR_MC: "延边白山松餐饮有限公司（演示）",
      CF_XDR_SHXYM: "91990101MA9000046A",
    });
    await load(penaltyImport, "namesake.csv", CF, [line]);
    expect(await rows(`select counterparty_id as id from penalties where doc_no = '导罚〔2026〕31号'`)).toEqual([
      { id: "CN-USCC-91990101MA9000046A" },
    ]);
  });

  it("writes nothing in a dry run", async () => {
    expect(counts(await load(penaltyImport, "dry.csv", CF, [penalty(number(40))], { dryRun: true }))).toEqual([
      1, 1, 0, 0,
    ]);
    expect(await rows(`select id from penalties where doc_no = '导罚〔2026〕40号'`)).toEqual([]);
  });
});

const XK =
  "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XDR_ZZJG,XK_WSH,XK_XKLB,XK_XKZS,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJGDM,XK_ZT,行政区划,公示日期,XK_LYDW";

const licence = (changes: Record<string, string> = {}): string => {
  const row: Record<string, string> = {
    XK_XDR_MC: "导入乙公司",
    XK_XDR_LB: "02",
    XK_XDR_SHXYM: "91990101MA900002XF",
    XK_WSH: "导许[2026]7号",
    XK_XKLB: "普通",
    XK_XKZS: "-",
    XK_NR: "准予",
    XK_JDRQ: "20260803",
    XK_YXQZ: "2026-08-03",
    XK_YXQZI: "长期",
    XK_XKJGDM: AUTHORITY,
    XK_ZT: "1",
    公示日期: "2026年8月5日",
    XK_LYDW: `导入平台${ADULT}`,
    ...changes,
  };
  return XK.split(",")
    .map((column) => row[column] ?? "")
    .join(",");
};

describe("import of licences", () => {
  it("loads what is right and quarantines the rest", async () => {
    const wsh = (seq: number): { XK_WSH: string } => ({ XK_WSH: `导许〔2026〕${seq}号` });
    const summary = await load(licenceImport, "licences.csv", XK, [
      licence(),
      licence({ ...wsh(8), XK_XKLB: "其他-补正" }),
      licence({ ...wsh(9), XK_XKLB: "恩准" }),
      licence({ ...wsh(10), XK_ZT: "9" }),
      licence({ ...wsh(11), XK_YXQZI: "2026-08-01" }),
      licence({ ...wsh(12), XK_NR: "" }),
      licence({ ...wsh(13), 行政区划: "519999" }),
      licence({ ...wsh(14), 公示日期: "2026-08-01" }),
      licence({ ...wsh(15), XK_XDR_LB: "神仙" }),
      licence({ ...wsh(16), XK_XDR_SHXYM: "", XK_XDR_ZZJG: "08337220-4", XK_ZT: "无效" }),
      licence({ ...wsh(17), 行政区划: "220381" }),
    ]);
    expect(counts(summary)).toEqual([11, 4, 0, 7]);
    expect(summary.quarantined.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [4, "XK_XKLB", "LICENCE_CATEGORY_UNKNOWN"],
      [5, "XK_ZT", "LICENCE_STATE_UNKNOWN"],
      [6, "XK_YXQZI", "PERIOD_REVERSED"],
      [7, "XK_NR", "CONTENT_MISSING"],
      [8, "行政区划", "DIVISION_UNKNOWN"],
      [9, "公示日期", "PUBLISHED_OUT_OF_ORDER"],
      [10, "XK_XDR_LB", "COUNTERPARTY_TYPE_UNKNOWN"],
    ]);
  });

  it("answers what it loaded: normalised number, no certificate for -, no end for 长期, a body with a legacy code, an old division", async () => {
    const { body } = await stack.ask(
      `{ a: administrativeLicence(docNo: "导许〔2026〕7号") { docNo certName validFrom validTo state publishedOn publishedLate category sourceUnit }
        b: administrativeLicence(docNo: "导许〔2026〕16号") { state counterparty { id uscc } }
        c: administrativeLicence(docNo: "导许〔2026〕17号") { division { code name } } }`,
    );
    expect(body.data).toEqual({
      a: {
        docNo: "导许〔2026〕7号",
        certName: null,
        validFrom: "2026-08-03",
        validTo: null,
        state: "VALID",
        publishedOn: "2026-08-05",
        publishedLate: false,
        category: "ORDINARY_01",
        sourceUnit: "导入平台[证件号码已隐去]",
      },
      b: { state: "INVALID", counterparty: { id: "CN-ORG-083372204", uscc: null } },
      c: { division: { code: "220381", name: "公主岭市" } },
    });
  });
});

describe("after all imports", () => {
  it("records keep their invariants, and one that is broken is told", async () => {
    expect((await rows("select id from penalties where content_hash is not null")).length).toBeGreaterThan(5);
    expect((await rows("select id from licences where content_hash is not null")).length).toBeGreaterThan(0);
    expect(await brokenInvariants("credit", db)).toEqual([]);
    const trx = await db.transaction();
    await trx("penalties").whereNotNull("content_hash").update({ doc_no: " ", published_on: "1999-01-01" });
    expect((await brokenInvariants("credit", trx as never)).map(([sentence]) => sentence.slice(0, 26))).toEqual(
      expect.arrayContaining(["C2: each of penalties trac", "nothing is published befor"]),
    );
    await trx.rollback();
  });
});
