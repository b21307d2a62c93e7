/** Names that a client chooses change the names of an answer and nothing else. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const ENTERPRISE = "91990101MA9000011P";

const dataOf = async (query: string, variables?: object) => {
  const { status, body } = await stack.ask(query, variables ? { variables } : {});
  expect([query, status, body.errors]).toEqual([query, 200, undefined]);
  return body.data;
};

describe("an alias with the name of a key", () => {
  it("gives its field, and the credit of the same body", async () => {
    const twin = await dataOf(
      `{ organization(uscc: "${ENTERPRISE}") { id uscc kind status name division { name } penalties(first: 1) { totalCount } } }`,
    );
    const { id, uscc, kind, name, division, penalties } = twin.organization;
    expect(id).not.toBe(uscc);
    expect(
      await dataOf(`{ organization(uscc: "${ENTERPRISE}") { id: uscc penalties(first: 1) { totalCount } } }`),
    ).toEqual({
      organization: { id: uscc, penalties },
    });
    expect(
      await dataOf(
        `{ organization(uscc: "${ENTERPRISE}") { id: division { name } penalties: name name: penalties(first: 1) { totalCount } } }`,
      ),
    ).toEqual({ organization: { id: division, penalties: name, name: penalties } });
    expect(
      await dataOf(
        `{ organization(uscc: "${ENTERPRISE}") { id: __typename __typename: kind key: id penalties(first: 1) { id: totalCount } } }`,
      ),
    ).toEqual({
      organization: { id: "Organization", __typename: kind, key: id, penalties: { id: penalties.totalCount } },
    });
  });

  it("gives each body of a list its own", async () => {
    const twin = await dataOf(`{ organizations(first: 3) { nodes { kind penalties(first: 1) { totalCount } } } }`);
    const { organizations } = await dataOf(
      `{ organizations(first: 3) { nodes { id: kind penalties(first: 1) { totalCount } } } }`,
    );
    expect(organizations.nodes).toHaveLength(3);
    expect(organizations.nodes).toEqual(
      twin.organizations.nodes.map(({ kind, penalties }: Record<string, unknown>) => ({ id: kind, penalties })),
    );
  });
});

describe("an alias with the name of a required field", () => {
  const REPORT = `creditReport { number hash verificationCode counts { listEntries licences } sections { kind lines { text } } }`;

  it("changes no report, and a listed body has no clean one", async () => {
    const of = (fields: string): string =>
      `{ listEntries(first: 1, kind: SERIOUS) { nodes { subject { ${fields} ${REPORT} } } } }`;
    const [twin] = (await dataOf(of("uscc kind shortName status"))).listEntries.nodes;
    expect(twin.subject.creditReport.counts.listEntries).toBeGreaterThan(0);
    for (const [fields, expected] of [
      ["id: uscc", { id: twin.subject.uscc }],
      ["uscc: status", { uscc: twin.subject.status }],
      ["name: shortName uscc: kind", { name: twin.subject.shortName, uscc: twin.subject.kind }],
    ] as const) {
      const { listEntries } = await dataOf(of(fields));
      expect(listEntries.nodes[0].subject).toEqual({ ...expected, creditReport: twin.subject.creditReport });
    }
  });

  it("opens no gate", async () => {
    const of = (fields: string): string =>
      `{ listEntries(first: 5, kind: SERIOUS) { nodes { subject { ${fields} creditGate { mayBid bars } } } } }`;
    for (const fields of [
      "onSeriousList: __typename",
      "onSeriousList: name",
      "onSeriousList: uscc seriousListSince: id",
    ]) {
      const { nodes } = (await dataOf(of(fields))).listEntries;
      expect(nodes.length).toBeGreaterThan(0);
      for (const { subject } of nodes) {
        expect(subject.creditGate.mayBid).toBe(false);
        expect(subject.creditGate.bars).toContain("SERIOUS_LIST");
      }
    }
  });
});

describe("conditions and variables", () => {
  it("of an object and its only field leave the object", async () => {
    const query = `query($p: Boolean!, $q: Boolean!) { organizations(first: 1) @skip(if: $p) { nodes @skip(if: $q) { name } } }`;
    expect(await dataOf(query, { p: false, q: true })).toEqual({ organizations: {} });
    expect(await dataOf(query, { p: true, q: false })).toEqual({});
    expect((await dataOf(query, { p: false, q: false })).organizations.nodes).toHaveLength(1);
  });

  it("of a field that requires another leave the rest of its service", async () => {
    const query = `query($p: Boolean!) { organization(uscc: "${ENTERPRISE}") { onSeriousList ... @include(if: $p) { creditReport { scope } } creditOverview { penalties } } }`;
    const [without, whole] = [await dataOf(query, { p: false }), await dataOf(query, { p: true })];
    expect(without.organization).toEqual({ onSeriousList: false, creditOverview: expect.any(Object) });
    expect(whole.organization).toMatchObject({ ...without.organization, creditReport: { scope: expect.any(String) } });
  });

  it("may have any name", async () => {
    const query = `query($representations: Int!, $v1: USCC!) { organization(uscc: $v1) { uscc penalties(first: $representations) { nodes { id } } } }`;
    const { organization } = await dataOf(query, { representations: 1, v1: ENTERPRISE });
    expect(organization.uscc).toBe(ENTERPRISE);
    expect(organization.penalties.nodes).toHaveLength(1);
  });

  it("that decide nothing are the client's mistake", async () => {
    const { status, body } = await stack.ask(
      `query($p: Boolean = true) { organizations(first: 1) @skip(if: $p) { totalCount } }`,
      {
        variables: { p: null },
      },
    );
    expect([status, body.errors?.[0]?.extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", argument: "p", rule: "BOOLEAN" },
    ]);
  });

  it("of a wrong type are told by the client's name", async () => {
    const { status, body } = await stack.ask(`query($first: Int) { organizations(first: $first) { totalCount } }`, {
      variables: { first: "many" },
    });
    expect([status, body.errors?.[0]?.message, body.errors?.[0]?.extensions["code"]]).toEqual([
      400,
      `Variable "$first" got an invalid value.`,
      "BAD_USER_INPUT",
    ]);
  });
});

describe("introspection", () => {
  it("is answered beside data, in the client's order and by its names, with isOneOf", async () => {
    const before = await stack.subgraphRequests();
    const data = await dataOf(
      `query($n: String!) { me: __typename s: __schema { queryType { ...T } } ... { a: __type(name: $n) { isOneOf name } } ...R } fragment T on __Type { name } fragment R on Query { b: __type(name: "OrgKind") { ...T isOneOf } }`,
      { n: "Organization" },
    );
    expect(JSON.stringify(data)).toBe(
      `{"me":"Query","s":{"queryType":{"name":"Query"}},"a":{"isOneOf":null,"name":"Organization"},"b":{"name":"OrgKind","isOneOf":null}}`,
    );
    expect(await stack.subgraphRequests()).toBe(before);
    const inputs = await dataOf(`{ __schema { types { kind isOneOf } } organization(uscc: "${ENTERPRISE}") { uscc } }`);
    expect(inputs.organization).toEqual({ uscc: ENTERPRISE });
    const { types } = inputs.__schema as { types: { kind: string; isOneOf: boolean | null }[] };
    expect(types.filter(({ kind }) => kind === "INPUT_OBJECT").every(({ isOneOf }) => isOneOf === false)).toBe(true);
  });
});
