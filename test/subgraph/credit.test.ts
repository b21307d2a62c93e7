/** Credit records through the gateway and directly: publicity by the day, repaired means gone everywhere, counts equal rows, names masked. */
import type { Knex } from "knex";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";

const ENTERPRISE = "CN-USCC-91990101MA9000011P";
let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await db.raw(sql)) as { rows: Record<string, unknown>[] }).rows;

const OF_ENTERPRISE = `{ organization(id: "${ENTERPRISE}") { creditOverview { penalties licences listEntries } penalties(first: 100) { totalCount nodes { id publicityState } }
  licences(first: 100) { totalCount nodes { id } } listEntries(first: 100) { totalCount nodes { id } } } }`;

describe("penalties of a body", () => {
  it("are those in publicity on the day, for the public", async () => {
    const { body } = await stack.ask(OF_ENTERPRISE);
    expect(
      body.data.organization.penalties.nodes
        .map(({ id }: { id: string }) => id)
        .filter((id: string) => id.startsWith("CF-GOLDEN")),
    ).toEqual(["CF-GOLDEN-1", "CF-GOLDEN-4"]);
  });

  it.each([
    "anonymous",
    "citizen-1",
    "agent-1",
    "officer-1",
    "officer-2",
    "supervisor-1",
    "auditor-1",
    "publisher-1",
    "app-open",
    "app-partner",
  ] as const)("are as many as the counts say, for %s (C5)", async (viewer) => {
    const { body } = await stack.ask(OF_ENTERPRISE, { viewer });
    const { creditOverview, penalties, licences, listEntries } = body.data.organization;
    expect([penalties.totalCount, licences.totalCount, listEntries.totalCount]).toEqual([
      penalties.nodes.length,
      licences.nodes.length,
      listEntries.nodes.length,
    ]);
    expect(creditOverview).toEqual({
      penalties: penalties.nodes.length,
      licences: licences.nodes.length,
      listEntries: listEntries.nodes.length,
    });
  });
});

describe("a penalty that is repaired or whose publicity ended", () => {
  const known = async (viewer: keyof typeof VIEWERS, id: string): Promise<boolean[]> => {
    const root = await stack.ask(`query($id: ID!) { administrativePenalty(id: $id) { id } }`, {
      viewer,
      variables: { id },
    });
    const entity = await stack.askSubgraph(
      "credit",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on AdministrativePenalty { id } } }`,
      {
        viewer: VIEWERS[viewer],
        variables: { r: [{ __typename: "AdministrativePenalty", id }] },
      },
    );
    const listed = await stack.ask(OF_ENTERPRISE, { viewer });
    const all: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await stack.ask(
        `query($after: String) { penalties(first: 100, after: $after, filter: { year: 2026 }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { viewer, variables: { after } },
      );
      all.push(...body.data.penalties.nodes.map((node: { id: string }) => node.id));
      if (!body.data.penalties.pageInfo.hasNextPage) break;
      after = body.data.penalties.pageInfo.endCursor;
    }
    const ids = listed.body.data.organization.penalties.nodes.map((node: { id: string }) => node.id);
    return [
      root.body.data.administrativePenalty !== null,
      entity.body.data._entities[0] !== null,
      ids.includes(id),
      all.includes(id),
    ];
  };

  it.each([
    ["anonymous", false],
    ["citizen-1", false],
    ["agent-1", true],
    ["officer-1", true],
    ["officer-2", false],
    ["supervisor-1", true],
    ["app-open", false],
    ["app-partner", false],
  ] as const)("is for %s: %s, on every path (C4)", async (viewer, expected) => {
    expect(await known(viewer, "CF-GOLDEN-2")).toEqual([expected, expected, expected, expected]);
    expect(await known(viewer, "CF-GOLDEN-3")).toEqual([expected, expected, expected, expected]);
  });

  it("gives exactly what an unknown one gives", async () => {
    const query = `query($id: ID!) { administrativePenalty(id: $id) { id } }`;
    const [hidden, unknown] = [
      await stack.ask(query, { variables: { id: "CF-GOLDEN-2" } }),
      await stack.ask(query, { variables: { id: "CF-NONE" } }),
    ];
    expect(hidden.body).toEqual(unknown.body);
  });
});

describe("the clocks of publicity", () => {
  it("follow severity, and lateness counts working days", async () => {
    const { body } =
      await stack.ask(`{ a: administrativePenalty(id: "CF-GOLDEN-1") { severity publicityUntil repairEligibleOn publishedLate fine publicityState counterparty { name } authority { name } }
      b: administrativePenalty(id: "CF-GOLDEN-4") { publicityUntil publishedLate } }`);
    expect(body.data).toEqual({
      a: {
        severity: "GENERAL",
        publicityUntil: "2027-05-06",
        repairEligibleOn: "2026-08-06",
        publishedLate: false,
        fine: "12345.67",
        publicityState: "PUBLISHED",
        counterparty: { name: "延边白山松餐饮有限公司（演示）" },
        authority: { name: "延吉市市场监督管理局（演示）" },
      },
      b: { publicityUntil: "2027-07-01", publishedLate: true },
    });
  });

  it("show an ended one to its subject as EXPIRED, though nothing stored says so", async () => {
    const { body } = await stack.ask(`{ administrativePenalty(id: "CF-GOLDEN-3") { publicityState publicityUntil } }`, {
      viewer: "agent-1",
    });
    expect(body.data.administrativePenalty).toEqual({ publicityState: "EXPIRED", publicityUntil: "2026-06-02" });
    expect(await rows(`select publicity_state from penalties where id = 'CF-GOLDEN-3'`)).toEqual([
      { publicity_state: "PUBLISHED" },
    ]);
  });
});

describe("a natural person's name", () => {
  it.each([
    ["anonymous", "张**"],
    ["citizen-2", "张**"],
    ["app-partner", "张**"],
    ["officer-2", "张**"],
    ["citizen-1", "张示例"],
    ["officer-1", "张示例"],
    ["supervisor-1", "张示例"],
  ] as const)("is for %s: %s", async (viewer, name) => {
    const { body } = await stack.ask(
      `{ administrativePenalty(id: "CF-PERSON-1") { counterpartyName counterparty { id } } }`,
      { viewer },
    );
    expect(body.data.administrativePenalty).toEqual({ counterpartyName: name, counterparty: null });
  });
});

describe("list entries", () => {
  it("are the standing ones for the public, by independent SQL", async () => {
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await stack.ask(
        `query($after: String) { listEntries(first: 3, after: $after) { nodes { id subject { name } } pageInfo { hasNextPage endCursor } } }`,
        { variables: { after } },
      );
      ids.push(...body.data.listEntries.nodes.map(({ id }: { id: string }) => id));
      if (!body.data.listEntries.pageInfo.hasNextPage) break;
      after = body.data.listEntries.pageInfo.endCursor;
    }
    const expected = await rows(
      `select id from list_entries where listed_on <= '2026-09-28' and coalesce(expires_on, '9999-12-31') >= '2026-09-28' and coalesce(removed_on, '9999-12-31') > '2026-09-28' order by listed_on desc, id`,
    );
    expect(ids).toEqual(expected.map(({ id }) => id));
    const [hidden] = await rows(
      `select count(*)::int as n from list_entries where not (listed_on <= '2026-09-28' and coalesce(expires_on, '9999-12-31') >= '2026-09-28' and coalesce(removed_on, '9999-12-31') > '2026-09-28')`,
    );
    expect(hidden!["n"]).toBeGreaterThan(0);
  });
});

describe("licences", () => {
  it("say whether they are valid on the day and link to their matter", async () => {
    const { body } = await stack.ask(
      `{ licences(first: 100) { nodes { state validFrom validTo publishedLate decisionDate publishedOn matter { taskName } authority { name } } } }`,
    );
    const states = new Set(body.data.licences.nodes.map(({ state }: { state: string }) => state));
    expect(states.has("VALID")).toBe(true);
    for (const licence of body.data.licences.nodes)
      if (licence.validTo < "2026-09-28") expect(licence.state).toBe("INVALID");
    expect(body.data.licences.nodes.some(({ publishedLate }: { publishedLate: boolean }) => publishedLate)).toBe(true);
  });
});

describe("200 organisations at once", () => {
  it("cost a bounded number of statements", async () => {
    const ids = (await rows(`select distinct counterparty_id as id from licences limit 200`)).map(({ id }) => ({
      __typename: "Organization",
      id,
    }));
    let statements = 0;
    const onQuery = (): void => void (statements += 1);
    db.on("query", onQuery);
    await stack.askSubgraph(
      "credit",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { creditOverview { licences } penalties(first: 5) { totalCount nodes { id } } licences(first: 3) { nodes { id } } listEntries(first: 3) { totalCount } } } }`,
      { variables: { r: ids } },
    );
    db.off("query", onQuery);
    expect(statements).toBe(9);
  });
});
