/** Tests of examples of `npm run partner -- init`: each installs, passes its own tests and the check, and is asked through a gateway. */
import type { Stack } from "../../commands/partner/init/example.js";
import { readInstallation } from "../../commands/partner/installation.js";
import { startMock } from "../../commands/partner/mock/mock-server.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
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
import type { HttpService } from "../../platform/http/index.js";
import { freePorts } from "./commands.js";
import { startFixtureGateway } from "./fixture-gateway.js";
import { missingPrograms, writePartnerExample, type PartnerExample } from "./partner-example.js";

const ON = "2026-11-29";
const partnerKeys = parsePartnerKeys(createPartnerKey("partner"));

interface Reply {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const post = (url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: "POST", headers, body });

const ask = async (url: string, query: string): Promise<Reply> => {
  const reply = await post(`${url}/graphql`, JSON.stringify({ query }), { "content-type": "application/json" });
  return (await reply.json()) as Reply;
};

/** Declares the tests of these stacks. Those whose programs are missing are named on stderr, and where CI runs they fail. */
export const describeExamples = (stacks: readonly Stack[]): void => {
  const tried = stacks.filter((stack) => missingPrograms(stack).length === 0);

  it("are tried, each of them", () => {
    process.stderr.write(`Examples that are tried: ${tried.join(", ")}.\n`);
    const left = stacks.flatMap((stack) => {
      const missing = missingPrograms(stack);
      return missing.length > 0 ? [`${stack}, for want of ${missing.join(" and ")}`] : [];
    });
    if (left.length > 0) process.stderr.write(`EXAMPLES THAT ARE NOT TRIED: ${left.join("; ")}.\n`);
    if (process.env["CI"] === "true") expect(left).toEqual([]);
  });

  const mocks: { readonly name: string; readonly url: string; readonly service: HttpService }[] = [];
  const urls = new Map<string, string>();
  let gateway: RunningGateway;
  let edition = readSchemaEdition;

  beforeAll(async () => {
    const ports = await freePorts(tried.length);
    tried.forEach((stack, index) => urls.set(stack, `http://127.0.0.1:${ports[index]}/graphql`));
    for (const { name, sdl } of readInstallation("examples", { owner: undefined, on: ON }).others) {
      if (name === "gateway") continue;
      const service = await startMock({ name, url: "", sdl }, { port: 0 });
      mocks.push({ name, url: `${service.url}/graphql`, service });
    }
    gateway = await startFixtureGateway([...mocks, ...[...urls].map(([name, url]) => ({ name, url }))], {
      edition: () => edition(),
      partnerKeys,
      contextKeys: keysOfSubgraphs(
        { names: mocks.map(({ name }) => name), keys: parseGatewayKeys(createGatewayKey("test")) },
        partnerKeys,
      ),
    });
  });
  afterAll(async () => {
    await gateway.stop();
    for (const { service } of mocks) await service.stop();
  });

  describe.each(tried)("%s", (stack) => {
    let example: PartnerExample;
    let url: string;
    const signed = (body: string, subgraph: string = stack): Readonly<Record<string, string>> =>
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
    const body = JSON.stringify({ query: `{ dwelling(id: "1") { id } }` });

    beforeAll(async () => {
      example = writePartnerExample(stack);
      url = urls.get(stack)!;
      await example.install();
      await example.start(gateway.url, Number(new URL(url).port));
    });
    afterAll(() => example.remove());

    it("passes the check as written and as it prints itself, with one closed field", async () => {
      const installation = readInstallation(stack, { owner: undefined, on: ON });
      const asked = JSON.stringify({ query: "{ _service { sdl } }" });
      const { data } = (await (await post(url, asked, signed(asked))).json()) as {
        data: { _service: { sdl: string } };
      };
      for (const sdl of [example.source().sdl, data._service.sdl]) {
        const { problems, disclosed, clients } = await checkPartner({ ...example.source(), sdl }, installation);
        expect([problems, clients]).toEqual([[], []]);
        expect(disclosed.closed.map(({ name }) => name)).toEqual(["Dwelling.tenantName"]);
      }
    });

    it("is asked through the gateway, which knows the name of its organisation and withholds what is closed", async () => {
      const { others, facts } = readInstallation(stack, { owner: undefined, on: ON });
      edition = () => compose([...others, { ...example.source(), url }], facts);
      await gateway.reload();
      const { data, errors, extensions } = await ask(
        gateway.url,
        `{ dwelling(id: "1") { id area tenantName keeper { id name } } dwellings(first: 1) { id } }`,
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        dwelling: {
          ...{ id: "1", area: 62.5, tenantName: null },
          keeper: { id: "CN-USCC-11990101MB9000015E", name: expect.stringMatching(/./) },
        },
        dwellings: [{ id: "1" }],
      });
      expect(extensions?.["withheld"]).toEqual([
        expect.objectContaining({
          path: ["dwelling", "tenantName"],
          rule: "Dwelling.tenantName",
          reason: "PERSONAL_PRIVACY",
        }),
      ]);
    });

    it("gives entities by their key", async () => {
      const entities = JSON.stringify({
        query: `{ _entities(representations: [{ __typename: "Dwelling", id: "2" }, { __typename: "Dwelling", id: "9" }]) { ... on Dwelling { id area } } }`,
      });
      expect(await (await post(url, entities, signed(entities))).json()).toEqual({
        data: { _entities: [{ id: "2", area: 48 }, null] },
      });
    });

    it("takes a signed request once, and answers 401 to one without a signature or for another", async () => {
      const headers = signed(body);
      expect(await (await post(url, body, headers)).json()).toEqual({ data: { dwelling: { id: "1" } } });
      const refused: readonly Readonly<Record<string, string>>[] = [
        headers,
        { "content-type": "application/json" },
        signed(body, "another"),
        { ...signed(body), "govgraph-viewer": "eyJ0aWVycyI6WyJTVVBFUlZJU09SIl19" },
      ];
      for (const given of refused) expect((await post(url, body, given)).status).toBe(401);
      expect((await post(url, `${body} `, signed(body))).status).toBe(401);
      expect((await post(`${url}?a=1`, body, signed(body))).status).toBe(401);
    });

    it("answers nothing else unsigned but its health", async () => {
      for (const path of ["/", "/graphql", `/graphql?query=${encodeURIComponent("{ __typename }")}`]) {
        const reply = await fetch(new URL(path, url), { headers: { accept: "text/html" } });
        expect([401, 404, 405]).toContain(reply.status);
      }
    });
  });
};
