/** Codes of divisions as they are today: no place twice, what was abolished is closed, changes are loaded on a running system or refused. */
import type { Knex } from "knex";
import { LawFileRefused } from "../../platform/domain/index.js";
import { loadLawEdition, loadShippedLaw } from "../../platform/law/index.js";
import { DIVISION_LAW } from "../../subgraphs/reference/seeds/divisions.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["reference"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await db.raw(sql)) as { rows: Record<string, unknown>[] }).rows;

const ask = async (query: string): Promise<Record<string, unknown>> => {
  const { body } = await stack.ask(query);
  expect(body.errors).toBeUndefined();
  return body.data as Record<string, unknown>;
};

describe("divisions of today", () => {
  it("are as many as the national gazetteer has", async () => {
    expect(
      await rows(
        `select level, count(*)::int as n from divisions where valid_to is null and kind is null and level <> 'TOWNSHIP'
         group by level order by n`,
      ),
    ).toEqual([
      { level: "PROVINCE", n: 34 },
      { level: "PREFECTURE", n: 333 },
      { level: "COUNTY", n: 2847 },
    ]);
  });

  it("hold no place twice: below one parent a name without its kind is there once, but for three cities beside their counties", async () => {
    const twice = await rows(
      `select string_agg(code || ' ' || name, ', ' order by code) as places from divisions
       where valid_to is null and kind is null and level = 'COUNTY'
       group by parent_code, regexp_replace(name, '(自治县|自治旗|县区|县|区|市|旗)$', '') having count(*) > 1 order by 1`,
    );
    expect(twice).toEqual([
      { places: "622901 临夏市, 622921 临夏县" },
      { places: "653201 和田市, 653221 和田县" },
      { places: "654002 伊宁市, 654021 伊宁县" },
    ]);
    expect(
      await rows(
        `select parent_code, name from divisions where valid_to is null and level = 'TOWNSHIP'
         group by parent_code, name having count(*) > 1`,
      ),
    ).toEqual([]);
  });

  it("lead to divisions that are there, and none that stands hangs below one that is abolished", async () => {
    const lost = await rows(
      `select d.code from divisions d where not exists (select 1 from divisions p where p.code = d.parent_code) and d.level <> 'PROVINCE'
       union all select d.code from divisions d where d.replaced_by_code is not null
         and not exists (select 1 from divisions r where r.code = d.replaced_by_code)
       union all select d.code from divisions d join divisions p on p.code = d.parent_code
         where d.valid_to is null and (p.valid_to is not null or p.kind = '汇总用区划')`,
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ["350427", "沙县", "2021-02-01", "350405", "沙县区"],
    ["350403", "三元区", "2021-02-01", "350404", "三元区"],
    ["350402", "梅列区", "2021-02-01", "350404", "三元区"],
    ["410381", "偃师市", "2021-03-17", "410307", "偃师区"],
    ["410322", "孟津县", "2021-03-17", "410308", "孟津区"],
    ["410306", "吉利区", "2021-03-17", "410308", "孟津区"],
    ["350681", "龙海市", "2021-02-01", "350604", "龙海区"],
    ["350625", "长泰县", "2021-02-01", "350605", "长泰区"],
    ["431121", "祁阳县", "2021-02-19", "431181", "祁阳市"],
    ["513425", "会理县", "2021-01-31", "513402", "会理市"],
    ["520522", "黔西县", "2021-03-15", "520581", "黔西市"],
    ["532331", "禄丰县", "2021-02-01", "532302", "禄丰市"],
    ["610322", "凤翔县", "2021-01-28", "610305", "凤翔区"],
    ["610928", "旬阳县", "2021-01-19", "610981", "旬阳市"],
    ["654223", "沙湾县", "2021-01-28", "654203", "沙湾市"],
    ["330103", "下城区", "2021-04-08", "330105", "拱墅区"],
    ["330104", "江干区", "2021-04-08", "330102", "上城区"],
    ["500105", "江北区", "2025-11-05", "500157", "两江新区"],
    ["500112", "渝北区", "2025-11-05", "500157", "两江新区"],
    ["320684", "海门市", "2020-12-31", "320614", "海门区"],
    ["500112133", "统景镇", "2025-11-05", "500109124", "统景镇"],
    ["500109008", "水土街道", "2025-11-05", "500157005", "水土街道"],
  ])("closed %s %s on %s: now it is %s %s", async (code, name, validTo, now, nameNow) => {
    const { division } = await ask(
      `{ division(code: "${code}") { name validTo replacedBy { code name validTo } asOf(on: "2026-09-01") { code } } }`,
    );
    expect(division).toEqual({
      name,
      validTo,
      replacedBy: { code: now, name: nameNow, validTo: null },
      asOf: { code: now },
    });
  });

  it.each([
    ["653229", "和安县", "2024-12-27", "和田地区"],
    ["653228", "和康县", "2024-12-27", "和田地区"],
    ["659012", "白杨市", "2023-01-20", "新疆维吾尔自治区"],
    ["653132", "岑岭县", "2026-03-26", "喀什地区"],
    ["659013", "草湖市", null, "新疆维吾尔自治区"],
    ["330114", "钱塘区", "2021-04-09", "杭州市"],
    ["429004", "仙桃市", null, "湖北省"],
  ])("have %s %s since %s below %s", async (code, name, validFrom, parent) => {
    const { division } = await ask(`{ division(code: "${code}") { name validFrom validTo parent { name } } }`);
    expect(division).toEqual({ name, validFrom, validTo: null, parent: { name: parent } });
  });

  it("say by which document a change was made, and whether its day was confirmed", async () => {
    const { a, b } = await ask(
      `{ a: division(code: "410322") { versions { validTo source verified } } b: division(code: "450127") { versions { validTo source verified } } }`,
    );
    expect([a, b]).toEqual([
      {
        versions: [
          {
            validTo: "2021-03-17",
            source: "国务院关于同意河南省调整洛阳市部分行政区划的批复（国函〔2021〕10号）",
            verified: true,
          },
        ],
      },
      {
        versions: [
          {
            validTo: "2021-01-19",
            source: "民政部关于同意广西壮族自治区撤销横县设立县级横州市的批复（民函〔2021〕7号）",
            verified: false,
          },
        ],
      },
    ]);
  });

  it("are found by name, those in use before those that ended, and no headings", async () => {
    const { place, heading } = await ask(
      `{ place: divisions(search: "沙县") { code validTo } heading: divisions(search: "市辖区") { code } }`,
    );
    // 长沙县, 金沙县 and 英吉沙县 hold the text too.
    expect(place).toEqual([
      ...["350405", "430121", "520523", "653123"].map((code) => ({ code, validTo: null })),
      { code: "350427", validTo: "2021-02-01" },
    ]);
    expect(heading).toEqual([]);
  });

  it("mark headings of statistics, which are nobody's children", async () => {
    const { city, heading, province } = await ask(
      `{ city: division(code: "130100") { children { code kind } } heading: division(code: "130101") { name kind }
         province: division(code: "429000") { name kind } }`,
    );
    expect([heading, province]).toEqual([
      { name: "市辖区", kind: "汇总用区划" },
      { name: "省直辖县级行政区划", kind: "汇总用区划" },
    ]);
    const children = (city as { children: { code: string; kind: string | null }[] }).children;
    expect(children.map(({ code }) => code)).toContain("130102");
    expect(children.filter(({ kind }) => kind === "汇总用区划")).toEqual([]);
  });
});

describe("a file of changes", () => {
  const DOCUMENT = { title: "测试用行政区划调整", number: "测〔2026〕1号" };
  const county = (code: string, name: string, more: object = {}): object => ({
    code,
    name,
    level: "COUNTY",
    parent: "990100",
    document: "D",
    verified: true,
    ...more,
  });
  const PARENTS = [
    { code: "990000", name: "测试省", level: "PROVINCE", validFrom: "2020-01-01", document: "D", verified: true },
    county("990100", "测试市", { level: "PREFECTURE", parent: "990000", validFrom: "2020-01-01" }),
  ];
  const text = (changes: readonly object[], edition = "2026-11-29"): string =>
    JSON.stringify({ edition, jurisdiction: "990000", documents: { D: DOCUMENT }, changes: [...PARENTS, ...changes] });
  const load = (content: string, table = DIVISION_LAW): Promise<boolean> =>
    loadLawEdition(db, table, { edition: (JSON.parse(content) as { edition: string }).edition, content });

  const good = text([
    county("990121", "甲县", { validTo: "2026-11-30", replacedBy: "990181" }),
    county("990181", "甲市", { validFrom: "2026-12-01" }),
  ]);

  it.each([
    [
      "a place that would be current twice",
      [county("990121", "甲县", { validFrom: "2020-01-01" }), county("990181", "甲市", { validFrom: "2026-12-01" })],
      "990121 and 990181 甲市 are one place that is current twice",
    ],
    [
      "a place that is current below what ended",
      [
        county("990121", "甲县", { validTo: "2026-11-30", replacedBy: "990181" }),
        county("990181", "甲市", { validFrom: "2026-12-01" }),
        county("990121100", "丙镇", { level: "TOWNSHIP", parent: "990121", validFrom: "2020-01-01" }),
      ],
      "990121100 丙镇 is current below 990121, which ended",
    ],
    [
      "a successor that is not there",
      [county("990121", "甲县", { validTo: "2026-11-30", replacedBy: "990199" })],
      "990121 leads to 990199, which is not there",
    ],
    [
      "an end before the beginning",
      [county("990121", "甲县", { validFrom: "2026-01-01", validTo: "2025-12-31" })],
      "990121 ends on 2025-12-31, before it begins",
    ],
    [
      "spans that overlap",
      [
        county("990121", "甲县", { validFrom: "2020-01-01", validTo: "2022-12-31" }),
        county("990121", "乙县", { validFrom: "2022-06-01" }),
      ],
      "the spans of 990121 overlap or do not stand oldest first",
    ],
    [
      "a document that is not named",
      [county("990121", "甲县", { validFrom: "2020-01-01", document: "E" })],
      "990121 cites E, which is not among the documents",
    ],
  ])("is refused as a whole for %s", async (_case, changes, fault) => {
    const count = (): Promise<Record<string, unknown>[]> => rows("select count(*)::int as n from divisions");
    const before = await count();
    await expect(load(text(changes))).rejects.toThrow(LawFileRefused);
    await expect(load(text(changes))).rejects.toThrow(fault);
    expect(await count()).toEqual(before);
    expect((await ask(`{ division(code: "990100") { code } }`)).division).toBeNull();
  });

  /** As the service answers on a day. */
  const askOn = async (day: string, query: string): Promise<Record<string, unknown>> => {
    const { body } = await stack.askSubgraph("reference", query, { asOf: new Date(`${day}T04:00:00Z`) });
    expect(body.errors).toBeUndefined();
    return body.data as Record<string, unknown>;
  };

  it("shows from its day on, though it is loaded ahead of it", async () => {
    await load(
      text(
        [
          county("990121", "甲县", { validTo: "2026-11-30", replacedBy: "990181" }),
          county("990181", "甲市", { validFrom: "2026-12-01" }),
          county("990131", "旧名县", { validTo: "2026-11-30" }),
          county("990131", "新名县", { validFrom: "2026-12-01" }),
        ],
        "2026-11-29",
      ),
    );
    const query = `{ old: division(code: "990121") { name validTo replacedBy { code } } new: division(code: "990181") { name }
      renamed: division(code: "990131") { name asOf(on: "2026-12-01") { name } } city: division(code: "990100") { children { code name } }
      found: divisions(search: "甲市") { code } byOldName: divisions(search: "旧名县") { code } byNewName: divisions(search: "新名县") { code } }`;
    expect(await askOn("2026-11-30", query)).toEqual({
      old: { name: "甲县", validTo: "2026-11-30", replacedBy: null },
      new: null,
      renamed: { name: "旧名县", asOf: { name: "新名县" } },
      city: {
        children: [
          { code: "990121", name: "甲县" },
          { code: "990131", name: "旧名县" },
        ],
      },
      ...{ found: [], byOldName: [{ code: "990131" }], byNewName: [] },
    });
    expect(await askOn("2026-12-01", query)).toEqual({
      old: { name: "甲县", validTo: "2026-11-30", replacedBy: { code: "990181" } },
      new: { name: "甲市" },
      renamed: { name: "新名县", asOf: { name: "新名县" } },
      city: {
        children: [
          { code: "990131", name: "新名县" },
          { code: "990181", name: "甲市" },
        ],
      },
      ...{ found: [{ code: "990181" }], byOldName: [], byNewName: [{ code: "990131" }] },
    });
  });

  it("is loaded on a running system, stays when what ships is loaded again, and gives way to a newer one alone", async () => {
    expect(DIVISION_LAW.read("changes.json", good).changes!.slice(2)).toEqual([
      "990121 甲县 to 2026-11-30 then 990181",
      "990181 甲市 from 2026-12-01",
    ]);
    expect([await load(good), await load(good)]).toEqual([true, false]);
    const query = `{ division(code: "990181") { name validFrom predecessors { code } asOf(on: "2026-11-30") { code name } } }`;
    const expected = {
      name: "甲市",
      validFrom: "2026-12-01",
      predecessors: [{ code: "990121" }],
      asOf: { code: "990121", name: "甲县" },
    };
    expect((await askOn("2026-12-01", query)).division).toEqual(expected);
    expect(await loadShippedLaw(db, { ...DIVISION_LAW, besides: () => "another snapshot" })).toEqual([]);
    expect((await askOn("2026-12-01", query)).division).toEqual(expected);
    await expect(load(text([county("990122", "丁县", { validFrom: "2026-12-01" })], "2026-11-01"))).rejects.toThrow(
      "The edition of 2026-11-29 ships, which is newer than that of 2026-11-01.",
    );
    expect((await askOn("2026-12-01", query)).division).toEqual(expected);
  });

  it("lies below what ships later, and its own places stay", async () => {
    const own = [
      county("990122", "戊县", { validFrom: "2020-01-01" }),
      county("990123", "己县", { validFrom: "2020-01-01" }),
    ];
    await load(text(own, "2026-12-05"));
    const names = async (): Promise<unknown> =>
      ask(`{ a: division(code: "990122") { name } b: division(code: "990123") { name } }`);
    expect(await names()).toEqual({ a: { name: "戊县" }, b: { name: "己县" } });
    const release = (edition: string): Promise<unknown> => {
      const { changes, documents, ...file } = JSON.parse(DIVISION_LAW.shipped()) as Record<string, object>;
      const shipped = { ...file, edition, documents: { ...documents, D: DOCUMENT } };
      const renamed = [...PARENTS, county("990122", "庚县", { validFrom: "2020-01-01" })];
      return loadShippedLaw(db, {
        ...DIVISION_LAW,
        shipped: () => JSON.stringify({ ...shipped, changes: [...(changes as object[]), ...renamed] }),
      });
    };
    expect(await release("2026-12-04")).toEqual([]);
    expect(await names()).toEqual({ a: { name: "戊县" }, b: { name: "己县" } });
    expect(await release("2026-12-06")).toEqual([]);
    expect(await names()).toEqual({ a: { name: "庚县" }, b: { name: "己县" } });
  });
});
