/** Divisions as of a day: real changes of code, name and parent, expected values typed by hand from the published notices. */
import type { Knex } from "knex";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["reference"]!;
});
afterAll(() => stack.stop());

const ask = async (query: string, variables: object = {}): Promise<Answer["body"]> =>
  (await stack.ask(query, { variables })).body;

const statements = async (run: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const onQuery = (): void => void (count += 1);
  db.on("query", onQuery);
  await run();
  db.off("query", onQuery);
  return count;
};

describe("a code that moved", () => {
  it("still resolves, with the day it ended and what took its place", async () => {
    const { data } = await ask(
      `{ division(code: "220381") { name validTo parent { name } replacedBy { code name validFrom parent { name } predecessors { code } } } }`,
    );
    expect(data.division).toEqual({
      name: "公主岭市",
      validTo: "2020-05-06",
      parent: { name: "四平市" },
      replacedBy: {
        code: "220184",
        name: "公主岭市",
        validFrom: "2020-05-07",
        parent: { name: "长春市" },
        predecessors: [{ code: "220381" }],
      },
    });
  });

  it.each([
    ["220381", "2020-05-06", "公主岭市", "四平市"],
    ["220381", "2020-05-07", null, null],
    ["220184", "2020-05-06", null, null],
    ["220184", "2020-05-07", "公主岭市", "长春市"],
    ["420600", "2010-12-08", "襄樊市", "湖北省"],
    ["420600", "2010-12-09", "襄阳市", "湖北省"],
    ["130502", "2019-05-01", "桥东区", "邢台市"],
    ["130502", "2021-05-01", "襄都区", "邢台市"],
    ["222401", "1999-01-01", "延吉市", "延边朝鲜族自治州"],
  ])("%s on %s is %s of %s", async (code, on, name, parent) => {
    const { data } = await ask(
      `query($code: DivisionCode!, $on: Date!) { division(code: $code, on: $on) { name parent { name } } }`,
      { code, on },
    );
    expect(data.division).toEqual(name === null ? null : { name, parent: { name: parent } });
  });

  it.each([
    ["220184", "2019-07-01", "220381", "公主岭市"],
    ["220381", "2024-07-01", "220184", "公主岭市"],
    ["220113", "2014-10-20", "220181", "九台市"],
    ["220181", "2014-10-21", "220113", "九台区"],
    ["220724", "2013-01-25", "220781", "扶余市"],
    ["370802", "2024-01-01", "370811", "任城区"],
    ["370811", "2010-01-01", "370811", "任城区"],
    ["370812", "2013-10-18", "370882", "兖州市"],
  ])("territory of %s on %s is %s %s", async (code, on, then, name) => {
    const { data } = await ask(
      `query($code: DivisionCode!, $on: Date!) { division(code: $code) { asOf(on: $on) { code name } } }`,
      { code, on },
    );
    expect(data.division.asOf).toEqual({ code: then, name });
  });

  it("lists what the code stood for, with the document that changed it", async () => {
    const { data } = await ask(
      `{ division(code: "420600") { name validFrom validTo versions { code name validFrom validTo source parent { code } } } }`,
    );
    const source = "国务院2010年11月26日批复";
    expect(data.division).toEqual({
      name: "襄阳市",
      validFrom: null,
      validTo: null,
      versions: [
        { code: "420600", name: "襄樊市", validFrom: null, validTo: "2010-12-08", source, parent: { code: "420000" } },
        { code: "420600", name: "襄阳市", validFrom: "2010-12-09", validTo: null, source, parent: { code: "420000" } },
      ],
    });
  });
});

describe("history that does not say", () => {
  beforeAll(async () => {
    const row = (code: string, name: string, more: object): object => ({ code, name, level: "COUNTY", ...more });
    await db("divisions").insert([
      row("990111", "甲县", { valid_to: "2015-06-30", replaced_by_code: "990113" }),
      row("990112", "乙县", { valid_to: "2015-06-30", replaced_by_code: "990113" }),
      row("990113", "丙县", { valid_from: "2015-07-01", valid_to: "2018-06-30", replaced_by_code: "990114" }),
      row("990114", "丁区", { valid_from: "2018-07-01" }),
      row("990115", "戊县", { valid_to: "2015-06-30", replaced_by_code: "990116" }),
      row("990116", "己县", { valid_to: "2012-06-30", replaced_by_code: "990115" }),
      row("990117", "庚县", { valid_to: "2015-06-30" }),
    ]);
  });

  it.each([
    ["two hops forward", "990111", "2020-01-01", "990114"],
    ["one hop back", "990114", "2016-01-01", "990113"],
    ["several divisions were merged: which of them is not known", "990114", "2014-01-01", null],
    ["a circle in faulty data ends", "990115", "2020-01-01", null],
    ["nothing took its place", "990117", "2020-01-01", null],
  ])("%s", async (_case, code, on, expected) => {
    const { data, errors } = await ask(
      `query($code: DivisionCode!, $on: Date!) { division(code: $code) { asOf(on: $on) { code } } }`,
      { code, on },
    );
    expect([errors, data.division.asOf?.code ?? null]).toEqual([undefined, expected]);
  });

  it.each(["2024-02-30", "yesterday", "2024/01/01"])("refuses %s as a day", async (on) => {
    const { errors } = await ask(`query($on: Date!) { division(code: "222401") { asOf(on: $on) { code } } }`, { on });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(JSON.stringify(errors)).not.toContain(on);
    const inline = await ask(`{ division(code: "222401", on: "${on}") { code } }`);
    expect(inline.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "DATE" });
  });
});

describe("a record of another service that holds code and day", () => {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on DivisionAsOf { code on name division { code name parent { name } } } } }`;
  const entities = async (representations: object[]): Promise<unknown[]> => {
    const { body } = await stack.askSubgraph("reference", query, {
      variables: { r: representations.map((entry) => ({ __typename: "DivisionAsOf", ...entry })) },
    });
    expect(body.errors).toBeUndefined();
    return body.data._entities as unknown[];
  };

  it("shows the division of that day, and no entity for what is not known", async () => {
    expect(
      await entities([
        { code: "220381", on: "2019-03-01" },
        { code: "220381", on: "2024-03-01" },
        { code: "420600", on: "2009-03-01" },
        { code: "990199", on: "2024-03-01" },
        { code: "220381", on: "2024-13-01" },
      ]),
    ).toEqual([
      {
        code: "220381",
        on: "2019-03-01",
        name: "公主岭市",
        division: { code: "220381", name: "公主岭市", parent: { name: "四平市" } },
      },
      {
        code: "220381",
        on: "2024-03-01",
        name: "公主岭市",
        division: { code: "220184", name: "公主岭市", parent: { name: "长春市" } },
      },
      {
        code: "420600",
        on: "2009-03-01",
        name: "襄樊市",
        division: { code: "420600", name: "襄樊市", parent: { name: "湖北省" } },
      },
      null,
      null,
    ]);
  });

  it("costs the same number of statements for 10 and for 200 keys", async () => {
    const { rows } = (await db.raw(
      `select code from divisions where length(code) = 6 and code >= '11' order by code limit 199`,
    )) as { rows: { code: string }[] };
    const keys = ["220381", ...rows.map(({ code }) => code)].map((code) => ({ code, on: "2024-01-01" }));
    const few = await statements(() => entities(keys.slice(0, 10)));
    const many = await statements(() => entities(keys));
    expect([keys.length, many]).toEqual([200, few]);
    expect(few).toBeLessThanOrEqual(5);
  });
});
