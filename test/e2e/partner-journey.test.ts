/** A partner's way by commands alone, as docs/partners says it: example, check, hand in, approvals, a query, a break that is refused, and the way back. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createGatewayKey,
  createPartnerKey,
  createSigningKey,
  parseGatewayKeys,
  printServiceKeys,
} from "../../platform/auth/index.js";
import { projectPath, subgraphRegistry } from "../../platform/config/index.js";
import { provision } from "../../platform/database/index.js";
import { createCodeKey } from "../../platform/domain/index.js";
import { freePorts, runLines, runNode, waitFor, type CommandRun, type LinesRun } from "../support/commands.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";
import { installerVariables } from "../support/partner-example.js";
import { PATH_PAGES, readSteps, wordsOf } from "../support/ten-steps.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-journey-"));
const steps = readSteps();
const contextKeys = createGatewayKey("journey");
let database: TestDatabase;
let issuer: TestIssuer;
let environment: Readonly<Record<string, string>>;
let ports: { readonly gateway: number; readonly registry: number; readonly service: number };
const processes: CommandRun[] = [];
let service: LinesRun;

/** What the page calls by a name is somewhere on this machine. */
const placed = (lines: string): string =>
  lines
    .replaceAll("~/housing", join(folder, "housing"))
    .replaceAll("https://graph.housing.example", `http://127.0.0.1:${ports.service}`)
    .replaceAll("https://graph.example.gov.cn", `http://127.0.0.1:${ports.gateway}`);

/** What the reader of the steps has exported before. */
let exported = "";

/** Types what stands in a step; gives what is then read. */
const type = async (step: number, place = 0): Promise<{ code: number | null; output: string }> => {
  const lines = placed(steps.get(step)![place]!);
  const run = runLines(`${exported}\n${lines}`, environment, projectPath("."));
  exported += lines
    .split("\n")
    .filter((line) => line.startsWith("export "))
    .join("\n");
  return { code: await run.ended, output: run.output() };
};

const npm = (...words: string[]): CommandRun =>
  runNode([projectPath(`dist/${words[0]}.js`), ...words.slice(1)], environment, projectPath("."));

const keep = (run: CommandRun): CommandRun => (processes.push(run), run);

const isOk = (url: string) => (): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const tokenOf = async (name: string): Promise<string> => {
  const run = npm("infra/local/token", name);
  await run.ended;
  return run.output().trim().split("\n").at(-1)!;
};

interface Reply {
  readonly data?: { readonly dwelling?: Readonly<Record<string, unknown>> | null };
  readonly errors?: unknown;
}

const AREA = `query Area { dwelling(id: "1") { area tenantName } }`;
const ask = async (query: string, as?: string): Promise<Reply> => {
  const reply = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
    },
    body: JSON.stringify({ query }),
  });
  return (await reply.json()) as Reply;
};

const isDeprecated = async (): Promise<boolean> =>
  (await (await fetch(`http://127.0.0.1:${ports.gateway}/schema.graphql`)).text()).includes("ask for floorArea");

/** What the operator has: a database, a sign-in, the service whose bodies others link to, a registry with the services of the release, and a gateway that follows it. */
beforeAll(async () => {
  [database, issuer] = await Promise.all([cloneDatabase(), startTestIssuer()]);
  const registry = new URL(database.ownerUrl);
  registry.username = "govgraph_registry";
  registry.password = "registry-of-tests";
  await provision({ adminUrl: database.ownerUrl, urls: { registry: registry.href } });
  const [gateway = 0, admin = 0, registryPort = 0, servicePort = 0, reference = 0] = await freePorts(5);
  ports = { gateway, registry: registryPort, service: servicePort };
  environment = {
    ...(installerVariables() as Record<string, string>),
    HOME: process.env["HOME"] ?? folder,
    GOVGRAPH_DIRECTORY: folder,
    PORT: String(servicePort),
    KEYCLOAK_URL: new URL(issuer.issuerUrl).origin,
    REGISTRY_DATABASE_URL: registry.href,
    REGISTRY_SIGNING_KEY: createSigningKey("journey"),
    REGISTRY_PORT: String(registryPort),
    GATEWAY_USE_STORE: database.ownerUrl,
    REFERENCE_PORT: String(reference),
    REFERENCE_DATABASE_URL: database.urlOf("reference"),
    REFERENCE_CONTEXT_KEYS: printServiceKeys(parseGatewayKeys(contextKeys)("reference")),
    REFERENCE_CURSOR_SECRET: "journey",
    REFERENCE_CODE_KEYS: createCodeKey("journey"),
    REFERENCE_LOG_LEVEL: "warn",
  };
  const own = runNode([projectPath("dist/commands/partner.js"), "own", "--why", "first bundle"], {
    ...environment,
    REGISTRY_TOKEN: await tokenOf("admin-1"),
  });
  expect([await own.ended, own.output()]).toEqual([0, expect.stringContaining("Bundle 1 is signed")]);
  const key = npm("commands/partner", "key");
  await key.ended;
  const served = keep(npm("commands/partner", "serve"));
  const bundles = `http://127.0.0.1:${registryPort}/bundle`;
  await waitFor(served, isOk(bundles));
  const running = keep(npm("subgraphs/reference/main"));
  await waitFor(running, isOk(`http://127.0.0.1:${reference}/readyz`));
  const followed = keep(
    runNode([projectPath("dist/gateway/main.js")], {
      ...environment,
      GATEWAY_PORT: String(gateway),
      GATEWAY_ADMIN_PORT: String(admin),
      // The others are away: what they would answer is not asked.
      GATEWAY_SUBGRAPHS: subgraphRegistry()
        .flatMap(({ name, port }) =>
          port === undefined ? [] : [`${name}=http://127.0.0.1:${name === "reference" ? reference : 9}/graphql`],
        )
        .join(","),
      GATEWAY_CONTEXT_KEYS: contextKeys,
      GATEWAY_CURSOR_SECRET: "journey",
      GATEWAY_PARTNER_KEYS: createPartnerKey("journey"),
      GATEWAY_PSEUDONYM_SECRET: "journey",
      GATEWAY_ISSUER_URL: issuer.issuerUrl,
      GATEWAY_BUNDLE_URL: bundles,
      GATEWAY_BUNDLE_SIGNERS: /GATEWAY_BUNDLE_SIGNERS=(\S+)/.exec(key.output())![1]!,
      GATEWAY_BUNDLE_FILE: join(folder, "bundle.jws"),
      GATEWAY_BUNDLE_POLL_MS: "100",
      GATEWAY_SUBGRAPH_ORIGINS: `http://127.0.0.1:${servicePort}`,
    }),
  );
  await waitFor(followed, isOk(`http://127.0.0.1:${gateway}/readyz`));
});
afterAll(async () => {
  await service?.stop();
  for (const { child, ended } of processes.reverse()) {
    child.kill("SIGKILL");
    await ended;
  }
  await issuer.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe("the ten steps", () => {
  it("2 to 4: an example is written, passes its tests and the check, which says what becomes public", async () => {
    for (const step of [2, 3]) expect(await type(step)).toEqual({ code: 0, output: expect.any(String) });
    const checked = await type(4);
    expect(checked).toEqual({
      code: 0,
      output: expect.stringContaining("Becomes public: 6 fields\n  Query: dwelling, dwellings\n"),
    });
    expect(checked.output).toContain("Dwelling.tenantName is read by");
    expect(checked.output).toContain("nothing changes but what is added.");
  });

  it("5: it runs, and answers nobody but the gateway", async () => {
    service = runLines(placed(steps.get(5)![0]!), environment, projectPath("."));
    const url = `http://127.0.0.1:${ports.service}`;
    await waitFor(service, isOk(`${url}/healthz`));
    expect((await fetch(`${url}/graphql`, { method: "POST", body: `{"query":"{ __typename }"}` })).status).toBe(401);
  });

  it("6 and 7: it is handed in, and live once two others approved what becomes public", async () => {
    const added = await type(6);
    expect(added).toEqual({ code: 0, output: expect.stringContaining("Dwelling.area is new, and everybody reads it") });
    expect((await ask(AREA)).data).toBeUndefined();
    const approved = await type(7);
    expect(approved).toEqual({ code: 0, output: expect.stringContaining("Approved by publisher-1;") });
    expect(approved.output).toContain("Bundle 2 is signed");
    await waitFor(service, async () => (await ask(AREA)).data !== undefined);
  });

  it("8: the graph answers, links to who keeps it, and shows what is closed to the agency alone", async () => {
    const { code, output } = await type(8);
    expect([code, JSON.parse(output.slice(output.indexOf("{")).split("\n")[0]!)]).toEqual([
      0,
      {
        data: { dwelling: { area: 62.5, tenantName: null, keeper: { name: "延吉市市场监督管理局（演示）" } } },
        extensions: { withheld: [expect.objectContaining({ rule: "Dwelling.tenantName" })] },
      },
    ]);
    expect((await ask(AREA, "officer-1")).data).toEqual({ dwelling: { area: 62.5, tenantName: "张三" } });
    expect((await ask(AREA, "app-open")).data).toEqual({ dwelling: { area: 62.5, tenantName: null } });
  });

  it("9: a change that breaks nobody is live at once, one that breaks a client is refused with its name", async () => {
    expect(await type(9)).toEqual({ code: 0, output: expect.stringContaining("Bundle 3 is signed") });
    await waitFor(service, isDeprecated);
    // What was asked is written within seconds.
    await waitFor(service, async () => {
      const mirror = npm("commands/partner", "mirror", "housing", "--json");
      await mirror.ended;
      return mirror.output().includes("app-open");
    });
    const refused = await type(9, 1);
    expect(refused).toEqual({ code: 1, output: expect.stringContaining("housing 3: DRAFT") });
    expect(refused.output).toMatch(
      /Field 'area' \(deprecated\) was removed from object type 'Dwelling', and .*app-open.* asked for it in the last 30 days: keep it/,
    );
    const checked = await type(4);
    expect([checked.code, checked.output]).toEqual([1, expect.stringMatching(/app-open.* asked for it/)]);
    expect((await ask(AREA)).data).toEqual({ dwelling: { area: 62.5, tenantName: null } });
  });

  it("10: what it was comes back, and everybody sees who did what, and who uses it", async () => {
    const { code, output } = await type(10);
    expect([code, output]).toEqual([0, expect.stringContaining("Bundle 4 is signed")]);
    await waitFor(service, async () => !(await isDeprecated()));
    expect((await ask(AREA)).data).toEqual({ dwelling: { area: 62.5, tenantName: null } });
    expect(output).toContain("housing 1: SUBMIT -> DRAFT by officer-1: application no. 12");
    expect(output).toContain("housing 1: CONSENT -> CHECKED by admin-1: read and agreed");
    expect(output).toContain("housing 4: PUBLISH -> LIVE by officer-1: floorArea is late");
    expect(output).toMatch(/app-open: \d+ requests of 1 operations/);
  });
});

describe("the pages of the way", () => {
  it("are ten steps, and read in ten minutes at 250 words a minute", () => {
    expect([...steps.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(PATH_PAGES.reduce((sum, page) => sum + wordsOf(page), 0)).toBeLessThanOrEqual(2_500);
  });

  it("have no command beyond those that were typed", () => {
    expect([...steps].map(([step, places]) => [step, places.length])).toEqual([
      ...[
        [1, 0],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
        [6, 1],
        [7, 1],
        [8, 1],
      ],
      ...[
        [9, 2],
        [10, 1],
      ],
    ]);
  });
});
