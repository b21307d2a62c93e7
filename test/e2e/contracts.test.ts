/** A contract at its path: a narrower graph over the same services, of which nothing that is left out is ever named, swapped with the rest. */
import "reflect-metadata";
import { createHash } from "node:crypto";
import { buildClientSchema, getIntrospectionQuery, printSchema, type IntrospectionQuery } from "graphql";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { SchemaEdition } from "../../gateway/generation/generation.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { closedAs } from "../support/closures.js";
import { logTo, NOTHING_CLOSED, oneGoodToken, startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";

const description = { zh: "商铺", en: "Shops" };
const SHOPS = `
type Query { shop(id: ID!): Shop some(first: Int): [Shop] }
type Shop { id: ID! name: String next: Shop broken: String }
`;
/** Holds every type that a node may be. */
const NODES = `
type Query { node: Node shop(id: ID!): Shop }
interface Node { id: ID! }
type Shop implements Node { id: ID! stars: Int }
`;
const contract = (name: string, schema: string): NonNullable<SchemaEdition["contracts"]>[number] => ({
  name,
  description,
  schema,
});
const NAME_CLOSED: PolicyTable = {
  ...NOTHING_CLOSED,
  fields: [
    { subgraph: "shops", type: "Shop", field: "name", tier: ["NEVER"], reason: "TRADE_SECRET", basis: "OGI-2019-15" },
  ],
  subgraphs: Object.fromEntries(
    ["shops", "ratings"].map((name) => [name, { hash: name, enforces: false, owner: { zh: "店", en: "Shop" } }]),
  ) as never,
};
const BOTH: SchemaEdition = {
  supergraph: fixtureSupergraph(),
  policy: NOTHING_CLOSED,
  contracts: [contract("shops", SHOPS), contract("nodes", NODES)],
};

let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
const lines: string[] = [];
let edition = BOTH;
beforeAll(async () => {
  subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  gateway = await startFixtureGateway(subgraphs, {
    edition: () => edition,
    verifier: oneGoodToken(),
    log: logTo(lines),
  });
});
afterEach(() => reload(BOTH));
afterAll(async () => {
  await gateway.stop();
  for (const subgraph of subgraphs) await subgraph.stop();
});

const reload = async (next: SchemaEdition): Promise<void> => {
  edition = { ...next, supergraph: closedAs(next.supergraph, next.policy) };
  await gateway.reload();
};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const at = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await fetch(`${gateway.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as object) };
};

const ask = (name: string, query: string, headers?: Record<string, string>): Promise<Answer> =>
  at(`/contracts/${name}/graphql`, { query }, headers);

const codes = ({ errors = [] }: Answer): unknown[] => errors.map(({ extensions }) => extensions["code"]);
const INVALID = ["GRAPHQL_VALIDATION_FAILED"];

describe("a contract", () => {
  it("answers what it holds as the whole graph does, the first time and again", async () => {
    const query = `{ shop(id: "1") { __typename name next { name } } }`;
    const data = { shop: { __typename: "Shop", name: "Shop 1", next: { name: "Shop 1x" } } };
    expect((await ask("shops", query)).data).toEqual(data);
    expect((await ask("shops", query)).data).toEqual(data);
    expect((await at("/graphql", { query })).data).toEqual(data);
    const url = `${gateway.url}/contracts/shops/graphql?${new URLSearchParams({ query }).toString()}`;
    const got = (await (await fetch(url, { headers: { "apollo-require-preflight": "1" } })).json()) as Answer;
    expect(got.data).toEqual(data);
  });

  it.each([
    ["a field", `{ shop(id: "1") { stars } }`],
    ["a root", `{ topics }`],
    ["an argument", `{ shop(id: "1") { broken(text: "a") } }`],
    ["a type", `{ shop(id: "1") { ... on Node { id } } }`],
    ["a field that is nearly written so", `{ shop(id: "1") { star nam note2 } }`],
    ["a root that is nearly written so", `{ topic shopss }`],
  ])(
    "refuses %s that it does not hold and names nothing of the kind, though the whole graph knows it",
    async (_case, query) => {
      await at("/graphql", { query });
      const { data, errors, text } = await ask("shops", query);
      expect(data).toBeUndefined();
      expect(errors!.every(({ extensions }) => extensions["code"] === "GRAPHQL_VALIDATION_FAILED")).toBe(true);
      const told = text.replaceAll(/Cannot query field \\"\w+\\"|Unknown (argument|type) \\"\w+\\"/g, "");
      expect(told).not.toMatch(/stars|topics|note|Node|node/);
    },
  );

  it("keeps the documents of the whole graph and of other contracts apart from its own", async () => {
    const query = `{ shop(id: "1") { stars } }`;
    expect((await at("/graphql", { query })).data).toEqual({ shop: { stars: 4 } });
    expect((await ask("nodes", query)).data).toEqual({ shop: { stars: 4 } });
    expect(codes(await ask("shops", query))).toEqual(INVALID);
    expect(codes(await ask("shops", `{ node { id } }`))).toEqual(INVALID);
    expect((await ask("nodes", `{ node { id } }`)).errors ?? []).toEqual([]);
  });

  it("is told of itself alone by introspection, and gives the same as text", async () => {
    const { data } = await ask("shops", getIntrospectionQuery());
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(["shop", "some"]);
    expect(printSchema(schema)).not.toMatch(/stars|topics|Node/);
    expect((await ask("shops", `{ __type(name: "Node") { name } }`)).data).toEqual({ __type: null });
    expect((await at("/graphql", { query: `{ __type(name: "Node") { name } }` })).data).toEqual({
      __type: { name: "Node" },
    });
    const text = await fetch(`${gateway.url}/contracts/shops/schema.graphql`);
    expect([text.status, await text.text()]).toEqual([200, SHOPS]);
  });

  it("answers questions about the schema for itself, beside data and by fragments too", async () => {
    const query = `query Q($no: Boolean!) { ...S shop(id: "1") { ...N } }
      fragment S on Query { __schema { types { name fields { name args { name } } } } n: __type(name: "Node") { name } }
      fragment N on Shop { name ... on Shop @skip(if: $no) { id } }`;
    const asked = { query, variables: { no: true } };
    for (let time = 0; time < 2; time += 1) {
      const whole = await at("/graphql", asked);
      expect([whole.text.includes("stars"), whole.data!["n"]]).toEqual([true, { name: "Node" }]);
      const { data, text } = await at("/contracts/shops/graphql", asked);
      expect([data!["n"], data!["shop"]]).toEqual([null, { name: "Shop 1" }]);
      expect(text).not.toMatch(/stars|topics|Node|"note"|"text"/);
    }
  });

  it("takes no other ways in than the whole graph", async () => {
    const query = `{ shop(id: "1") { stars } }`;
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
    await at("/graphql", { query, ...byHash });
    expect((await at("/graphql", byHash)).data).toEqual({ shop: { stars: 4 } });
    for (const asked of [byHash, { query, ...byHash }])
      expect(codes(await at("/contracts/shops/graphql", asked))).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    const ways: object[] = [
      [{ query }, { query: "{ topics }" }],
      { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
      { documentId: `sha256:${sha256Hash}` },
      { query: '{ shop(id: "1") { name } } { topics }' },
    ];
    for (const way of ways) {
      const [whole, part] = [await at("/graphql", way), await at("/contracts/shops/graphql", way)];
      expect([part.data, part.status, codes(part)]).toEqual([undefined, whole.status, codes(whole)]);
      expect(codes(part)).toHaveLength(1);
    }
    for (const method of ["HEAD", "PUT", "DELETE"]) {
      const of = async (path: string): Promise<number> =>
        (await fetch(`${gateway.url}${path}?query={topics}`, { method, headers: { "apollo-require-preflight": "1" } }))
          .status;
      expect(await of("/contracts/shops/graphql")).toBe(405);
      expect(await of("/graphql")).toBe(405);
    }
  });

  it("keeps the limits, the price and the refusals of the whole graph, and counts no field that it does not hold", async () => {
    const deep = `{ shop(id: "1") ${"{ next ".repeat(40)} { name } ${"}".repeat(40)} }`;
    expect((await ask("shops", deep)).errors![0]!.extensions["code"]).toBe(
      (await at("/graphql", { query: deep })).errors![0]!.extensions["code"],
    );
    expect((await ask("shops", `{ shop(id: "1") { name } }`, { authorization: "Bearer bad" })).status).toBe(401);
    const cost = (extensions: Readonly<Record<string, unknown>> | undefined): unknown => {
      // What is left is less with each of them.
      return { ...(extensions?.["cost"] as Record<string, unknown>), remaining: undefined };
    };
    expect(cost((await ask("shops", `{ some(first: 3) { name } }`, { "x-cost": "show" })).extensions)).toEqual(
      cost((await at("/graphql", { query: `{ some(first: 3) { name } }` }, { "x-cost": "show" })).extensions),
    );
    const left = async (name: string, query: string): Promise<number> =>
      Number(/r=(\d+)/.exec((await ask(name, query)).headers.get("ratelimit") ?? "")?.[1]);
    const before = await left("shops", `{ shop(id: "1") { name } }`);
    const known = before - (await left("shops", `{ nothing(first: 90) { name } }`));
    const hidden = before - known - (await left("shops", `{ shops { name } }`));
    expect(hidden).toBe(known);
  });

  it("is named in the line of a request", async () => {
    lines.length = 0;
    await ask("shops", `query Named { shop(id: "1") { id } }`);
    await at("/graphql", { query: `query Named { shop(id: "1") { id } }` });
    const logged = lines.flatMap((line) =>
      line.includes("Named") ? [JSON.parse(line) as Record<string, unknown>] : [],
    );
    expect(logged.map(({ contract: name }) => name)).toEqual(["shops", undefined]);
  });

  it("withholds what is closed as the whole graph does", async () => {
    await reload({ ...BOTH, policy: NAME_CLOSED });
    const { data, extensions } = await ask("shops", `{ shop(id: "1") { id name } }`);
    expect(data).toEqual({ shop: { id: "1", name: null } });
    expect(extensions).toMatchObject({ withheld: [{ path: ["shop", "name"], rule: "Shop.name" }] });
  });
});

describe("the paths of contracts", () => {
  it("list them", async () =>
    expect(await (await fetch(`${gateway.url}/contracts`)).json()).toEqual({
      contracts: ["shops", "nodes"].map((name) => ({
        ...{ name, description },
        graphql: `/contracts/${name}/graphql`,
        schema: `/contracts/${name}/schema.graphql`,
      })),
    }));

  it.each(["nothing", "__proto__", "constructor", "SHOPS", "..%2fgraphql", "%E0%A4%A"])(
    "refuse the name %s cleanly",
    async (name) => {
      for (const path of [`/contracts/${name}/graphql`, `/contracts/${name}/schema.graphql`]) {
        const response = await fetch(`${gateway.url}${path}`, {
          ...(path.endsWith("graphql") && !path.includes("schema")
            ? { method: "POST", headers: { "content-type": "application/json" }, body: `{"query":"{ topics }"}` }
            : {}),
        });
        const { errors } = (await response.json()) as Answer;
        const [code, status] = name.includes("%E0") ? ["BAD_USER_INPUT", 400] : ["NOT_FOUND", 404];
        expect([response.status, errors?.[0]?.extensions["code"]]).toEqual([status, code]);
      }
    },
  );

  it("are read by pages of allowed origins, and take no other method", async () => {
    const preflight = await fetch(`${gateway.url}/contracts/shops/graphql`, {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-method": "POST" },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect((await fetch(`${gateway.url}/contracts/shops/schema.graphql`, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${gateway.url}/contracts`, { method: "DELETE" })).status).toBe(405);
  });
});

describe("another edition", () => {
  it("gives and takes contracts and what they hold, of documents that are known already too", async () => {
    const query = `{ shop(id: "1") { name } }`;
    expect((await ask("shops", query)).status).toBe(200);
    const narrower = SHOPS.replace("name: String ", "");
    await reload({ ...BOTH, contracts: [contract("shops", narrower)] });
    expect(codes(await ask("shops", query))).toEqual(INVALID);
    expect((await ask("shops", `{ shop(id: "1") { id } }`)).data).toEqual({ shop: { id: "1" } });
    expect((await ask("nodes", `{ node { id } }`)).status).toBe(404);
    await reload({ ...BOTH, contracts: [] });
    expect((await ask("shops", query)).status).toBe(404);
    await reload(BOTH);
    expect((await ask("shops", query)).data).toEqual({ shop: { name: "Shop 1" } });
  });

  it("is ended in the contract in which a request began", async () => {
    const held = subgraphs[0]!.hold((body) => body.includes("shop"));
    const asked = ask("shops", `{ shop(id: "1") { name } }`);
    while (held.count() === 0) await new Promise((resolve) => setImmediate(resolve));
    await reload({ ...BOTH, contracts: [] });
    held.release();
    expect((await asked).data).toEqual({ shop: { name: "Shop 1" } });
  });

  it.each([
    ["a field", SHOPS.replace("name: String", "name: String secret: String"), /shops shows Shop\.secret,/],
    ["another type", SHOPS.replace("name: String", "name: Int"), /shops shows Shop\.name,/],
    ["a required argument less", SHOPS.replace("(id: ID!)", ""), /shops shows Query\.shop\(id:\),/],
    ["a type", `${SHOPS} type Ghost { id: ID! } extend type Query { ghost: Ghost }`, /shops shows Query\.ghost,/],
    ["no schema", "type Query { shop: ", /contract shops is no schema/],
  ])("is refused as a whole where a contract shows %s that the graph has not", async (_case, schema, sentence) => {
    await expect(reload({ ...BOTH, contracts: [contract("shops", schema)] })).rejects.toThrow(sentence);
    expect((await ask("nodes", `{ shop(id: "1") { stars } }`)).data).toEqual({ shop: { stars: 4 } });
  });
});
