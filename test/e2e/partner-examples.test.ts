/** The examples of `npm run partner -- init`: each installs, passes its own tests and the check, and is asked through the gateway. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STACKS, writeExample } from "../../commands/partner/init/example.js";
import { nextSteps } from "../../commands/partner/init/next-steps.js";
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
import { freePorts } from "../support/commands.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";
import { installableStacks, writePartnerExample, type PartnerExample } from "../support/partner-example.js";

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

describe("examples behind a gateway", () => {
  const mocks: { readonly name: string; readonly url: string; readonly service: HttpService }[] = [];
  const urls = new Map<string, string>();
  let gateway: RunningGateway;
  let edition = readSchemaEdition;

  beforeAll(async () => {
    const ports = await freePorts(STACKS.length);
    STACKS.forEach((stack, index) => urls.set(stack, `http://127.0.0.1:${ports[index]}/graphql`));
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

  describe.each(installableStacks())("%s", (stack) => {
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
});

/** Versions of what an example depends on, whatever its language writes them in. */
const versionsIn = (folder: string): string[] => {
  const [file = ""] = readdirSync(folder).filter((name) => /^(package\.json|requirements\.txt|pom\.xml)$/.test(name));
  const text = readFileSync(join(folder, file), "utf8");
  if (file === "package.json") {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string>>;
    return Object.values({ ...dependencies, ...devDependencies });
  }
  if (file === "requirements.txt")
    return text
      .trim()
      .split("\n")
      .map((line) => line.replace(/^[\w-]+==/, ""));
  return [...text.matchAll(/<version>(.*)<\/version>/g)].map(([, version]) => version!);
};

describe("writing an example", () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-partner-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("fills the name in, brings the vectors, and says what comes next", () => {
    const into = join(folder, "housing");
    writeExample("housing", "apollo", into);
    const written = readdirSync(into, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = written.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(texts.filter((text) => text.includes("{{"))).toEqual([]);
    expect(written.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["README.md", "vectors.json", "schema.graphql", ".gitignore"]),
    );
    expect(nextSteps("housing", "apollo", into).join("\n")).toContain(`check housing ${into}/schema.graphql`);
  });

  it.each(STACKS)("names exact versions: %s", (stack) => {
    const into = join(folder, stack);
    writeExample(stack, stack, into);
    const versions = versionsIn(into);
    expect(versions.length).toBeGreaterThan(3);
    for (const version of versions) expect(version).toMatch(/^\d+(\.\d+)+$/);
  });

  it("refuses a folder that holds something, and leaves it as it is", () => {
    const into = mkdtempSync(join(folder, "full-"));
    writeFileSync(join(into, "mine"), "");
    expect(() => writeExample("housing", "apollo", into)).toThrow("is not empty");
    expect(() => writeExample("housing", "apollo", join(into, "mine"))).toThrow("is not empty");
    expect(readdirSync(into)).toEqual(["mine"]);
  });

  it.each(["Housing", "../up", "", "a b", "credit"])("refuses the name %j", (name) =>
    expect(() => writeExample(name, "apollo", join(folder, "refused"))).toThrow(/is no name|is a service/),
  );
});
