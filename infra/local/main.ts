/** `npm start`: everything on this machine, with demonstration data; Ctrl-C stops it cleanly, the next start keeps the data. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseGatewayKeys, printServiceKeys } from "../../platform/auth/index.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { SUBGRAPH_PORTS } from "../../platform/subgraph/index.js";
import { DEMO_USERS } from "../keycloak/demo-users.js";
import { openDatabaseServer } from "./postgres.js";
import { isEmpty, prepareDatabases, seedDatabases } from "./prepare.js";
import { readState, stateDirectory, writeState } from "./state.js";
import { createWorld, DEMONSTRATION_DAY } from "./world.js";

/** Data-sharing agreements of the demonstration. */
const AGREEMENTS = projectPath("infra/agreements");

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runMain(async () => {
  const started = Date.now();
  const port = process.env["GATEWAY_PORT"] ?? "4000";
  const issuerPort = process.env["ISSUER_PORT"] ?? "8080";
  const external = process.env["KEYCLOAK_URL"];
  const state = readState();
  const databaseUrl = process.env["DATABASE_URL"];
  say(databaseUrl === undefined ? "Starting PostgreSQL …" : "Using the database of DATABASE_URL …");
  const postgres = await openDatabaseServer(databaseUrl, { stopAlways: true });
  const urls = await prepareDatabases(postgres.url, state.secret);
  if (await isEmpty(urls)) {
    say("Loading the demonstration data …");
    await seedDatabases(urls, createWorld("demo"));
  }
  const issuerUrl = external === undefined ? `http://localhost:${issuerPort}/realms/gov` : `${external}/realms/gov`;
  writeState({ ...state, adminUrl: postgres.url, issuerUrl });

  const keysOf = parseGatewayKeys(state.contextKeys);
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const [name, url] of Object.entries(urls)) {
    const prefix = name.toUpperCase();
    environment[`${prefix}_DATABASE_URL`] = url;
    environment[`${prefix}_CONTEXT_KEYS`] = printServiceKeys(keysOf(name));
    environment[`${prefix}_CURSOR_SECRET`] = state.secret;
    environment[`${prefix}_LOG_LEVEL`] ??= "warn";
    environment[`${prefix}_AGREEMENTS`] ??= AGREEMENTS;
  }
  environment["GATEWAY_SUBGRAPHS"] ??= Object.keys(urls)
    .map(
      (name) => `${name}=http://127.0.0.1:${environment[`${name.toUpperCase()}_PORT`] ?? SUBGRAPH_PORTS[name]}/graphql`,
    )
    .join(",");
  // Pages that may read the graph may sign in too; Vite's port where none is named.
  const frontEnds = (process.env["GATEWAY_ORIGINS"] ?? "*").replace(/^\*$/, "http://localhost:5173");
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`, ...frontEnds.split(",")].filter(Boolean);
  const services = fork(projectPath("dist/infra/local/services.js"), {
    env: {
      ...environment,
      ...(external === undefined
        ? {
            ISSUER_PORT: issuerPort,
            ISSUER_KEY_FILE: join(stateDirectory(), "issuer-key.json"),
            ISSUER_REDIRECT_URIS: origins.map((origin) => `${origin}/`).join(","),
          }
        : {}),
    },
    detached: true,
  });
  await begun(services).catch(async (error: unknown) => {
    await postgres.release();
    throw error;
  });
  const realm = (await (await fetch(issuerUrl)).json()) as { public_key?: string };
  const gateway = fork(projectPath("dist/gateway/main.js"), {
    env: {
      ...environment,
      GATEWAY_CONTEXT_KEYS: state.contextKeys,
      GATEWAY_AGREEMENTS: process.env["GATEWAY_AGREEMENTS"] ?? AGREEMENTS,
      GATEWAY_ISSUER_URL: issuerUrl,
      GATEWAY_OPERATOR_KEY: realm.public_key ?? "",
      GATEWAY_DEMO_USERS: DEMO_USERS.map(({ username }) => username).join(","),
      GATEWAY_CLOCK_EPOCH: process.env["GOVGRAPH_CLOCK"] === "real" ? "real" : `${DEMONSTRATION_DAY}T09:00:00+08:00`,
      GATEWAY_LOG_LEVEL: process.env["GATEWAY_LOG_LEVEL"] ?? "warn",
    },
    detached: true,
  });

  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say("Stopping …");
    await ended(gateway);
    await ended(services);
    await postgres.release();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  gateway.once("exit", () => void stop(1));
  services.once("exit", () => void stop(1));

  const ready = await waitReady(`http://127.0.0.1:${port}/readyz`);
  if (!ready) return void (await stop(1));
  say(
    `\ngovgraph is ready after ${((Date.now() - started) / 1_000).toFixed(1)} s. All data is for demonstration (演示数据).\n`,
  );
  say(`  Explorer and graph   http://localhost:${port}/   http://localhost:${port}/graphql`);
  say(`  Issuer               ${issuerUrl}`);
  say(`  Users                ${DEMO_USERS.map(({ username }) => username).join(" ")} (password demo-only-<name>)`);
  say(`\nA first query:\n  curl -s http://localhost:${port}/graphql -H 'content-type: application/json' \\`);
  say(`    -d '{"query":"{ organization(uscc: \\"91990101MA9000011P\\") { name division { name } } }"}'\n`);
});

/** Resolves when the child says that it is ready; throws where it ends before. */
async function begun(child: ChildProcess): Promise<void> {
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("The services did not start; the line above says why."))),
  ]);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

async function waitReady(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
