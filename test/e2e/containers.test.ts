/** Each container's command on the image's files alone, with its variables alone, against a PostgreSQL that was empty. */
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startIssuer } from "../../infra/local/issuer/issuer.js";
import { startPostgres } from "../../infra/local/postgres.js";
import {
  createGatewayKey,
  createPartnerKey,
  createSigningKey,
  deriveMessageKeys,
  parseGatewayKeys,
  parseMessageKeys,
  parseTextSigner,
  printSenders,
  printServiceKeys,
  WEBHOOK_KEYS_PATH,
} from "../../platform/auth/index.js";
import { projectPath, registeredPort, registeredServices } from "../../platform/config/index.js";
import { createCodeKey } from "../../platform/domain/index.js";
import { createRecordKey } from "../../platform/import/index.js";
import { RECEIPT_KEYS_PATH } from "../../platform/receipts/index.js";
import { freePorts, runNode, waitFor, type CommandRun } from "../support/commands.js";
import {
  composeServices,
  composeVariables,
  imageVariables,
  layOutImage,
  type ComposeService,
} from "../support/image.js";

const SERVICES = registeredServices();
const MINUTES = 600_000;

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let services: Record<string, ComposeService>;
let ports: Record<string, number>;
let replacements: [string, string][];
const runs: CommandRun[] = [];
/** The services and the gateway. */
const servers = new Map<string, CommandRun>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "govgraph-image-"));
  chmodSync(folder, 0o755);
  layOutImage(folder);
  cpSync(projectPath("infra/agreements"), join(folder, "agreements"), { recursive: true });
  postgres = await startPostgres({ directory: join(folder, "postgres"), volatile: true });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("create database govgraph");
  await client.end();
  const free = await freePorts(SERVICES.length + 3);
  ports = Object.fromEntries([...SERVICES, "gateway", "admin", "issuer"].map((name, index) => [name, free[index]!]));
  issuer = await startIssuer({
    host: "127.0.0.1",
    port: ports["issuer"]!,
    keyFile: join(folder, "issuer-key.json"),
    redirectUris: [],
    production: false,
  });
  const gatewayKeys = createGatewayKey("k1");
  const uploadKey = createSigningKey("k1");
  const messageKeys = deriveMessageKeys(gatewayKeys, "matters");
  const admin = new URL(postgres.url);
  const values: Record<string, string> = {
    ...Object.fromEntries(composeVariables().map(({ name }) => [name, `x${name.replaceAll("_", "")}`])),
    POSTGRES_PASSWORD: admin.password,
    GATEWAY_CONTEXT_KEYS: gatewayKeys,
    GATEWAY_PARTNER_KEYS: createPartnerKey("p1"),
    WEBHOOKS_KEY: createPartnerKey("w1"),
    ...Object.fromEntries(
      SERVICES.map((name) => [
        `${name.toUpperCase()}_CONTEXT_KEYS`,
        printServiceKeys(parseGatewayKeys(gatewayKeys)(name)),
      ]),
    ),
    MATTERS_MESSAGE_KEYS: messageKeys,
    CREDIT_SENDERS: printSenders(parseMessageKeys(messageKeys, "matters")),
    MATTERS_CODE_KEYS: createCodeKey("k1"),
    CREDIT_CODE_KEYS: createCodeKey("k1"),
    INTERMEDIARY_CODE_KEYS: createCodeKey("k1"),
    GOVGRAPH_RECORD_KEYS: createRecordKey("k1"),
    GATEWAY_FILES_FOLDER: "/var/lib/govgraph-files",
    GATEWAY_FILES_BUCKET: "",
    GATEWAY_FILES_BUCKET_KEY: "",
    GATEWAY_FILES_SCANNER: "",
    GATEWAY_UPLOAD_KEY: uploadKey,
    MATTERS_UPLOAD_SIGNERS: parseTextSigner(uploadKey).publicKey,
    CREDIT_UPLOAD_SIGNERS: parseTextSigner(uploadKey).publicKey,
    OPENNESS_UPLOAD_SIGNERS: parseTextSigner(uploadKey).publicKey,
    GATEWAY_RECEIPT_KEY: createSigningKey("r1"),
    GATEWAY_RECEIPT_RETIRED: "",
    GATEWAY_WEBHOOK_SIGNERS: parseTextSigner(createSigningKey("w1")).publicKey,
    KEYCLOAK_HOSTNAME: "id.example",
    GATEWAY_EXPLORER: "",
    GATEWAY_ORIGINS: "",
    GATEWAY_KEY_SET_URL: "",
    GATEWAY_OPERATOR_KEY: "",
  };
  services = composeServices(values);
  // Names of containers and folders of their volumes, as they are on this machine.
  replacements = [
    ["@postgres:5432/", `@127.0.0.1:${admin.port}/`],
    ["https://id.example:8443/", `http://localhost:${ports["issuer"]}/`],
    ...SERVICES.map((name): [string, string] => [
      `http://${name}:${registeredPort(name)}/`,
      `http://127.0.0.1:${ports[name]}/`,
    ]),
    ["http://gateway:4000/", `http://127.0.0.1:${ports["gateway"]}/`],
    ["/var/lib/govgraph-files", join(folder, "files")],
    ["/agreements", join(folder, "agreements")],
    ["/var/lib/govgraph/loads", join(folder, "loads")],
    ["/tls/ca.crt", ""],
    ["0.0.0.0", "127.0.0.1"],
  ];
}, MINUTES);
afterAll(async () => {
  for (const { child } of runs) if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await Promise.all(runs.map(({ ended }) => ended));
  await issuer?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, MINUTES);

const start = (name: string, args?: readonly string[], state = "state"): CommandRun => {
  const { command = [], entrypoint = [], environment = {} } = services[name]!;
  const [program, script, ...given] = [...entrypoint, ...(args ?? command)];
  expect(program).toBe("node");
  const mapped = Object.fromEntries(
    Object.entries(environment).map(([variable, value]) => [
      variable,
      replacements.reduce((text, [from, to]) => text.replaceAll(from, to), String(value)),
    ]),
  );
  const port =
    name === "gateway"
      ? { GATEWAY_PORT: "gateway", GATEWAY_ADMIN_PORT: "admin" }
      : { [`${name.toUpperCase()}_PORT`]: name };
  const here = {
    ...Object.fromEntries(Object.entries(port).map(([variable, key]) => [variable, String(ports[key])])),
    // Nobody routes by readiness here.
    [`${name.toUpperCase()}_NOTICE_MS`]: "0",
  };
  const run = runNode(
    ["--preserve-symlinks", "--preserve-symlinks-main", script!, ...given],
    { ...imageVariables(), GOVGRAPH_DIRECTORY: join(folder, state), ...mapped, ...here },
    folder,
  );
  runs.push(run);
  return run;
};

const answers = (port: number, path: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.ok,
    () => false,
  );

describe("containers", () => {
  it(
    "migrate makes roles and tables with the passwords that are given, loads real data, and changes nothing twice",
    async () => {
      const first = start("migrate");
      expect([await first.ended, first.output()]).toEqual([0, expect.any(String)]);
      expect(first.output()).toMatch(
        /^reference: role created, \d+ migrations run, divisions loaded, legal-bases loaded$/m,
      );
      expect(first.output()).toMatch(
        /^credit: role created, \d+ migrations run, 10 measures loaded, severity-rules loaded$/m,
      );
      expect(first.output()).not.toMatch(/_DATABASE_URL=|PASSWORD/);
      const second = start("migrate");
      expect(await second.ended).toBe(0);
      expect(second.output()).toMatch(/^reference: 0 migrations run$/m);
      // All that it must remember is in the database: its container keeps nothing, and may be thrown away.
      expect(existsSync(join(folder, "state"))).toBe(false);
    },
    MINUTES,
  );

  it(
    "services and gateway become ready, and the first real organisation is accepted",
    async () => {
      for (const name of SERVICES) {
        const run = start(name);
        servers.set(name, run);
        await waitFor(run, () => answers(ports[name]!, "/readyz"));
      }
      const gateway = start("gateway");
      servers.set("gateway", gateway);
      await waitFor(gateway, () => answers(ports["gateway"]!, "/readyz"));
      expect(await answers(ports["admin"]!, "/metrics")).toBe(true);
      const worker = start("worker");
      servers.set("worker", worker);
      await waitFor(worker, () => worker.output().includes('"WORKER_READY"'));
      // What is signed for others is verified by what the gateway serves.
      for (const path of [RECEIPT_KEYS_PATH, WEBHOOK_KEYS_PATH])
        expect([path, await answers(ports["gateway"]!, path)]).toEqual([path, true]);
      const webhooks = start("webhooks");
      servers.set("webhooks", webhooks);
      await waitFor(webhooks, () => webhooks.output().includes('"WEBHOOKS_READY"'));
      const file = join(folder, "bodies.csv");
      writeFileSync(file, "机构编码,机构名称,行政区划\n11990101MB9000015E,某市市场监督管理局,222401\n");
      const imported = start("import", ["organizations", file]);
      expect([await imported.ended, imported.output().trim().split("\n").at(-1)]).toEqual([
        0,
        "read=1 accepted=1 unchanged=0 quarantined=0 scrubbed=0 unpublished=0",
      ]);
      const refreshed = start("refresh");
      expect(await refreshed.ended).toBe(0);
      const response = await fetch(`http://127.0.0.1:${ports["gateway"]}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: `{ organization(uscc: "11990101MB9000015E") { name division { name } penalties(first: 1) { totalCount } } }`,
        }),
      });
      expect(await response.json()).toEqual({
        data: {
          organization: { name: "某市市场监督管理局", division: { name: "延吉市" }, penalties: { totalCount: 0 } },
        },
      });
    },
    MINUTES,
  );

  it(
    "migrate of two other folders, with the passwords and without, shuts out no service that runs",
    async () => {
      const passwords = async (): Promise<unknown[]> => {
        const client = new pg.Client({ connectionString: postgres.url });
        await client.connect();
        const { rows } = await client.query("select rolname, rolpassword from pg_authid order by 1");
        await client.end();
        return rows;
      };
      const before = await passwords();
      for (const state of ["one", "other"]) {
        expect(await start("migrate", undefined, state).ended).toBe(0);
        const guessing = runNode([projectPath("dist/commands/migrate.js")], {
          GOVGRAPH_DIRECTORY: join(folder, state),
          DATABASE_URL: new URL("/govgraph", postgres.url).href,
        });
        runs.push(guessing);
        expect([await guessing.ended, guessing.output()]).toEqual([
          1,
          expect.stringMatching(/^The role govgraph_reference is there with another password/),
        ]);
      }
      expect(await passwords()).toEqual(before);
      // What is kept open would survive a new password: all of them connect again.
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where usename like 'govgraph\\_%'");
      await client.end();
      for (const name of [...SERVICES, "gateway"])
        await waitFor(servers.get(name)!, () => answers(ports[name]!, "/readyz"));
      expect([...servers.keys()]).toEqual([...SERVICES, "gateway", "worker", "webhooks"]);
    },
    MINUTES,
  );

  it(
    "seed refuses to replace imported records",
    async () => {
      const seeded = start("refresh", ["node", "dist/commands/seed.js", "--scale", "none"]);
      expect(await seeded.ended).toBe(1);
      expect(seeded.output()).toMatch(/holds records that are not generated; nothing was changed/);
    },
    MINUTES,
  );
});
