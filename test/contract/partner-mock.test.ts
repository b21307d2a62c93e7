/** `npm run partner -- mock`: a subgraph that answers made-up data of the right types, behind a gateway as the real one would. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { delayOf, shareOf } from "../../commands/partner/mock/behaviour.js";
import { startMock, type MockServerOptions } from "../../commands/partner/mock/mock-server.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import { projectPath } from "../../platform/config/index.js";
import type { HttpService } from "../../platform/http/index.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])
    @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed"])
  scalar Decree
  enum Kind { FLAT HOUSE }
  interface Building { no: ID! }
  type Query { dwelling(no: ID!): Dwelling dwellings(first: Int): DwellingPage building: Building broken: Int }
  type DwellingPage { nodes: [Dwelling!] total: Int! }
  type Dwelling implements Building @key(fields: "no") {
    no: ID! kind: Kind! rooms: Int area: Float builtOn: String decree: Decree holder: Organization
    ownerName: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15")
  }
  type Organization @key(fields: "id", resolvable: false) { id: ID! }
`;

interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const ask = async (url: string, query: string, variables: object = {}): Promise<Reply> => {
  const reply = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await reply.json()) as Reply;
};

describe("a mock", () => {
  const mocks: HttpService[] = [];
  const mock = async (options: Partial<MockServerOptions> = {}, sdl = SDL): Promise<HttpService> => {
    const started = await startMock({ name: "housing", url: "", sdl }, { port: 0, ...options });
    mocks.push(started);
    return started;
  };
  afterAll(async () => {
    for (const running of mocks) await running.stop();
  });

  const EVERYTHING = `{
    dwelling(no: "7") { no kind rooms area builtOn decree ownerName holder { id } }
    dwellings(first: 2) { total nodes { no rooms } } building { __typename no }
  }`;

  it("answers every type, twice in the same way, and otherwise with another seed", async () => {
    const { url } = await mock();
    const first = await ask(url, EVERYTHING);
    expect(first.errors).toBeUndefined();
    expect(first.data).toMatchObject({
      dwelling: {
        ...{
          no: "7",
          kind: expect.stringMatching(/^(FLAT|HOUSE)$/),
          rooms: expect.any(Number),
          area: expect.any(Number),
        },
        ...{ builtOn: expect.stringMatching(/^2026-\d\d-\d\d$/), ownerName: expect.stringMatching(/^模拟/) },
        holder: { id: expect.stringMatching(/^CN-USCC-[0-9A-Z]{18}$/) },
      },
      dwellings: { nodes: [{ no: expect.any(String) }, { no: expect.any(String) }] },
      building: { __typename: "Dwelling" },
    });
    expect(await ask(url, EVERYTHING)).toEqual(first);
    expect(await ask((await mock({ seed: 2 })).url, EVERYTHING)).not.toEqual(first);
  });

  it("knows an entity by its key, by whichever way it is reached", async () => {
    const { url } = await mock();
    const { data } = await ask(url, `{ dwellings { nodes { no rooms kind builtOn } } }`);
    const { nodes } = data!["dwellings"] as { nodes: { no: string }[] };
    const found = await ask(
      url,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dwelling { no rooms kind builtOn } } }`,
      { of: nodes.map(({ no }) => ({ __typename: "Dwelling", no })) },
    );
    expect(found.data).toEqual({ _entities: nodes });
    expect((await ask(url, `{ dwelling(no: "${nodes[0]!.no}") { no rooms kind builtOn } }`)).data).toEqual({
      dwelling: nodes[0],
    });
  });

  it("gives the SDL as it was written, and refuses what its schema has not", async () => {
    const { url } = await mock();
    expect((await ask(url, "{ _service { sdl } }")).data).toEqual({ _service: { sdl: SDL } });
    expect((await ask(url, "{ nothing }")).errors).toHaveLength(1);
    await expect(startMock({ name: "housing", url: "", sdl: "type Query {" }, { port: 0 })).rejects.toThrow(
      "is not SDL",
    );
  });

  it("fails in the share that is asked for, and waits", async () => {
    const { url } = await mock({ errors: 0.2, delay: [1, 2] });
    const replies = await Promise.all(Array.from({ length: 300 }, () => ask(url, "{ broken }")));
    const failed = replies.filter(({ errors }) => errors);
    expect(failed.length).toBeGreaterThan(30);
    expect(failed.length).toBeLessThan(90);
    expect(failed[0]!.errors![0]).toMatchObject({
      message: "A mocked error of Query.broken.",
      extensions: { code: "SERVICE_UNAVAILABLE" },
    });
  });

  it("is of a Federation 1 subgraph too", async () => {
    const { url } = await mock({}, `type Query { a: A } extend type A @key(fields: "id") { id: ID! @external n: Int }`);
    expect(
      (await ask(url, `{ _entities(representations: [{ __typename: "A", id: "1" }]) { ... on A { id n } } }`)).data,
    ).toEqual({
      _entities: [{ id: "1", n: expect.any(Number) }],
    });
  });
});

describe("options", () => {
  it.each([
    ["5%", 0.05],
    ["0.5", 0.5],
    ["0", 0],
    ["100%", 1],
  ])("the share %s", (text, share) => expect(shareOf(text)).toBe(share));
  it.each(["", "101%", "-1", "many", "%"])("no share: %j", (text) =>
    expect(() => shareOf(text)).toThrow("is no share"),
  );
  it.each([
    ["200", [200, 200]],
    ["200ms", [200, 200]],
    ["50-300", [50, 300]],
  ])("the delay %s", (text, delay) => expect(delayOf(text)).toEqual(delay));
  it.each(["", "5s", "300-50", "-5"])("no delay: %j", (text) => expect(() => delayOf(text)).toThrow("is no delay"));
});

describe("the whole graph, mocked", () => {
  const mocks: { readonly name: string; readonly url: string; readonly service: HttpService }[] = [];
  let gateway: RunningGateway;
  beforeAll(async () => {
    for (const file of readdirSync(projectPath("schema/subgraphs")).filter((name) => name !== "gateway.graphql")) {
      const name = file.replace(".graphql", "");
      const sdl = readFileSync(projectPath(`schema/subgraphs/${file}`), "utf8");
      const service = await startMock({ name, url: "", sdl }, { port: 0 });
      mocks.push({ name, url: `${service.url}/graphql`, service });
    }
    gateway = await startFixtureGateway(mocks, { edition: readSchemaEdition });
  });
  afterAll(async () => {
    await gateway.stop();
    for (const { service } of mocks) await service.stop();
  });

  it("answers a question that crosses services with values of the schema", async () => {
    const query = `{ organization(uscc: "91990101MA9000011P") { uscc name division { name } licences(first: 2) { totalCount nodes { docNo } } } }`;
    const { data, errors } = await ask(gateway.url, query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      organization: {
        uscc: "91990101MA9000011P",
        division: { name: expect.any(String) },
        licences: { nodes: [{}, {}] },
      },
    });
  });
});

describe("the command", () => {
  it("says where it answers, and ends when it is told", async () => {
    const child = spawn(
      process.execPath,
      [
        projectPath("dist/commands/partner.js"),
        "mock",
        "credit",
        projectPath("schema/subgraphs/credit.graphql"),
        "--port",
        "0",
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const [, url] = /^credit is mocked at (http:\/\/127\.0\.0\.1:\d+)\/graphql; end with Ctrl\+C\.$/.exec(line) ?? [];
    expect((await ask(url!, "{ __typename }")).data).toEqual({ __typename: "Query" });
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
  });
});
