/** Keycloak as compose.yml starts it (its command, its variables, realm.json, TLS and no development mode), on this machine with a database in memory. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Agent, fetch as ask } from "undici";
import { installKeycloak } from "../../infra/keycloak/install.js";
import { projectPath } from "../../platform/config/index.js";
import { freePorts, waitFor, type CommandRun } from "./commands.js";
import { composeServices, composeVariables } from "./image.js";

/** The origins that compose.env.example asks for. */
export const ORIGINS = { GOV_PORTAL_URL: "https://portal.example", GOV_OPERATOR_URL: "https://operator.example" };

/** A server of realm.json. */
export interface ComposedKeycloak {
  /** Its address, https. */
  readonly url: string;
  /** Asks with the certificate authority of its certificate. */
  readonly dispatcher: Agent;
  readonly admin: { readonly username: string; readonly password: string };
  stop(): Promise<void>;
}

/** A certificate for localhost that is its own authority. */
const makeCertificate = (folder: string): void => {
  const files = ["-keyout", join(folder, "tls.key"), "-out", join(folder, "tls.crt")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"].concat(
      ["-addext", "subjectAltName=DNS:localhost"],
      files,
    ),
    { stdio: "pipe" },
  );
};

/** In memory, and small; everything else is as compose.yml says. */
const LOCAL = {
  KC_DB_URL: "jdbc:h2:mem:composed;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
  JAVA_OPTS: "-Xms128m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
};
const DATABASE_OF_COMPOSE = ["KC_DB", "KC_DB_URL", "KC_DB_USERNAME", "KC_DB_PASSWORD"];

/** Starts it and resolves when it is ready; throws its log where it ends instead. `origins` replace the placeholders of realm.json. */
export const startComposedKeycloak = async (
  origins: Readonly<Record<string, string>> = ORIGINS,
): Promise<ComposedKeycloak> => {
  const home = await installKeycloak(projectPath(".govgraph/keycloak"));
  const folder = mkdtempSync(join(tmpdir(), "govgraph-keycloak-"));
  makeCertificate(folder);
  const [port, management] = (await freePorts(2)) as [number, number];
  const values = Object.fromEntries(composeVariables().map(({ name }) => [name, `x${name.replaceAll("_", "")}`]));
  const { command, environment, volumes } = composeServices({
    ...values,
    ...ORIGINS,
    KEYCLOAK_HOSTNAME: "localhost",
  })["keycloak"]!;
  const given = Object.entries(environment!)
    .filter(([name]) => !DATABASE_OF_COMPOSE.includes(name) && !(name in ORIGINS))
    .map(([name, value]) => [name, value.replace(":8443", `:${port}`).replace("/tls/", `${folder}/`)]);
  for (const volume of volumes!.filter((line) => line.includes("/data/import/"))) {
    const [from, to] = volume.split(":") as [string, string];
    const target = join(home, to.replace("/opt/keycloak/", ""));
    rmSync(dirname(target), { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(projectPath(join("infra", from)), target);
  }
  // Built for this machine's database by installKeycloak; the container's "start" builds for PostgreSQL first.
  const child = spawn(join(home, "bin/kc.sh"), [...command!, "--optimized"], {
    env: {
      PATH: process.env["PATH"],
      ...Object.fromEntries(given),
      ...origins,
      ...LOCAL,
      KC_HTTP_HOST: "127.0.0.1",
      KC_HTTPS_PORT: String(port),
      KC_HTTP_MANAGEMENT_HOST: "127.0.0.1",
      KC_HTTP_MANAGEMENT_PORT: String(management),
    },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const run: CommandRun = {
    child,
    output: () => output,
    ended: once(child, "exit").then(([code]) => code as number | null),
  };
  const dispatcher = new Agent({ connect: { ca: readFileSync(join(folder, "tls.crt")) } });
  const stop = async (): Promise<void> => {
    await dispatcher.close();
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await run.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const isReady = async (): Promise<boolean> => {
    const response = await ask(`https://localhost:${management}/health/ready`, { dispatcher }).catch(() => undefined);
    await response?.arrayBuffer();
    // Each early question is a line of its log.
    if (!response?.ok) await new Promise((resolve) => setTimeout(resolve, 500));
    return response?.ok ?? false;
  };
  try {
    await waitFor(run, isReady);
  } catch (error) {
    await stop();
    throw error;
  }
  const admin = {
    username: environment!["KC_BOOTSTRAP_ADMIN_USERNAME"]!,
    password: environment!["KC_BOOTSTRAP_ADMIN_PASSWORD"]!,
  };
  return { url: `https://localhost:${port}`, dispatcher, admin, stop };
};
