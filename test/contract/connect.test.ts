/** A subgraph that is made of a mapping file: its SDL passes the check, and the gateway asks it as any partner. */
import { readMapping } from "../../platform/connect/index.js";
import { signContext } from "../../platform/auth/index.js";
import { checkMapping, startConnectedGateway, type ConnectedGateway } from "../support/connect/connected-gateway.js";
import { startJsonBackend, type JsonBackend } from "../support/connect/json-backend.js";
import { PERMITS, permitsMapping } from "../support/connect/permits.js";

const SECRET = "s3cret-of-the-backend";

describe("a mapping behind the gateway", () => {
  let backend: JsonBackend;
  let graph: ConnectedGateway;

  beforeAll(async () => {
    backend = await startJsonBackend();
    const mapping = readMapping(permitsMapping(backend.url), "permits.yaml");
    graph = await startConnectedGateway(mapping, { PERMITS_TOKEN: SECRET });
  });
  afterAll(async () => {
    await graph.stop();
    await backend.stop();
  });

  it("is ready before it is asked anything", async () => {
    expect((await fetch(new URL("/readyz", graph.url))).status).toBe(200);
  });

  it("passes the check, with its closed field", async () => {
    const { problems, disclosed, clients } = await checkMapping("permits", graph.sdl);
    expect([problems, clients]).toEqual([[], []]);
    expect(disclosed.closed.map(({ name }) => name)).toEqual(["Permit.holderName"]);
  });

  it("is asked through the gateway, which joins its organisation and withholds what is closed", async () => {
    backend.answer = ({ url }) => (url.pathname === "/api/v2/permits/7" ? { json: PERMITS[6] } : undefined);
    const { data, errors, extensions } = await graph.ask(
      `{ permit(id: "7") { id state issuedOn fee floor holderName keeper { name } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      permit: {
        ...{ id: "7", state: "OPEN", issuedOn: "2026-09-01", fee: "123.51", floor: 68.5, holderName: null },
        keeper: { name: expect.stringMatching(/^模拟/) },
      },
    });
    expect((extensions as { withheld: unknown[] }).withheld).toEqual([
      expect.objectContaining({ path: ["permit", "holderName"], reason: "PERSONAL_PRIVACY" }),
    ]);
  });

  it("sends the backend its secret and what the mapping says, and nothing of the viewer", () => {
    const { headers } = backend.seen.at(-1)!;
    expect(headers).toEqual({
      ...{ host: new URL(backend.url).host, connection: "keep-alive" },
      ...{ authorization: `Bearer ${SECRET}`, "accept-language": "zh-CN" },
      ...{ accept: "application/json", "accept-encoding": "identity" },
    });
  });

  it("tells the public a code of ours where the backend fails, and what is not touched by it", async () => {
    backend.answer = () => ({ status: 500, json: { message: "张三 220101199001011234" } });
    const answer = await graph.ask(`{ permit(id: "7") { id } negativeList(first: 1) { totalCount } }`);
    expect(answer["data"]).toEqual({ permit: null, negativeList: { totalCount: expect.any(Number) } });
    expect(answer["errors"]).toEqual([
      expect.objectContaining({
        path: ["permit"],
        extensions: expect.objectContaining({ code: "UPSTREAM_UNAVAILABLE", service: "permits" }),
      }),
    ]);
    expect(JSON.stringify(answer)).not.toContain("220101");
  });

  const body = JSON.stringify({ query: "{ _service { sdl } }" });
  const signed = (subgraph = "permits"): Readonly<Record<string, string>> =>
    signContext(
      {
        ...{ method: "POST", path: "/graphql", body },
        context: {
          ...{ subgraph, viewer: {}, asOf: "2026-12-01T00:00:00.000Z" },
          requestId: "00000000-0000-4000-8000-000000000000",
        },
      },
      graph.partnerKeys,
    );
  const post = (headers: Readonly<Record<string, string>>, sent = body): Promise<Response> =>
    fetch(graph.url, { method: "POST", headers, body: sent });

  it("gives its SDL to a signed request, once, and 401 to all others without asking the backend", async () => {
    const headers = signed();
    expect(await (await post(headers)).json()).toEqual({ data: { _service: { sdl: graph.sdl } } });
    const before = backend.seen.length;
    for (const refused of [headers, { "content-type": "application/json" }, signed("housing")])
      expect((await post(refused)).status).toBe(401);
    expect((await post(signed(), `${body} `)).status).toBe(401);
    expect(backend.seen.length).toBe(before);
  });

  it("answers its doors, and nothing else", async () => {
    const statusOf = async (path: string): Promise<number> => (await fetch(new URL(path, graph.url))).status;
    expect(await Promise.all(["/livez", "/readyz", "/metrics", "/", "/graphql"].map(statusOf))).toEqual([
      ...[200, 200, 200, 404, 401],
    ]);
  });
});
