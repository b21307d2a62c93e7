/** The real processes: first start, a query, whom they connect to, a drain, a second start that keeps the data, a leftover after a kill, and mistakes that say so. */
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createGatewayKey, createPartnerKey } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { freePorts, runNode, waitFor, type CommandRun } from "../support/commands.js";

const NAMES = [
  "GATEWAY_PORT",
  "GATEWAY_ADMIN_PORT",
  "ISSUER_PORT",
  "REFERENCE_PORT",
  "MATTERS_PORT",
  "INTERMEDIARY_PORT",
  "CREDIT_PORT",
  "FUNDS_PORT",
  "OPENNESS_PORT",
  "REGISTRY_PORT",
];
let directory: string;
let ports: Record<string, string>;
const children: CommandRun[] = [];

const run = (script: string, args: string[] = [], environment: Record<string, string> = {}): CommandRun => {
  const started = runNode([projectPath(script), ...args], {
    ...process.env,
    GOVGRAPH_DIRECTORY: directory,
    ...ports,
    ...environment,
  });
  children.push(started);
  return started;
};

const ready = async ({ output, child }: CommandRun): Promise<void> => {
  // As patient as the product itself: a machine may be busy.
  for (let attempt = 0; attempt < 4_000; attempt++) {
    if (output().includes("govgraph is ready")) return;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not become ready: ${output()}`);
};

const ask = async (query: string): Promise<unknown> =>
  (
    await fetch(`http://127.0.0.1:${ports["GATEWAY_PORT"]}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    })
  ).json();

const answers = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/livez`).then(
    () => true,
    () => false,
  );

/** Hands the services in to the registry of this folder, and serves its bundle; gives what a gateway that follows it is told. */
const publishBundle = async (): Promise<Record<string, string>> => {
  const token = run("dist/infra/local/token.js", ["admin-1"]);
  await token.ended;
  const partner = (words: string[]): CommandRun =>
    run("dist/commands/partner.js", words, {
      REGISTRY_TOKEN: token.output().trim().split("\n").at(-1)!,
      REGISTRY_PORT: ports["REGISTRY_PORT"]!,
    });
  const own = partner(["own", "--why", "first bundle"]);
  expect([await own.ended, own.output()]).toEqual([0, expect.stringContaining("Bundle 1 is signed")]);
  const key = partner(["key"]);
  await key.ended;
  const served = partner(["serve"]);
  await waitFor(served, () => served.output().includes("/bundle"));
  return {
    GATEWAY_BUNDLE_URL: `http://127.0.0.1:${ports["REGISTRY_PORT"]}/bundle`,
    GATEWAY_BUNDLE_SIGNERS: key.output().trim().split("=").slice(1).join("="),
    GATEWAY_BUNDLE_FILE: join(directory, "bundle.jws"),
  };
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph start "));
  chmodSync(directory, 0o755);
  const free = await freePorts(NAMES.length);
  ports = Object.fromEntries(NAMES.map((name, index) => [name, String(free[index])]));
});
afterAll(async () => {
  for (const { child } of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await Promise.all(children.map(({ ended }) => ended));
  rmSync(directory, { recursive: true, force: true });
});

describe("npm start", () => {
  it("is ready with demonstration data, answers, imports beside it, and stops cleanly", async () => {
    const connections = join(directory, "connections");
    writeFileSync(connections, "");
    const first = run("dist/infra/local/main.js", [], {
      NODE_OPTIONS: `--import=${pathToFileURL(projectPath("test/support/record-connections.mjs")).href}`,
      GOVGRAPH_TEST_CONNECTIONS: connections,
    });
    await ready(first);
    expect(
      await ask(`{ organization(uscc: "91990101MA9000011P") { name } workCalendar(year: 2027) { published } }`),
    ).toEqual({
      data: { organization: { name: "延边白山松餐饮有限公司（演示）" }, workCalendar: { published: false } },
    });
    const token = run("dist/infra/local/token.js", ["officer-1"]);
    expect(await token.ended).toBe(0);
    const answer = await fetch(`http://127.0.0.1:${ports["GATEWAY_PORT"]}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token.output().trim().split("\n").at(-1)}`,
      },
      body: JSON.stringify({ query: "{ me { agency { contact } } }" }),
    });
    expect(await answer.json()).toEqual({
      data: { me: { agency: { contact: expect.stringMatching(/^演示联系方式/) } } },
    });
    const file = join(directory, "export.csv");
    writeFileSync(
      file,
      "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划\n并行导入事项,P-1,1,11990101MB9000015E,某局,222401\n坏行,P-2,99x,11990101MB9000015E,某局,222401\n",
    );
    const imported = run("dist/commands/import.js", ["matters", file]);
    expect(await imported.ended).toBe(1);
    expect(imported.output().trim().split("\n").at(-1)).toBe(
      "read=2 accepted=1 unchanged=0 quarantined=1 scrubbed=0 unpublished=0",
    );
    expect(await ask(`{ serviceMatter(id: "CN-LOCAL-11990101MB9000015E:P-1") { taskName } }`)).toEqual({
      data: { serviceMatter: { taskName: "并行导入事项" } },
    });
    const exported = join(directory, "matters.csv");
    const written = run("dist/commands/export.js", ["matters", "--agency", "11990101MB9000015E", "--into", exported]);
    expect(await written.ended).toBe(0);
    const [rows] = /written=(\d+) withheld=0$/.exec(written.output().trim())!.slice(1);
    expect(readFileSync(exported, "utf8")).toContain("\r\n并行导入事项,P-1,,");
    const taken = run("dist/commands/export.js", ["matters", "--into", exported]);
    expect(await taken.ended).toBe(1);
    expect(taken.output()).toContain(`There is a file ${exported}: name another one with --into.`);
    const back = run("dist/commands/import.js", ["matters", exported, "--dry-run"]);
    expect(await back.ended).toBe(0);
    expect(back.output()).toContain(`read=${rows} `);
    const calendar = join(directory, "2027.json");
    const year = { year: 2027, holidays: ["2027-01-01", "2027-05-01"], makeupDays: [] };
    const write = (holidays: string[]): void =>
      writeFileSync(
        calendar,
        JSON.stringify({ edition: "2026-11-29", source: "made up", years: [{ ...year, holidays }] }),
      );
    write(year.holidays);
    const refused = run("dist/commands/import.js", ["work-calendar", calendar]);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain("2027-10-01 is a holiday of every year and is missing");
    write([...year.holidays, "2027-10-01"]);
    const loaded = run("dist/commands/import.js", ["work-calendar", calendar]);
    expect(await loaded.ended).toBe(0);
    expect(loaded.output()).toContain("2027: added, 3 days off, 0 worked instead");
    expect(loaded.output().match(/edition 2026-11-29 loaded/g)).toHaveLength(6);
    const limits = join(directory, "limits.json");
    const shipped = JSON.parse(readFileSync(projectPath("platform/domain/law/limits.json"), "utf8")) as {
      instruments: Record<string, object>;
      limits: { id: string }[];
    };
    const rule = shipped.limits.find(({ id }) => id === "L12");
    const writeLimits = (changes: object): void =>
      writeFileSync(
        limits,
        JSON.stringify({
          edition: "2026-11-29",
          instruments: { DOUBLE_PUBLICITY: shipped.instruments["DOUBLE_PUBLICITY"] },
          limits: [{ ...rule, ...changes }],
        }),
      );
    writeLimits({ amount: 5, unit: "D", jurisdiction: "220000" });
    const refusedLimits = run("dist/commands/import.js", ["time-limits", limits]);
    expect(await refusedLimits.ended).toBe(1);
    expect(refusedLimits.output()).toContain(
      "is refused: L12 is counted in WD by the product, not in D; L12 is a limit of 000000: give that of 220000 an id of its own.",
    );
    writeLimits({ amount: 5, since: "2026-11-01" });
    const loadedLimits = run("dist/commands/import.js", ["time-limits", limits]);
    expect(await loadedLimits.ended).toBe(0);
    expect(loadedLimits.output()).toContain("L12: changes, 5 WD since 2026-11-01, by");
    expect(loadedLimits.output().match(/edition 2026-11-29 loaded/g)).toHaveLength(6);
    const divisions = join(directory, "divisions.json");
    const county = { level: "COUNTY", parent: "222400", document: "D", verified: true };
    const town = { ...county, level: "TOWNSHIP", parent: "222424" };
    const writeDivisions = (...changes: readonly object[]): void =>
      writeFileSync(
        divisions,
        JSON.stringify({
          edition: "2026-11-29",
          jurisdiction: "220000",
          documents: { D: { title: "测试用批复", number: "测〔2026〕1号" } },
          changes,
        }),
      );
    writeDivisions(
      { ...county, code: "222424", name: "汪清县", validFrom: "1949-10-01" },
      { ...county, code: "222407", name: "汪清市", validFrom: "2026-12-01" },
    );
    const twice = run("dist/commands/import.js", ["divisions", divisions]);
    expect(await twice.ended).toBe(1);
    expect(twice.output()).toContain("222424 and 222407 汪清市 are one place that is current twice");
    writeDivisions(
      { ...town, code: "222424100", name: "汪清镇", validTo: "2026-11-30", replacedBy: "222424014" },
      { ...town, code: "222424014", name: "汪清街道", validFrom: "2026-12-01" },
    );
    const changed = run("dist/commands/import.js", ["divisions", divisions]);
    expect(await changed.ended).toBe(0);
    expect(changed.output()).toContain("reference: edition 2026-11-29 loaded");
    expect(await ask(`{ division(code: "222424100") { validTo replacedBy { name } } }`)).toEqual({
      // Its successor shows from its own day on.
      data: { division: { validTo: "2026-11-30", replacedBy: null } },
    });
    // What the processes connected to: the database, the services and the issuer, and nobody else (decision D11).
    const { port: database } = new URL(
      (JSON.parse(readFileSync(join(directory, "state.json"), "utf8")) as { adminUrl: string }).adminUrl,
    );
    const peers = new Set(readFileSync(connections, "utf8").trim().split("\n"));
    expect([...peers].filter((peer) => !/^(localhost|127\.0\.0\.1) \d+$/.test(peer))).toEqual([]);
    const reached = [...peers].map((peer) => peer.split(" ")[1]!);
    expect(reached.filter((port) => ![database, ...Object.values(ports)].includes(port))).toEqual([]);
    expect(reached).toEqual(expect.arrayContaining([database, ports["REFERENCE_PORT"], ports["ISSUER_PORT"]]));
    // A second one in the same folder is refused, and the first goes on.
    const second = run("dist/infra/local/main.js");
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`govgraph runs already with the data of ${directory}: stop it first`);
    expect(await ask(`{ serviceMatter(id: "CN-LOCAL-11990101MB9000015E:P-1") { taskName } }`)).toEqual({
      data: { serviceMatter: { taskName: "并行导入事项" } },
    });
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
  });

  it("keeps the data, and takes over what a kill left behind", async () => {
    const second = run("dist/infra/local/main.js");
    await ready(second);
    expect(second.output()).not.toContain("Loading");
    expect(
      await ask(
        `{ serviceMatter(id: "CN-LOCAL-11990101MB9000015E:P-1") { taskName } workCalendar(year: 2027) { published } legalTimeLimits(first: 100, on: "2026-11-01") { nodes { id amount } } }`,
      ),
    ).toMatchObject({
      data: {
        serviceMatter: { taskName: "并行导入事项" },
        workCalendar: { published: true },
        legalTimeLimits: { nodes: expect.arrayContaining([{ id: "L12", amount: 5 }]) },
      },
    });
    const follows = await publishBundle();
    second.child.kill("SIGKILL");
    await second.ended;
    // Its two processes end with it; PostgreSQL is left and is taken over.
    while (await answers(ports["GATEWAY_PORT"]!)) await new Promise((resolve) => setTimeout(resolve, 50));
    while (await answers(ports["FUNDS_PORT"]!)) await new Promise((resolve) => setTimeout(resolve, 50));
    const third = run("dist/infra/local/main.js", [], follows);
    await ready(third);
    // It follows the registry of this folder, as docs/registry.md says.
    const metrics = await (await fetch(`http://127.0.0.1:${ports["GATEWAY_ADMIN_PORT"]}/metrics`)).text();
    expect(metrics).toMatch(/^govgraph_bundle_version\S* 1$/m);
    expect(await ask(`{ serviceMatter(id: "CN-LOCAL-11990101MB9000015E:P-1") { taskName } }`)).toMatchObject({
      data: { serviceMatter: { taskName: "并行导入事项" } },
    });
    third.child.kill("SIGTERM");
    expect(await third.ended).toBe(0);
  });

  it("says in one sentence that a port is taken", async () => {
    const taken: Server = createServer((socket) => socket.destroy()).listen(Number(ports["GATEWAY_PORT"]), "127.0.0.1");
    await once(taken, "listening");
    const { ended, output } = run("dist/infra/local/main.js");
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${ports["GATEWAY_PORT"]} is taken: stop what uses it or choose another.`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it.each([
    ["nonsense", /DATABASE_URL is no PostgreSQL URL/],
    ["postgresql://u:p@127.0.0.1:9/x", /can not be used: nothing answers there/],
  ])("says what is wrong with DATABASE_URL=%s", async (url, message) => {
    const { ended, output } = run("dist/infra/local/main.js", [], { DATABASE_URL: url });
    expect(await ended).toBe(1);
    expect(output()).toMatch(message);
    expect(output()).not.toMatch(/\n {4}at |u:p@/);
  });
});

describe("a process on its own", () => {
  it("lists every variable that is missing and exits 1", async () => {
    const { ended, output } = run("dist/subgraphs/credit/main.js");
    expect(await ended).toBe(1);
    expect(output().trim().split("\n")).toEqual([
      expect.stringMatching(/^CREDIT_DATABASE_URL is not set: /),
      expect.stringMatching(/^CREDIT_CONTEXT_KEYS is not set: /),
      expect.stringMatching(/^CREDIT_CURSOR_SECRET is not set: /),
      expect.stringMatching(/^CREDIT_CODE_KEYS is not set: /),
      expect.stringMatching(/^CREDIT_SENDERS is not set: /),
    ]);
  });

  const gatewayOn = (notice: string): CommandRun =>
    run("dist/gateway/main.js", [], {
      GATEWAY_CONTEXT_KEYS: createGatewayKey("k1"),
      GATEWAY_CURSOR_SECRET: "s",
      GATEWAY_NOTICE_MS: notice,
      GATEWAY_LOG_LEVEL: "info",
    });
  const listens = (started: CommandRun): Promise<void> =>
    waitFor(started, () => started.output().includes("LISTENING"));

  it("says that it is not ready when it is told to stop, serves during the notice, and ends at once at a second signal", async () => {
    const gateway = gatewayOn("600000");
    await listens(gateway);
    gateway.child.kill("SIGTERM");
    const readiness = async (): Promise<unknown> =>
      (await fetch(`http://127.0.0.1:${ports["GATEWAY_PORT"]}/readyz`)).json();
    await waitFor(gateway, async () => ((await readiness()) as { status: string }).status === "stopping");
    expect(await ask("{ __typename }")).toEqual({ data: { __typename: "Query" } });
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(130);
  });

  it("ends with 0 after a notice of none", async () => {
    const gateway = gatewayOn("0");
    await listens(gateway);
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
  });

  it("shows no secret in a complaint", async () => {
    const { ended, output } = run("dist/gateway/main.js", [], {
      GATEWAY_CONTEXT_KEYS: "k1:tooShort",
      GATEWAY_PORT: "many",
    });
    expect(await ended).toBe(1);
    expect(output()).toContain("GATEWAY_PORT is not valid");
    expect(output()).not.toContain("tooShort");
  });

  it.each([
    [
      "has a partner and no key to sign its requests with",
      { GATEWAY_SUBGRAPHS: "heating=https://heating.example/graphql" },
      /The subgraph heating is none of GATEWAY_OWN_SERVICES, and there is no key in GATEWAY_PARTNER_KEYS/,
    ],
    [
      "has keys for partners and nothing to call viewers by",
      { GATEWAY_PARTNER_KEYS: createPartnerKey("p1") },
      /GATEWAY_PSEUDONYM_SECRET is not set/,
    ],
    [
      "has a password in an address, which is not repeated",
      { GATEWAY_SUBGRAPHS: "heating=https://me:hunter2@heating.example/graphql" },
      /"heating=https:\/\/\[secret\]@heating\.example\/graphql".*no user and no password/,
    ],
  ])("does not begin where it %s", async (_what, variables, sentence) => {
    const { ended, output } = run("dist/gateway/main.js", [], {
      GATEWAY_CONTEXT_KEYS: createGatewayKey("k1"),
      GATEWAY_CURSOR_SECRET: "test",
      GATEWAY_PORT: "0",
      GATEWAY_ADMIN_PORT: "0",
      ...variables,
    });
    expect(await ended).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output()).not.toContain("hunter2");
  });

  it("does not use development defaults in production", async () => {
    const { ended, output } = run("dist/gateway/main.js", [], { NODE_ENV: "production", GATEWAY_CONTEXT_KEYS: "k1:x" });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/GATEWAY_ISSUER_URL must be set in production/);
  });

  it("keeps what is local in one folder, readable by its owner alone", () => {
    expect(readFileSync(join(directory, "state.json"), "utf8")).toContain("contextKeys");
  });
});
