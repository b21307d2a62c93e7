/** The demonstration data obeys the rules of the field that the services declare, and each rule finds what is planted against it. */
import "reflect-metadata";
import type { Knex } from "knex";
import { checkDemonstration, toldRule } from "../../commands/check-demonstration.js";
import { createWorld } from "../../infra/local/world.js";
import { createDatabase } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
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
