/** The thinnest thing through every layer: database, subgraph, signed request, gateway, viewer, policy. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

describe("the graph", () => {
  it("answers an organisation with its division to an anonymous reader", async () => {
    const { body } = await stack.ask(
      `{ organization(uscc: "91990101MA9000011P") { id name kind division { code name parent { name } } } }`,
    );
    expect(body).toEqual({
      data: {
        organization: {
          id: "CN-USCC-91990101MA9000011P",
          name: "延边白山松餐饮有限公司（演示）",
          kind: "ENTERPRISE",
          division: { code: "222401", name: "延吉市", parent: { name: "延边朝鲜族自治州" } },
        },
      },
    });
  });

  it("joins the signed-in viewer with the agency in another subgraph", async () => {
    const { body } = await stack.ask(`{ me { username roles agency { name } } }`, { viewer: "officer-1" });
    expect(body.data.me).toEqual({
      username: "officer-1",
      roles: ["agency_officer"],
      agency: { name: "延吉市市场监督管理局（演示）" },
    });
  });

  it("shows no one to an anonymous reader of me", async () => {
    expect((await stack.ask(`{ me { username } }`)).body).toEqual({ data: { me: null } });
  });

  it("refuses a bad token and does not make it anonymous", async () => {
    const { status, headers, body } = await stack.ask(`{ me { username } }`, { viewer: "nobody" as "agent-1" });
    expect([status, body.errors?.[0]?.extensions["code"], headers.get("www-authenticate")]).toEqual([
      401,
      "UNAUTHENTICATED",
      expect.stringContaining("Bearer"),
    ]);
  });

  it("finds names by the words in them, and by an abbreviation of no name at all not", async () => {
    const { body } = await stack.ask(
      `{ organizations(search: "市场监督", first: 3) { nodes { name } pageInfo { hasNextPage } } }`,
    );
    expect(body.data.organizations.nodes).toHaveLength(3);
    for (const { name } of body.data.organizations.nodes) expect(name).toContain("市场监督");
  });

  it("pages without gaps or repeats", async () => {
    const names: string[] = [];
    for (let after: string | null = null; ;) {
      const { body } = await stack.ask(
        `query($after: String) { organizations(first: 50, after: $after, orderBy: ID) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { variables: { after } },
      );
      names.push(...body.data.organizations.nodes.map(({ id }: { id: string }) => id));
      after = body.data.organizations.pageInfo.endCursor;
      if (!body.data.organizations.pageInfo.hasNextPage) break;
    }
    const rows = (await stack.databases["reference"]!.raw(`select id from organizations order by id`)) as {
      rows: { id: string }[];
    };
    expect(names).toEqual(rows.rows.map(({ id }) => id));
  });
});

describe("disclosure", () => {
  const query = `{ organization(uscc: "11990101MB9000015E") { name contact } }`;

  it("withholds a closed field with its reason and basis", async () => {
    const { body } = await stack.ask(query, { viewer: "officer-2" });
    expect(body.data.organization.contact).toBeNull();
    expect(body.extensions?.["withheld"]).toEqual([
      expect.objectContaining({
        path: ["organization", "contact"],
        count: 1,
        rule: "Organization.contact",
        reason: "INTERNAL_AFFAIRS",
        basis: "OGI-2019-16",
      }),
    ]);
  });

  it.each(["officer-1", "supervisor-1"] as const)("shows it to %s", async (viewer) => {
    const { body } = await stack.ask(query, { viewer });
    expect(body.data.organization.contact).toMatch(/^演示联系方式/);
    expect(body.extensions).toBeUndefined();
  });
});

describe("bad input", () => {
  it.each([
    [`{ organization(uscc: "91990101MA9000011Q") { id } }`, "uscc", "USCC_CHECK_CHARACTER"],
    [`{ division(code: "2224") { name } }`, "division", "DIVISION_CODE"],
    [`{ organizations(first: 101) { nodes { id } } }`, "first", "MAX"],
    [`{ organizations(first: -1) { nodes { id } } }`, "first", "MIN"],
    [`{ organizations(after: "forged") { nodes { id } } }`, "after", "CURSOR"],
  ])("names argument and rule in %s", async (query, argument, rule) => {
    const { body } = await stack.ask(query);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: expect.stringMatching("BAD_USER_INPUT"),
      argument,
      rule,
    });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|select|91990101MA9000011Q/);
  });

  it("refuses a fragment bomb before it is planned", async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, index) =>
        `fragment f${index} on Division { a${index}: parent { ...f${index + 1} } b${index}: parent { ...f${index + 1} } }`,
    );
    const { status, body } = await stack.ask(
      `{ division(code: "222401") { ...f0 } } ${fragments.join(" ")} fragment f14 on Division { name }`,
    );
    expect([status, body.errors?.[0]?.extensions["code"]]).toEqual([400, "LIMIT_EXCEEDED"]);
  });

  it("refuses the name of an operation that the document does not hold", async () => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "query A { me { username } }", operationName: "B" }),
    });
    expect([response.status, ((await response.json()) as { errors: unknown[] }).errors]).toEqual([
      400,
      [expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", reason: "OPERATION_NAME" } })],
    ]);
  });

  it("refuses batches", async () => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `[{"query":"{__typename}"}]`,
    });
    expect(response.status).toBe(400);
  });

  it("gives null for an unknown key", async () => {
    expect((await stack.ask(`{ organization(id: "CN-USCC-none") { id } legalBasis(id: "x") { id } }`)).body).toEqual({
      data: { organization: null, legalBasis: null },
    });
  });
});

describe("a subgraph asked directly", () => {
  it.each([`{ _service { sdl } }`, `{ __typename }`])("refuses %s without a signature", async (query) => {
    expect((await stack.askSubgraph("reference", query, { signed: false })).status).toBe(401);
  });

  it("resolves 200 entities in one statement, null for an unknown key", async () => {
    const { rows } = (await stack.databases["reference"]!.raw("select id from organizations limit 199")) as {
      rows: { id: string }[];
    };
    const references = [
      ...rows.map(({ id }) => ({ __typename: "Organization", id })),
      { __typename: "Organization", id: "none" },
    ];
    let statements = 0;
    const count = (): void => void (statements += 1);
    stack.databases["reference"]!.on("query", count);
    const { body } = await stack.askSubgraph(
      "reference",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { id name } } }`,
      { variables: { r: references } },
    );
    stack.databases["reference"]!.off("query", count);
    expect(body.data._entities.map((entity: { id: string } | null) => entity?.id)).toEqual([
      ...rows.map(({ id }) => id),
      undefined,
    ]);
    expect(statements).toBe(1);
  });
});
