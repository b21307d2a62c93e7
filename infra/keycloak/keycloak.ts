/** A real Keycloak on this machine: fetched from Maven Central, built once, started on loopback with the demonstration realm. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectPath } from "../../platform/config/index.js";
import { installKeycloak, KEYCLOAK_VERSION } from "./install.js";
import { launch, type Server } from "./launch.js";

const run = promisify(execFile);
const READY_WITHIN_MS = 180_000;

/** How a server runs. */
export interface KeycloakOptions {
  readonly port: number;
  /** Port of health checks, on loopback too. */
  readonly managementPort: number;
  /** Folder of distribution, database and log. */
  readonly directory: string;
  /** True for tests: a database in memory, so that nothing is kept and a server beside it is not disturbed. @default false */
  readonly fresh?: boolean;
  /** Variables that replace the realm's placeholders, such as GOV_PORTAL_URL. */
  readonly placeholders?: Readonly<Record<string, string>>;
  /** Told of each step. */
  readonly say?: (line: string) => void;
}

/** A running server. */
export interface RunningKeycloak {
  /** Issuer of realm `gov`. */
  readonly issuerUrl: string;
  /** Sign-in of the administrator of a new database; of an old one, its first. */
  readonly admin: { readonly username: string; readonly password: string };
  stop(): Promise<void>;
}

/** What this machine can run Keycloak with. */
export const findRuntime = async (): Promise<"java" | "docker" | undefined> => {
  const works = (command: string, ...args: string[]): Promise<boolean> =>
    run(command, args, { timeout: 20_000 }).then(
      () => true,
      () => false,
    );
  if ((await works("java", "-version")) && (await works("mvn", "-v")) && (await works("unzip", "-v"))) return "java";
  return (await works("docker", "info")) ? "docker" : undefined;
};

/** Starts Keycloak with realm.demo.json; resolves when it is healthy. Throws with what to install where there is nothing to run it. */
export const startKeycloak = async (options: KeycloakOptions): Promise<RunningKeycloak> => {
  mkdirSync(options.directory, { recursive: true });
  const runtime = await findRuntime();
  if (runtime === undefined)
    throw new Error("Keycloak needs Java 17 or newer with mvn and unzip, or Docker: install one of them.");
  const admin = readAdmin(options.directory);
  const environment = {
    ...options.placeholders,
    KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
    KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    TZ: "Asia/Shanghai",
  };
  const server = runtime === "java" ? await startJava(options, environment) : startDocker(options, environment);
  try {
    await healthy(options, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { issuerUrl: `http://localhost:${options.port}/realms/gov`, admin, stop: server.stop };
};

const JAVA_OPTIONS =
  "-Xms128m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8";

const MEMORY_URL = "jdbc:h2:mem:keycloakdb;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

const realmFile = (): string => projectPath("infra/keycloak/realm.demo.json");

const logFileOf = ({ directory, port, fresh }: KeycloakOptions): string =>
  join(directory, fresh ? "keycloak-test.log" : `keycloak-${port}.log`);

/** Keycloak skips the import of a realm that it has: after the file changed, the demonstration starts over. */
const keepDatabase = (home: string, say: (line: string) => void = () => {}): void => {
  const imported = join(home, "data/h2/imported.json");
  const now = readFileSync(realmFile(), "utf8");
  if (existsSync(imported) && readFileSync(imported, "utf8") === now) return;
  if (existsSync(imported)) say("The realm file changed: the database of Keycloak starts over.");
  rmSync(join(home, "data/h2"), { recursive: true, force: true });
  mkdirSync(join(home, "data/h2"), { recursive: true });
  writeFileSync(imported, now);
};

const startJava = async (options: KeycloakOptions, environment: Record<string, string>): Promise<Server> => {
  const home = await installKeycloak(options.directory, options.say);
  if (!options.fresh) keepDatabase(home, options.say);
  // Whatever lies there is imported.
  rmSync(join(home, "data/import"), { recursive: true, force: true });
  mkdirSync(join(home, "data/import"), { recursive: true });
  copyFileSync(realmFile(), join(home, "data/import/realm.demo.json"));
  return launch(
    join(home, "bin/kc.sh"),
    [
      "start",
      "--optimized",
      "--http-enabled=true",
      "--http-host=127.0.0.1",
      `--http-port=${options.port}`,
      "--http-management-host=127.0.0.1",
      `--http-management-port=${options.managementPort}`,
      `--hostname=http://localhost:${options.port}`,
      "--cache=local",
      "--import-realm",
    ],
    {
      ...process.env,
      ...environment,
      ...(options.fresh ? { KC_DB_URL: MEMORY_URL } : {}),
      JAVA_OPTS: JAVA_OPTIONS,
    },
    logFileOf(options),
  );
};

const startDocker = (options: KeycloakOptions, environment: Record<string, string>): Server =>
  launch(
    "docker",
    [
      ...["run", "--rm", "--init"],
      ...["-p", `127.0.0.1:${options.port}:8080`, "-p", `127.0.0.1:${options.managementPort}:9000`],
      ...["-v", `${realmFile()}:/opt/keycloak/data/import/realm.demo.json:ro`],
      ...Object.keys(environment).flatMap((name) => ["-e", name]),
      `keycloak/keycloak:${KEYCLOAK_VERSION}`,
      ...["start-dev", "--import-realm", "--health-enabled=true", `--hostname=http://localhost:${options.port}`],
    ],
    { ...process.env, ...environment },
    logFileOf(options),
  );

/** With health on, "started" is logged long before the realm is imported: ask /health/ready. */
const healthy = async ({ managementPort }: KeycloakOptions, server: Server): Promise<void> => {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end;) {
    if (!server.running()) throw new Error(`Keycloak ended while starting: ${server.logFile} says why.`);
    const response = await fetch(`http://127.0.0.1:${managementPort}/health/ready`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Keycloak was not ready in time: ${server.logFile} says why.`);
};

/** The administrator's password is made once and kept beside the database. */
const readAdmin = (directory: string): RunningKeycloak["admin"] => {
  const file = join(directory, "admin-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return { username: "admin", password: readFileSync(file, "utf8") };
};
