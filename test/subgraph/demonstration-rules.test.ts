/** The demonstration data obeys the rules of the field that the services declare, and each rule finds what is planted against it. */
import "reflect-metadata";
import type { Knex } from "knex";
import { checkDemonstration, toldRule } from "../../commands/check-demonstration.js";
import { createWorld } from "../../infra/local/world.js";
import { projectPath } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { citedOn } from "../../subgraphs/credit/seeds/citations.js";
import { OFFENCES } from "../../subgraphs/credit/seeds/offences.js";
import { runNode } from "../support/commands.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../support/database.js";

const world = createWorld("small");
const declared = SUBGRAPHS.flatMap(({ name: service, rules = [] }) => rules.map((rule) => ({ service, rule })));
/** Statements of the services that declare rules. */
const planted = new Map<string, Readonly<Record<string, string>>>();
for (const service of new Set(declared.map((entry) => entry.service)))
  planted.set(
    service,
    ((await import(`./support/planted/${service}.js`)) as { planted: Record<string, string> }).planted,
  );

let copy: TestDatabase;
const databases = new Map<string, Knex>();
beforeAll(async () => {
  copy = await cloneDatabase();
  for (const { name } of SUBGRAPHS)
    databases.set(
      name,
      createDatabase({ url: copy.urlOf(name), applicationName: "test", schema: name, poolMax: 2, ...PATIENT }),
    );
});
afterAll(async () => {
  await Promise.all([...databases.values()].map((db) => db.destroy()));
  await copy.drop();
});

it("the seeded data breaks no rule, and every rule looks at rows", async () => {
  const checked = await checkDemonstration(Object.fromEntries(SUBGRAPHS.map(({ name }) => [name, copy.urlOf(name)])));
  expect(checked.filter(({ violations }) => violations > 0).flatMap(toldRule)).toEqual([]);
  expect(checked.filter(({ rows }) => rows === 0).map(({ rule }) => rule.name)).toEqual([]);
  expect(checked).toHaveLength(declared.length);
});

it("no body of it has a code that a real one can have: they are of division 990101, which GB/T 2260 knows none of", async () => {
  const reference = databases.get("reference")!;
  const codes = (await reference("organizations").whereNotNull("uscc").pluck("uscc")) as string[];
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => code.slice(2, 8) !== "990101")).toEqual([]);
  expect(await reference("divisions").where("code", "like", "99%").pluck("code")).toEqual([]);
});

/** `npm run seed -- --check` on the copy: its exit code and its lines. */
const check = async (): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> => {
  const urls = SUBGRAPHS.map(({ name }) => [`${name.toUpperCase()}_DATABASE_URL`, copy.urlOf(name)]);
  const { ended, output } = runNode([projectPath("dist/commands/seed.js"), "--check"], Object.fromEntries(urls));
  const code = await ended;
  return { code, lines: output().trim().split("\n") };
};

it("the command tells each rule and ends with 0, and with 1 and the rule's reason where a decision cites a law that ended", async () => {
  const kept = await check();
  expect(kept.lines.at(-1)).toBe(`The demonstration data obeys all ${declared.length} rules of the field.`);
  expect(kept.code).toBe(0);
  expect(kept.lines.filter((line) => / \d+ rows, 0 violations\. /.test(line))).toHaveLength(declared.length);
  const credit = databases.get("credit")!;
  await credit.raw(planted.get("credit")!["decisions-cite-a-law-in-force"]!);
  const broken = await check();
  await credit.raw(`update penalties p set basis = g.basis, decision_date = '2026-05-06' from penalties g
    where p.id = 'CF-GOLDEN-1' and g.id = 'CF-GOLDEN-2'`);
  expect(broken.code).toBe(1);
  expect(broken.lines.join("\n")).toContain(
    "penalty CF-GOLDEN-1 cites 《中华人民共和国大气污染防治法》第九十九条第二项 on 2026-08-17",
  );
});

it("the command of public texts tells where a person stands in one, and never the words", async () => {
  const urls = SUBGRAPHS.map(({ name }) => [`${name.toUpperCase()}_DATABASE_URL`, copy.urlOf(name)]);
  const look = async () => {
    const { ended, output } = runNode([projectPath("dist/commands/texts.js")], Object.fromEntries(urls));
    return { code: await ended, output: output() };
  };
  const clean = await look();
  expect(clean.code).toBe(0);
  for (const { name } of SUBGRAPHS)
    expect(clean.output).toMatch(new RegExp(`^${name}: [1-9]\\d* public texts, 0 with something of a person$`, "m"));
  const openness = databases.get("openness")!;
  const [{ body }] = (await openness("regulatory_notices").select("body").where("id", "JG-GOLDEN-1")) as [
    { body: string },
  ];
  await openness("regulatory_notices").update({ body: "低保户王秀英的电话是13900001234。" }).where("id", "JG-GOLDEN-1");
  const found = await look();
  await openness("regulatory_notices").update({ body }).where("id", "JG-GOLDEN-1");
  expect(found.code).toBe(1);
  expect(found.output).toContain("regulatory_notices JG-GOLDEN-1 body: PHONE, WELFARE");
  expect(found.output).not.toMatch(/王秀英|13900001234/);
});

it.each([
  ["施工工地未采取有效防尘降尘措施", "2026-08-14", "《中华人民共和国大气污染防治法》第一百一十五条第一款第一项"],
  ["施工工地未采取有效防尘降尘措施", "2026-08-15", "《中华人民共和国生态环境法典》第一千一百二十八条第一款第一项"],
  ["超过大气污染物排放标准排放大气污染物", "2026-08-14", "《中华人民共和国大气污染防治法》第九十九条第二项"],
  ["超过大气污染物排放标准排放大气污染物", "2026-08-15", "《中华人民共和国生态环境法典》第一千一百零七条"],
  ["生产经营标签不符合规定的预包装食品", "2026-09-01", "《中华人民共和国食品安全法》第一百二十五条第一款第二项"],
])("%s, decided on %s, cites %s", (breach, day, cited) =>
  expect(
    citedOn(
      world.legalBases,
      OFFENCES.find((offence) => offence.breach === breach)!,
      day,
    ),
  ).toBe(cited),
);

it("rules are named once in their service, and say what holds, why and by which source", () => {
  const names = declared.map(({ service, rule }) => `${service} ${rule.name}`);
  expect(names).toEqual([...new Set(names)]);
  for (const { rule } of declared) {
    expect(rule.name).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect([rule.holds, rule.reason]).toEqual([
      expect.stringMatching(/^[A-Z\p{Script=Han}].*\.$/u),
      expect.stringMatching(/\.$/),
    ]);
    expect(rule.source).not.toBe("");
  }
});

it.each(declared.map(({ service, rule }) => [service, rule.name, rule] as const))(
  "%s %s finds what is planted against it",
  async (service, name, rule) => {
    const statement = planted.get(service)![name];
    expect(statement).toBeDefined();
    const trx = await databases.get(service)!.transaction();
    try {
      await trx.raw(statement!);
      const { violations, examples } = await rule.look(trx, world);
      expect(violations).toBeGreaterThan(0);
      expect(examples).not.toEqual([]);
    } finally {
      await trx.rollback();
    }
  },
);

it("nothing is planted against a rule that is not there", () => {
  const names = new Set(declared.map(({ service, rule }) => `${service} ${rule.name}`));
  const of = [...planted].flatMap(([service, statements]) =>
    Object.keys(statements).map((name) => `${service} ${name}`),
  );
  expect(of.filter((name) => !names.has(name))).toEqual([]);
});
