/** A subgraph that is made of a mapping file: its SDL passes the check, and the gateway asks it as any partner. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readInstallation } from "../../commands/partner/installation.js";
import { startMock } from "../../commands/partner/mock/mock-server.js";
import { serveMapping } from "../../commands/partner/connect/serve-mapping.js";
import { readMappingFile } from "../../commands/partner/connect/mapping-file.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import {
  createGatewayKey,
  createPartnerKey,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
  signContext,
} from "../../platform/auth/index.js";
import { compose } from "../../platform/composition/index.js";
import { checkPartner } from "../../platform/composition/partner/index.js";
import { sdlOf } from "../../platform/connect/index.js";
import type { HttpService } from "../../platform/http/index.js";
import { freePorts } from "../support/commands.js";
import { PERMITS, permitsMapping } from "../support/connect/permits.js";
import { startJsonBackend, type JsonBackend } from "../support/connect/json-backend.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";

const ON = "2026-11-29";
const SECRET = "s3cret-of-the-backend";

describe("a mapping behind the gateway", () => {
  const partnerKeys = parsePartnerKeys(createPartnerKey("partner"));
  const services: HttpService[] = [];
  const folder = mkdtempSync(join(tmpdir(), "govgraph-connect-"));
  let backend: JsonBackend;
  let gateway: RunningGateway;
  let connect: HttpService;
  let sdl: string;

  beforeAll(async () => {
    backend = await startJsonBackend();
    const file = join(folder, "permits.yaml");
    writeFileSync(file, permitsMapping(backend.url));
    const mapping = readMappingFile(file);
    sdl = sdlOf(mapping);
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}/graphql`;
    const { others, facts } = readInstallation("permits", { owner: undefined, on: ON });
    const mocks: { name: string; url: string }[] = [];
    for (const source of others.filter(({ name }) => name !== "gateway")) {
      const mock = await startMock(source, { port: 0 });
      services.push(mock);
      mocks.push({ name: source.name, url: `${mock.url}/graphql` });
    }
    gateway = await startFixtureGateway([...mocks, { name: "permits", url }], {
      edition: () => compose([...others, { name: "permits", url, sdl }], facts),
      partnerKeys,
      contextKeys: keysOfSubgraphs(
        { names: mocks.map(({ name }) => name), keys: parseGatewayKeys(createGatewayKey("test")) },
        partnerKeys,
      ),
    });
    connect = await serveMapping(mapping, {
      ...{ CONNECT_GATEWAY_URL: gateway.url, CONNECT_PORT: String(port), CONNECT_NOTICE_MS: "0" },
      ...{ CONNECT_LOG_LEVEL: "silent", PERMITS_TOKEN: SECRET },
    });
    services.push(connect);
  });
  afterAll(async () => {
    await gateway.stop();
    for (const service of services) await service.stop();
    await backend.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = async (query: string): Promise<Record<string, unknown>> => {
    const reply = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return (await reply.json()) as Record<string, unknown>;
  };

  it("passes the check, with its closed field", async () => {
    const installation = readInstallation("permits", { owner: undefined, on: ON });
    const { problems, disclosed, clients } = await checkPartner(
      { name: "permits", url: "", sdl, file: "permits.graphql" },
      installation,
    );
    expect([problems, clients]).toEqual([[], []]);
    expect(disclosed.closed.map(({ name }) => name)).toEqual(["Permit.holderName"]);
  });

  it("is asked through the gateway, which joins its organisation and withholds what is closed", async () => {
    backend.answer = ({ url }) => (url.pathname === "/api/v2/permits/7" ? { json: PERMITS[6] } : undefined);
    const { data, errors, extensions } = await ask(
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
    expect(backend.seen.at(-1)!.headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      "accept-language": "zh-CN",
    });
  });

  const body = JSON.stringify({ query: "{ _service { sdl } }" });
  const signed = (subgraph = "permits"): Readonly<Record<string, string>> =>
    signContext(
      {
        ...{ method: "POST", path: "/graphql", body },
        context: {
          subgraph,
          viewer: {},
          asOf: "2026-12-01T00:00:00.000Z",
          requestId: "00000000-0000-4000-8000-000000000000",
        },
      },
      partnerKeys,
    );
  const post = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${connect.url}/graphql`, { method: "POST", headers, body });

  it("gives its SDL to a signed request, once, and 401 to all others", async () => {
    const headers = signed();
    expect(await (await post(headers)).json()).toEqual({ data: { _service: { sdl } } });
    const before = backend.seen.length;
    for (const refused of [headers, { "content-type": "application/json" }, signed("housing")])
      expect((await post(refused)).status).toBe(401);
    expect(backend.seen.length).toBe(before);
  });
});
