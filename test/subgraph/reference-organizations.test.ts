/** Organisations with a past: every alias leads to the body, a merged body to its successor, a code to whoever held it that day. */
import type { Knex } from "knex";
import { createWorld } from "../../infra/local/world.js";
import { usccFromParts } from "../../platform/domain/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

const BUREAU = "CN-USCC-11990101MB9000015E";
let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["reference"]!;
});
afterAll(() => stack.stop());

const ask = async (query: string, variables: object = {}): Promise<Answer["body"]> =>
  (await stack.ask(query, { variables })).body;

const byIdentifier = `query($identifier: OrgIdentifierInput!, $on: Date) { organization(identifier: $identifier, on: $on) { id name status } }`;

describe("a merged agency", () => {
  it("resolves with its history and leads to the body that carries on", async () => {
    const { data } = await ask(
      `query($uscc: USCC!) { organization(uscc: $uscc) {
      name status statusSince mergedOn mergedInto { id } successor { id name } formerNames { name from to } establishedOn predecessors { name mergedOn } } }`,
      {
        uscc: usccFromParts("11", "990101", "MB990001"),
      },
    );
    expect(data.organization).toEqual({
      name: "延吉市工商行政管理局（演示）",
      status: "ABOLISHED",
      statusSince: "2019-01-15",
      mergedOn: "2019-01-15",
      mergedInto: { id: BUREAU },
      successor: { id: BUREAU, name: "延吉市市场监督管理局（演示）" },
      establishedOn: "1998-05-01",
      formerNames: [{ name: "延吉市工商局（演示）", from: "1998-05-01", to: "2003-12-31" }],
      predecessors: [{ name: "延吉市个体经济管理办公室（演示）", mergedOn: "2010-06-01" }],
    });
  });

  it("leads through two mergers", async () => {
    const { data } = await ask(
      `query($uscc: USCC!) { organization(uscc: $uscc) { mergedInto { name } successor { id successor { id } } } }`,
      {
        uscc: usccFromParts("11", "990101", "MB990002"),
      },
    );
    expect(data.organization).toEqual({
      mergedInto: { name: "延吉市工商行政管理局（演示）" },
      successor: { id: BUREAU, successor: null },
    });
  });

  it("is named among the predecessors of its successor, oldest merger first", async () => {
    const { data } = await ask(
      `query($id: ID!) { organization(id: $id) { status successor { id } predecessors { name } } }`,
      { id: BUREAU },
    );
    expect(data.organization).toEqual({
      status: "ACTIVE",
      successor: null,
      predecessors: [{ name: "延吉市质量技术监督局（演示）" }, { name: "延吉市工商行政管理局（演示）" }],
    });
  });

  it("ends in a circle of faulty data", async () => {
    await db("organizations").insert(
      ["A", "B"].map((letter) => ({
        id: `CN-LOCAL-circle-${letter}`,
        name: letter,
        kind: "OTHER",
        status: "ABOLISHED",
        merged_into_id: `CN-LOCAL-circle-${letter === "A" ? "B" : "A"}`,
        search: "",
      })),
    );
    const { data, errors } = await ask(`{ organization(id: "CN-LOCAL-circle-A") { successor { id } } }`);
    expect([errors, data.organization.successor.id]).toEqual([undefined, "CN-LOCAL-circle-B"]);
  });
});

describe("names", () => {
  it.each([
    ["2014-03-31", null],
    ["2014-04-01", "延吉市市场和质量监督管理局（演示）"],
    ["2019-01-14", "延吉市市场和质量监督管理局（演示）"],
    ["2019-01-15", "延吉市市场监督管理局（演示）"],
    ["2026-01-01", "延吉市市场监督管理局（演示）"],
  ])("on %s: %s", async (on, name) => {
    const { data } = await ask(`query($id: ID!, $on: Date!) { organization(id: $id) { nameOn(on: $on) } }`, {
      id: BUREAU,
      on,
    });
    expect(data.organization.nameOn).toBe(name);
  });

  it("in short are told and found", async () => {
    const { data } = await ask(`{ organizations(search: "延吉市市监局") { nodes { id shortName } } }`);
    expect(data.organizations.nodes).toEqual([{ id: BUREAU, shortName: "延吉市市监局" }]);
  });

  it("of the past are found too", async () => {
    const { data } = await ask(`{ organizations(search: "行政审批服务中心") { nodes { name } } }`);
    expect(data.organizations.nodes).toContainEqual({ name: "珲春市政务服务中心（演示）" });
  });
});

describe("an identifier", () => {
  it.each([
    ["USCC", "11990101mb9000015e", undefined, BUREAU],
    ["ORG9", "MB900003-1", undefined, "CN-ORG-MB9000031"],
    // The organisation code inside a credit code (positions 9 to 17).
    ["ORG9", "MB9000015", undefined, BUREAU],
    ["REG15", "990101 000000017", undefined, "CN-USCC-91990101MA9000011P"],
    ["TAX", "990101ma9000011", undefined, "CN-USCC-91990101MA9000011P"],
    ["LOCAL", "222401-gs01", "zwfw", BUREAU],
  ])("%s %s leads to its body", async (scheme, value, source, id) => {
    const { data, errors } = await ask(byIdentifier, { identifier: { scheme, value, source } });
    expect([errors, data.organization?.id]).toEqual([undefined, id]);
  });

  it.each([
    ["2011-12-31", null],
    ["2012-01-01", "延吉市工商行政管理局（演示）"],
    ["2019-01-14", "延吉市工商行政管理局（演示）"],
    ["2019-01-15", "延吉市市场监督管理局（演示）"],
    ["2026-09-28", "延吉市市场监督管理局（演示）"],
  ])("that changed hands led on %s to %s", async (on, name) => {
    const identifier = { scheme: "LOCAL", value: "222401-GS01", source: "zwfw" };
    const { data } = await ask(byIdentifier, { identifier, on });
    expect(data.organization?.name ?? null).toBe(name);
  });

  it("is shown with the time in which it was the body's", async () => {
    const { data } = await ask(`{ organization(uscc: "91990101MA9000011P") { identifiers { scheme value validTo } } }`);
    expect(data.organization.identifiers).toEqual([
      { scheme: "USCC", value: "91990101MA9000011P", validTo: null },
      { scheme: "REG15", value: "990101000000017", validTo: "2016-06-30" },
      { scheme: "TAX", value: "990101MA9000011", validTo: "2016-06-30" },
    ]);
  });

  it("has one holder at a time", async () => {
    await expect(
      db("organization_identifiers").insert({
        scheme: "LOCAL",
        value: "zwfw:222401-GS01",
        organization_id: "CN-ORG-MB9000031",
      }),
    ).rejects.toThrow(/organization_identifiers_holder_index/);
  });

  it.each([
    [{ scheme: "USCC", value: "11990101MB9000015X" }, "USCC_CHECK_CHARACTER"],
    [{ scheme: "ORG9", value: "130501003" }, "ORG_CODE_CHECK"],
    [{ scheme: "REG15", value: "12345" }, "REG15"],
    [{ scheme: "TAX", value: "1" }, "TAX"],
    [{ scheme: "LOCAL", value: "222401-GS01" }, "SOURCE_REQUIRED"],
  ])("that can not be one is refused without an echo: %j", async (identifier, rule) => {
    const { errors } = await ask(byIdentifier, { identifier });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "identifier", rule });
    expect(JSON.stringify(errors)).not.toContain(identifier.value === "1" ? "no value" : identifier.value);
  });

  it("of nobody gives null", async () => {
    expect(
      (await ask(byIdentifier, { identifier: { scheme: "LOCAL", value: "none", source: "zwfw" } })).data.organization,
    ).toBeNull();
  });
});

describe("contradictions", () => {
  it.each([
    [`{ organization { id } }`, "ONE_KEY_REQUIRED"],
    [`{ organization(id: "${BUREAU}", uscc: "91990101MA9000011P") { id } }`, "ONE_KEY_REQUIRED"],
    [`{ organization(id: "${BUREAU}", on: "2020-01-01") { id } }`, "IDENTIFIER_REQUIRED"],
  ])("%s are refused", async (query, rule) => {
    expect((await ask(query)).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule });
  });
});

describe("a body that moved", () => {
  it("is where it is, and was registered where it was", async () => {
    const { data } = await ask(
      `{ moved: organization(uscc: "91990101MA9000046A") { division { code } registeredAt { code name } }
        stayed: organization(uscc: "91990101MA9000011P") { division { code } registeredAt { code } }
        agency: organization(id: "${BUREAU}") { registeredAt { code } } }`,
    );
    expect(data).toEqual({
      moved: { division: { code: "222403" }, registeredAt: { code: "222401", name: "延吉市" } },
      stayed: { division: { code: "222401" }, registeredAt: { code: "222401" } },
      agency: { registeredAt: null },
    });
  });
});

describe("legal representatives", () => {
  const nameOf = async (uscc: string): Promise<string | null> =>
    (await ask(`query($uscc: USCC!) { organization(uscc: $uscc) { legalRepName } }`, { uscc })).data.organization
      .legalRepName;

  it.each([
    ["an enterprise", "91990101MA9000011P", "陈例子寅"],
    ["an institution", "12990101MB90000236", "陈例子丑"],
    ["a character outside the basic plane", "91990101MA900002XF", "𠮷例子"],
    ["a middle dot", "91990101MA9000046A", "例力江·例买提"],
    ["two characters", "93990101NA9000019M", "卜例"],
    ["a body whose licence was revoked", usccFromParts("91", "990101", "MA990001"), "司马例旧"],
    ["an agency, which has a head", "11990101MB9000015E", null],
    ["a law firm, which has a responsible partner", "31990101MD90000127", null],
    ["an individually-owned business, who has an owner", "92990101MA9000038C", null],
  ])("of %s", async (_title, uscc, expected) => {
    expect(await nameOf(uscc)).toBe(expected);
  });

  it("are on the register of enterprises and institutions with a credit code, and of no agency or individually-owned business", async () => {
    const { rows } = (await db.raw(
      `select kind, count(*)::int as bodies, count(legal_rep_name)::int as represented from organizations where uscc is not null group by kind`,
    )) as { rows: { kind: string; bodies: number; represented: number }[] };
    const shares = new Map(rows.map(({ kind, bodies, represented }) => [kind, represented / bodies]));
    for (const kind of ["ENTERPRISE", "INSTITUTION", "COOPERATIVE"])
      expect([kind, shares.get(kind)]).toEqual([kind, 1]);
    for (const kind of ["AGENCY", "INDIVIDUALLY_OWNED_BUSINESS", "LAW_FIRM"])
      expect([kind, shares.get(kind)]).toEqual([kind, 0]);
  });

  it("are none of the persons who must stay hidden, and are the same in the records of credit", async () => {
    const { rows } = (await db.raw(
      "select id, legal_rep_name as name from organizations where legal_rep_name is not null",
    )) as { rows: { id: string; name: string }[] };
    const hidden = createWorld("small").persons.map((person) => person.name);
    expect(rows.filter(({ name }) => hidden.some((person) => name.includes(person) || person.includes(name)))).toEqual(
      [],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const records = (await stack.databases["credit"]!("penalties")
      .select("counterparty_id as id", "legal_rep_name as name")
      .whereNotNull("legal_rep_name")) as { id: string; name: string }[];
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter(({ id, name }) => names.get(id) !== name)).toEqual([]);
  });
});

describe("the work", () => {
  it("of history fields does not grow from 10 to 200 keys", async () => {
    const { rows } = (await db.raw(
      "select id from organizations order by merged_into_id nulls last, id limit 200",
    )) as {
      rows: { id: string }[];
    };
    const run = async (count: number): Promise<number> => {
      let statements = 0;
      const onQuery = (): void => void (statements += 1);
      db.on("query", onQuery);
      const { body } = await stack.askSubgraph(
        "reference",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { name mergedInto { name } successor { name } predecessors { name } nameOn(on: "2015-01-01") } } }`,
        { variables: { r: rows.slice(0, count).map(({ id }) => ({ __typename: "Organization", id })) } },
      );
      db.off("query", onQuery);
      expect(body.data._entities).toHaveLength(count);
      return statements;
    };
    const few = await run(10);
    // Some successors are among the 200 themselves and need no statement of their own.
    expect(await run(200)).toBeLessThanOrEqual(few);
    expect(few).toBeLessThanOrEqual(4);
  });
});

describe("legal bases", () => {
  it.each([
    ["1991-06-28", [false, false]],
    ["1991-06-29", [true, false]],
    ["2011-02-28", [true, false]],
    ["2011-03-01", [false, true]],
  ])("on %s the soil-conservation laws of 1991 and 2010 are in force: %j", async (on, inForce) => {
    const { data } = await ask(
      `query($on: Date!) { old: legalBasis(id: "WATER-SOIL-1991-19") { inForce(on: $on) } new: legalBasis(id: "WATER-SOIL-2010-25") { inForce(on: $on) }
        legalBases(on: $on, search: "水土保持法", first: 10) { nodes { id } } }`,
      { on },
    );
    expect([data.old.inForce, data.new.inForce]).toEqual(inForce);
    const expected = [...(inForce[0] ? ["WATER-SOIL-1991-19"] : []), ...(inForce[1] ? ["WATER-SOIL-2010-25"] : [])];
    expect(data.legalBases.nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it("are listed in pages without gaps, repealed ones included where no day is given", async () => {
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await ask(
        `query($after: String) { legalBases(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      ids.push(...data.legalBases.nodes.map(({ id }: { id: string }) => id));
      if (!data.legalBases.pageInfo.hasNextPage) break;
      after = data.legalBases.pageInfo.endCursor;
    }
    const { rows } = (await db.raw(`select id from legal_bases order by id`)) as { rows: { id: string }[] };
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect(ids).toContain("WATER-SOIL-1991-19");
  });
});
