/** `npm run partner -- dev`: a graph on one machine, in which a partner's own service stands among mocks and is composed again when it changes. */
import { startDevGraph, type DevGraph } from "../../commands/partner/dev/dev-graph.js";
import { readInstallation } from "../../commands/partner/installation.js";
import { startMock } from "../../commands/partner/mock/mock-server.js";
import { requestToken } from "../../infra/local/request-token.js";
import type { PartnerCheck } from "../../platform/composition/partner/index.js";
import type { HttpService } from "../../platform/http/index.js";
import { createLogger } from "../../platform/telemetry/index.js";

const sdl = (fields: string): string => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed"])
  type Query { dwelling(no: ID!): Dwelling }
  type Dwelling @key(fields: "no") {
    no: ID! holder: Organization ${fields}
    ownerName: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15")
  }
  type Organization @key(fields: "id", resolvable: false) { id: ID! }
`;

interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly withheld?: readonly object[] };
}

describe("the graph of a developer", () => {
  const service = sdl("rooms: Int area: Float");
  let now = sdl("rooms: Int");
  let readable = true;
  let own: HttpService;
  let graph: DevGraph;
  const checked: PartnerCheck[] = [];
  const unreadable: unknown[] = [];
  const ask = async (query: string, token?: string): Promise<Reply> => {
    const reply = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query }),
    });
    return (await reply.json()) as Reply;
  };
  beforeAll(async () => {
    own = await startMock({ name: "housing", url: "", sdl: service }, { port: 0 });
    graph = await startDevGraph({
      name: "housing",
      url: `${own.url}/graphql`,
      read: async () => {
        if (!readable) throw new Error("There is nothing.");
        return { name: "housing", url: "", sdl: now, file: "housing.graphql" };
      },
      installation: readInstallation("housing", { owner: undefined, on: "2026-11-29" }),
      ...{ port: 0, issuerPort: 0, everyMs: 3_600_000 },
      onChecked: (found) => checked.push(found),
      onUnreadable: (error) => unreadable.push(error),
      log: createLogger({ name: "test", level: "silent" }),
    });
    await graph.look();
  });
  afterAll(async () => {
    await graph.stop();
    await own.stop();
  });

  it("joins the partner's answer with the mocks', and closes what is closed", async () => {
    const { data, errors, extensions } = await ask(`{ dwelling(no: "7") { no rooms ownerName holder { name } } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      dwelling: {
        no: "7",
        rooms: expect.any(Number),
        ownerName: null,
        holder: { name: expect.stringMatching(/^模拟/) },
      },
    });
    expect(extensions?.withheld).toHaveLength(1);
  });

  it("closes the fields of mocks too, and knows who signs in", async () => {
    const token = (await requestToken(graph.issuerUrl, "officer-1", []))?.token;
    expect((await ask("{ me { username } }", token)).data).toEqual({ me: { username: "officer-1" } });
    expect((await ask("{ me { username } }")).data).toEqual({ me: null });
    const open = await ask(`{ organization(uscc: "91990101MA9000011P") { name contact } }`);
    expect(open.data).toMatchObject({ organization: { name: expect.stringMatching(/^模拟/), contact: null } });
    expect(open.extensions?.withheld).toHaveLength(1);
  });

  it("is composed anew when the SDL changes, once for each change", async () => {
    const before = checked.length;
    expect((await ask(`{ dwelling(no: "7") { area } }`)).errors?.[0]?.message).toContain("Cannot query field");
    now = service;
    await graph.look();
    await graph.look();
    expect(checked.length).toBe(before + 1);
    expect((await ask(`{ dwelling(no: "7") { area } }`)).data).toEqual({ dwelling: { area: expect.any(Number) } });
  });

  it("goes on with what was in use where the new SDL is refused or gone", async () => {
    now = sdl("holderAgain: Organization!");
    await graph.look();
    expect(checked.at(-1)!.problems[0]).toMatchObject({ name: "Dwelling.holderAgain" });
    readable = false;
    await graph.look();
    await graph.look();
    expect(unreadable).toHaveLength(1);
    expect((await ask(`{ dwelling(no: "7") { area } }`)).errors).toBeUndefined();
  });
});
