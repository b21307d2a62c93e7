/** What may set an intermediary service (优化营商环境条例 第四十三条): ranks of legal bases, where they hold, what they set, for lists of each level. */
import type { Knex } from "knex";
import { parseLegalBases, rankOfTitle } from "../../platform/domain/index.js";
import { findLawEdition, loadLawEdition, loadShippedLaw } from "../../platform/law/index.js";
import { refreshFigures } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
});
afterAll(() => stack.stop());

const [MINISTRY, STATE_COUNCIL, PROVINCE, OTHER_PROVINCE, CITY, SILENT, MAYOR, UNKNOWN, ENDED] = [
  ...["T-MINISTRY", "T-STATE-COUNCIL", "T-PROVINCE", "T-OTHER-PROVINCE", "T-CITY", "T-SILENT", "T-MAYOR"],
  ...["T-UNKNOWN", "T-ENDED"],
] as const;

const basis = (id: string, rank: string, more: object = {}): object => ({
  ...{ id, rank, lawName: `演示${id}`, docNo: "演示〔2020〕1号", effectiveFrom: "2020-06-01" },
  ...{ jurisdiction: "000000", verified: false, setsIntermediaryService: true, ...more },
});

const BASES = [
  basis(MINISTRY!, "DEPARTMENTAL_RULE"),
  basis(STATE_COUNCIL!, "STATE_COUNCIL_DECISION"),
  basis(PROVINCE!, "LOCAL_REGULATION", { jurisdiction: "220000" }),
  basis(OTHER_PROVINCE!, "LOCAL_REGULATION", { jurisdiction: "210000" }),
  basis(CITY!, "LOCAL_REGULATION", { jurisdiction: "222400" }),
  basis(MAYOR!, "LOCAL_RULE", { jurisdiction: "222400" }),
  basis(SILENT!, "ADMINISTRATIVE_REGULATION", { setsIntermediaryService: false }),
  basis(ENDED!, "LAW", { effectiveTo: "2026-01-01" }),
];

const file = (bases: readonly object[], edition = "2099-01-01"): string => JSON.stringify({ edition, bases });

const tableOf = (service: string) =>
  SUBGRAPHS.find(({ name }) => name === service)!.lawTables.find(({ kind }) => kind === "legal-bases")!;
const load = async (content: string, edition = "2099-01-01"): Promise<void> => {
  for (const service of ["reference", "intermediary"])
    await loadLawEdition(stack.databases[service]!, tableOf(service), { edition, content });
};
const refresh = (day: string): Promise<boolean> =>
  refreshFigures(
    SUBGRAPHS.find(({ name }) => name === "intermediary")!,
    db,
    day,
  );

/** Lists of a province, a prefecture and a county, each with what its services rest on. */
const SERVICES: Readonly<Record<string, readonly [division: string | null, bases: readonly string[]]>> = {
  "T-01": ["220000", [MINISTRY!]],
  "T-02": ["222401", [MINISTRY!, MAYOR!]],
  "T-03": ["222401", [MINISTRY!, STATE_COUNCIL!]],
  "T-04": ["222401", [PROVINCE!]],
  "T-05": ["220000", [PROVINCE!]],
  "T-06": ["220000", [CITY!]],
  "T-07": ["222401", [CITY!]],
  "T-08": ["222400", [OTHER_PROVINCE!]],
  "T-09": ["222400", [UNKNOWN!, MINISTRY!]],
  "T-10": ["222400", [SILENT!]],
  "T-11": ["222400", [SILENT!, MINISTRY!]],
  "T-12": ["222400", [SILENT!, PROVINCE!]],
  "T-13": ["222400", [ENDED!, MINISTRY!]],
  "T-14": ["222400", [ENDED!]],
  "T-15": [null, [PROVINCE!]],
};

const found = async (rule: string): Promise<unknown[]> => {
  const { body } = await stack.ask(
    `{ intermediaryFindings(rule: ${rule}, first: 100) { nodes { message service { code } legalBasis { id rank } } } }`,
  );
  expect(body.errors).toBeUndefined();
  return (
    body.data.intermediaryFindings.nodes as {
      message: string;
      service: { code: string };
      legalBasis: { id: string; rank: string };
    }[]
  )
    .filter(({ service }) => service.code.startsWith("T-"))
    .map(({ message, service, legalBasis }) => [service.code, legalBasis.id, legalBasis.rank, message]);
};

describe("a listed service", () => {
  beforeAll(async () => {
    await load(file(BASES));
    for (const [code, [division, bases]] of Object.entries(SERVICES))
      await db.raw(
        `insert into intermediary_services (code, name, division_code, fee_nature, commissioned_by, qualification, applicant_may_do_itself, list_state, version, effective_from, legal_basis_ids, search)
         values (?, ?, ?, 'MARKET', 'APPLICANT', '{}', true, 'KEPT', 1, '2019-01-01', ?::text[], to_tsvector('simple', 't'))`,
        [code, `演示评估${code}`, division, bases as string[]] as never,
      );
  });

  const low = (code: string, id: string, rank: string, ranks = rank): unknown[] => [
    ...[code, id, rank],
    `The service is listed and rests on nothing of sufficient rank: ${ranks}.`,
  ];

  it("that rests on a ministry's or a mayor's rule, or on a regulation of another place, is a finding", async () => {
    await refresh("2026-09-28");
    expect(await found("LOW_RANK_BASIS")).toEqual([
      low("T-01", MINISTRY!, "DEPARTMENTAL_RULE"),
      low("T-02", MINISTRY!, "DEPARTMENTAL_RULE", "DEPARTMENTAL_RULE, LOCAL_RULE"),
      // A regulation of the prefecture sets nothing for the list of the province.
      low("T-06", CITY!, "LOCAL_REGULATION"),
      low("T-08", OTHER_PROVINCE!, "LOCAL_REGULATION"),
      // The law that would have sufficed has ended.
      low("T-13", MINISTRY!, "DEPARTMENTAL_RULE"),
    ]);
  });

  it("that rests on a regulation which sets no such service is a finding, unless another basis sets it", async () => {
    const nothing = "The service is listed and no basis of it sets such a service.";
    expect(await found("NO_SETTING_BASIS")).toEqual([
      ["T-10", SILENT, "ADMINISTRATIVE_REGULATION", nothing],
      ["T-11", SILENT, "ADMINISTRATIVE_REGULATION", nothing],
    ]);
  });

  it("whose laws have all ended is told of as that alone", async () => {
    expect((await found("REPEALED_BASIS")).map((finding) => (finding as string[])[0])).toEqual(["T-14"]);
  });

  it("is judged by these rules since 2020 alone", async () => {
    await db("legal_basis_periods").whereLike("id", "T-%").update({ effective_from: "2018-01-01" });
    await refresh("2019-12-31");
    expect([...(await found("LOW_RANK_BASIS")), ...(await found("NO_SETTING_BASIS"))]).toEqual([]);
    await refresh("2020-01-01");
    expect((await found("LOW_RANK_BASIS")).map((finding) => (finding as string[])[0])).toEqual([
      ...["T-01", "T-02", "T-06", "T-08"],
    ]);
  });

  it("follows the law's data when that is corrected", async () => {
    await load(file([basis(MINISTRY!, "ADMINISTRATIVE_REGULATION")], "2099-01-02"), "2099-01-02");
    await refresh("2026-09-28");
    expect((await found("LOW_RANK_BASIS")).map((finding) => (finding as string[])[0])).toEqual(["T-06", "T-08"]);
    const { body } = await stack.ask(
      `{ legalBasis(id: "${MINISTRY}") { rank jurisdiction verified setsIntermediaryService } }`,
    );
    expect(body.data.legalBasis).toEqual({
      ...{ rank: "ADMINISTRATIVE_REGULATION", jurisdiction: "000000", verified: false, setsIntermediaryService: true },
    });
  });
});

describe("a file of legal bases", () => {
  const one = basis("T-1", "LAW");
  it.each([
    ["one twice", file([one, one]), "T-1 is there twice"],
    ["an unknown rank", file([basis("T-1", "RULE")]), "bases.0.rank"],
    ["a law of one place", file([basis("T-1", "LAW", { jurisdiction: "220000" })]), "holds in the whole country"],
    ["a local regulation of no place", file([basis("T-1", "LOCAL_REGULATION")]), "says no place"],
    ["an end before its beginning", file([basis("T-1", "LAW", { effectiveTo: "2020-05-31" })]), "before it begins"],
    ["an article that is none", file([basis("T-1", "LAW", { articleNo: "12" })]), "is no article"],
  ])("is refused for %s", (_name, text, fault) => {
    expect(() => parseLegalBases("laws.json", text)).toThrow(fault);
  });

  it("is refused with all faults, and an older edition than the loaded one is", async () => {
    const text = file([one, one, basis("T-2", "LOCAL_RULE")]);
    expect(() => parseLegalBases("laws.json", text)).toThrow(
      "laws.json is refused: T-1 is there twice; T-2 is of the rank LOCAL_RULE and says no place.",
    );
    await expect(load(file([one], "2026-11-01"), "2026-11-01")).rejects.toThrow("which is newer than");
  });

  it("shows a basis from its day in force on, though it is loaded ahead of it", async () => {
    await load(file([basis("T-AHEAD", "LAW", { effectiveFrom: "2027-01-01" })], "2099-01-02"), "2099-01-02");
    const ids = async (day: string, args = ""): Promise<unknown> => {
      const query = `{ one: legalBasis(id: "T-AHEAD") { id inForce } all: legalBases(first: 100, search: "演示T-AHEAD" ${args}) { nodes { id } } }`;
      const { body } = await stack.askSubgraph("reference", query, { asOf: new Date(`${day}T04:00:00Z`) });
      return [body.data.one, body.data.all.nodes.some(({ id }: { id: string }) => id === "T-AHEAD")];
    };
    expect(await ids("2026-12-31")).toEqual([null, false]);
    expect(await ids("2026-12-31", `, on: "2027-01-01"`)).toEqual([null, true]);
    expect(await ids("2027-01-01")).toEqual([{ id: "T-AHEAD", inForce: true }, true]);
  });

  it("that ships is loaded again where it changed, and leaves what was loaded since", async () => {
    const reference = stack.databases["reference"]!;
    const table = tableOf("reference");
    expect(await loadShippedLaw(reference, table)).toBeUndefined();
    const shipped = parseLegalBases("x", table.shipped());
    const changed = { ...shipped, bases: shipped.bases.map((entry) => ({ ...entry, text: "改" })) };
    const release = { ...table, shipped: () => JSON.stringify(changed) };
    await load(file([basis("EIA-2018-16", "LAW", { text: "装载" })], "2099-02-01"), "2099-02-01");
    expect(await loadShippedLaw(reference, release)).toEqual([]);
    const texts = (await reference("legal_bases")
      .whereIn("id", ["EIA-2018-16", "PRICE-1997-18", MINISTRY!])
      .orderBy("id")
      .pluck("text")) as string[];
    expect(texts).toEqual(["装载", "改", null]);
    expect((await findLawEdition(reference, "legal-bases"))!.edition).toBe("2099-02-01");
    // One that is newer than what was loaded lies above it; what it does not name stays.
    const newer = { ...release, shipped: () => JSON.stringify({ ...changed, edition: "2099-02-02" }) };
    expect(await loadShippedLaw(reference, newer)).toEqual([]);
    expect(
      await reference("legal_bases").whereIn("id", ["EIA-2018-16", MINISTRY!]).orderBy("id").pluck("text"),
    ).toEqual(["改", null]);
  });
});

describe("a title", () => {
  it.each([
    ["中华人民共和国环境影响评价法", "LAW"],
    ["《食品安全法》", "LAW"],
    ["中华人民共和国水土保持法（1991年）", "LAW"],
    ["中华人民共和国政府信息公开条例", "ADMINISTRATIVE_REGULATION"],
    ["吉林省优化营商环境条例", "LOCAL_REGULATION"],
    ["延边朝鲜族自治州长白山天然林保护条例", "LOCAL_REGULATION"],
    ["国务院对确需保留的行政审批项目设定行政许可的决定", "STATE_COUNCIL_DECISION"],
    ["关于规范行政审批中介服务的通知", "NORMATIVE_DOCUMENT"],
    // Whose it is, and so its rank, the title does not say.
    ["优化营商环境条例", undefined],
    ["社会救助暂行办法", undefined],
    ["食品经营许可和备案管理办法", undefined],
    ["吉林省立法办法", undefined],
    ["城市供水条例", undefined],
    ["国务院办公厅关于清理中介服务的决定", undefined],
    ["国务院关于取消一批行政许可事项的决定", "STATE_COUNCIL_DECISION"],
  ])("%s gives away %s", (title, rank) => expect(rankOfTitle(title)).toBe(rank));
});
