/** Intermediary services and intermediaries through the gateway: links both ways, derived figures, orders. */
import type { Knex } from "knex";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await db.raw(sql)) as { rows: Record<string, unknown>[] }).rows;

describe("an intermediary service", () => {
  it("links to the matters that require it, and they to it", async () => {
    const { body } = await stack.ask(
      `{ intermediaryService(code: "ZJ-006") { name payer commissionedBy legalBases { lawName } linkedMatters { taskName intermediaryServices { code } } } }`,
    );
    const service = body.data.intermediaryService;
    expect(service).toMatchObject({
      payer: service.commissionedBy,
      legalBases: [{ lawName: "中华人民共和国食品安全法" }],
    });
    const [count] = await rows(`select count(*)::int as n from service_matter_links where service_code = 'ZJ-006'`);
    expect(service.linkedMatters).toHaveLength(Number(count!["n"]));
    // A draft would show as null: that it exists must not be told.
    expect(service.linkedMatters).not.toContain(null);
    for (const matter of service.linkedMatters) expect(matter.intermediaryServices).toContainEqual({ code: "ZJ-006" });
  });

  it("that was removed is required by no matter (N3)", async () => {
    const { body } = await stack.ask(
      `{ intermediaryServices(filter: { listStates: [REMOVED] }) { nodes { code linkedMatters { id } effectiveTo } } }`,
    );
    expect(body.data.intermediaryServices.nodes).toEqual([
      { code: "ZJ-099", linkedMatters: [], effectiveTo: "2025-12-31" },
    ]);
  });

  it.each(["环评", "环境影响"])("is found by %s", async (search) => {
    const { body } = await stack.ask(
      `query($search: String!) { intermediaryServices(search: $search) { nodes { code } } }`,
      { variables: { search } },
    );
    expect(body.data.intermediaryServices.nodes).toContainEqual({ code: "ZJ-001" });
  });
});

describe("intermediaries of a service", () => {
  const query = `query($first: Int!, $orderBy: IntermediaryOrder!, $after: String) { intermediaryService(code: "ZJ-001") {
    intermediaries(division: "222400", orderBy: $orderBy, first: $first, after: $after) { nodes { id name avgDays avgPrice onTimeRate completedCount organization { name } } pageInfo { hasNextPage endCursor } } } }`;

  it("have the figures of their engagements", async () => {
    const { body } = await stack.ask(query, { variables: { first: 100, orderBy: "NAME" } });
    const expected =
      await rows(`select a.organization_id as id, count(e.id)::int as n, to_char(round(avg(e.price_fen) / 100, 2), 'FM999999999990.00') as price,
      round(avg(e.working_days), 1)::float as days, round(avg((e.working_days <= e.promised_days)::int), 4)::float as on_time
      from intermediaries a join provided_services s on s.intermediary_id = a.organization_id and s.service_code = 'ZJ-001' left join engagements e on e.intermediary_id = a.organization_id
      where a.division_code like '2224%' group by a.organization_id, a.name order by a.name, a.organization_id`);
    expect(expected.length).toBeGreaterThan(2);
    expect(
      body.data.intermediaryService.intermediaries.nodes.map((node: Record<string, unknown>) => [
        node["id"],
        node["completedCount"],
        node["avgDays"],
        node["onTimeRate"],
      ]),
    ).toEqual(expected.map(({ id, n, days, on_time }) => [id, n, days, on_time]));
    const prices = body.data.intermediaryService.intermediaries.nodes.map(
      ({ avgPrice }: { avgPrice: string | null }) => avgPrice,
    );
    for (const [index, { price }] of expected.entries()) {
      // Rounding to the fen happens once: the difference to a second way is at most one fen.
      if (price === null) expect(prices[index]).toBeNull();
      else expect(Math.abs(Number(prices[index]) - Number(price))).toBeLessThan(0.011);
    }
  });

  it.each([
    ["ON_TIME_RATE", "onTimeRate", -1],
    ["PRICE", "avgPrice", 1],
    ["DAYS", "avgDays", 1],
  ])("come in the order %s, those without figures last, across pages", async (orderBy, field, sign) => {
    const values: (number | null)[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await stack.ask(query, { variables: { first: 2, orderBy, after } });
      const { nodes, pageInfo } = body.data.intermediaryService.intermediaries;
      values.push(...nodes.map((node: Record<string, unknown>) => (node[field] === null ? null : Number(node[field]))));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const known = values.filter((value) => value !== null);
    expect(known).toEqual([...known].sort((a, b) => sign * (a - b)));
    expect(values.slice(known.length).every((value) => value === null)).toBe(true);
  });

  it("cost the same number of statements for 5 and for 50", async () => {
    const count = async (first: number): Promise<number> => {
      let statements = 0;
      const onQuery = (): void => void (statements += 1);
      db.on("query", onQuery);
      await stack.ask(query, { variables: { first, orderBy: "NAME" } });
      db.off("query", onQuery);
      return statements;
    };
    expect([await count(5), await count(50)]).toEqual([2, 2]);
  });
});

describe("an organisation", () => {
  it("has a profile if it is an intermediary, and none if it is not", async () => {
    const query = `query($uscc: USCC!) { organization(uscc: $uscc) { intermediaryProfile { entryState qualifications { name issuer } services { code } figuresOn } } }`;
    const { body } = await stack.ask(query, { variables: { uscc: "91990101MA900002XF" } });
    expect(body.data.organization.intermediaryProfile).toEqual({
      entryState: "ADMITTED",
      qualifications: [{ name: "检验检测机构资质认定", issuer: "吉林省市场监督管理厅（演示）" }],
      services: (
        await rows(
          `select service_code as code from provided_services where intermediary_id = 'CN-USCC-91990101MA900002XF' order by 1`,
        )
      ).map(({ code }) => ({ code })),
      figuresOn: "2026-09-28",
    });
    const intermediary = await stack.ask(query, { variables: { uscc: "11990101MB9000015E" } });
    expect(intermediary.body.data.organization.intermediaryProfile).toBeNull();
  });

  it("resolves 200 entities in a bounded number of statements", async () => {
    const ids = (await rows(`select organization_id as id from intermediaries limit 200`)).map(({ id }) => ({
      __typename: "Organization",
      id,
    }));
    let statements = 0;
    const onQuery = (): void => void (statements += 1);
    db.on("query", onQuery);
    await stack.askSubgraph(
      "intermediary",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { intermediaryProfile { name services { name } } } } }`,
      { viewer: VIEWERS.anonymous, variables: { r: ids } },
    );
    db.off("query", onQuery);
    // Intermediaries, what they provide, and the services themselves.
    expect(statements).toBe(3);
  });
});
