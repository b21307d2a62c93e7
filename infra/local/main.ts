/** `npm start`: everything on this machine, with demonstration data; Ctrl-C stops it cleanly, the next start keeps the data. */
import "reflect-metadata";
import { readConfig } from "../../platform/config/index.js";
import { DEMO_USERS } from "../keycloak/demo-users.js";
import {
  gatewayEnvironment,
  servicesEnvironment,
  webhooksEnvironment,
  type StartSettings,
} from "./child-environment.js";
import { keepChild, startChild, type Child } from "./child.js";
import { demonstrationEpoch } from "./demonstration-clock.js";
import { createCommand, runCommand, say } from "../../commands/command.js";
import { START_VARIABLES } from "../../commands/command-variables.js";
import { openPreparedDatabases } from "../../commands/databases.js";
import { findContents } from "../../commands/contents.js";
import { finishDemonstration, loadDemonstration } from "../../commands/demonstration.js";
import { fetchRealmKey, issuerOf } from "./issuer-url.js";
import type { ServiceUrls } from "../../commands/service-urls.js";
import { settleLoads, startWorkerProcess } from "./loads.js";
import { loadState, updateState } from "./state.js";
import { DEFAULT_SEED } from "./world.js";

/** A machine may be busy: as long as the processes live, they are waited for. */
const READY_WITHIN_MS = 600_000;
const REMIND_EVERY_MS = 20_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends what was begun, the last first, once; a signal does the same and exits 0. */
const createEnds = (): { push(end: () => Promise<void>): void; run(): Promise<void> } => {
  const ends: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end().catch(() => undefined);
  };
  return { push: (end) => void ends.push(end), run: () => (running ??= runAll()) };
};

const run = async (): Promise<void> => {
  const started = Date.now();
  const ends = createEnds();
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    say("Stopping …");
    void ends.run().then(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    await start(ends, started);
  } catch (error) {
    // What fails because it is being stopped is no news; the handler of the signal ends the process.
    if (stopping) await new Promise(() => undefined);
    await ends.run();
    throw error;
  }
};

/** What is set to nothing is not set. */
const setVariables = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));

const start = async (ends: ReturnType<typeof createEnds>, started: number): Promise<void> => {
  const config = readConfig(START_VARIABLES, setVariables());
  const keycloak = config.KEYCLOAK_URL;
  const issuerPort = keycloak ? undefined : String(config.ISSUER_PORT);
  const issuerUrl = keycloak ? issuerOf(keycloak) : `http://localhost:${issuerPort}/realms/gov`;
  if (keycloak && process.env["ISSUER_PORT"])
    say("ISSUER_PORT is not used: KEYCLOAK_URL names the issuer, so none is started here.");
  const state = loadState();
  say(config.DATABASE_URL ? "Using the database of DATABASE_URL …" : "Starting PostgreSQL …");
  const opening = openPreparedDatabases({ exclusive: true });
  // A signal that comes meanwhile waits until the server is up, and stops it.
  ends.push(async () => (await opening).release());
  const databases = await opening;
  await loadWhatIsMissing(databases.urls);
  updateState({ issuerUrl, ...(databases.adminUrl === undefined ? {} : { adminUrl: databases.adminUrl }) });

  const gatewayPort = String(config.GATEWAY_PORT);
  const loads = await settleLoads(process.env, databases.adminUrl, state);
  const settings: StartSettings = {
    loads,
    given: process.env,
    state,
    urls: databases.urls,
    gatewayPort,
    issuerPort,
    issuerUrl,
    epoch: await demonstrationEpoch(databases.urls),
  };
  const services = startChild(
    "The process of the services",
    "dist/infra/local/services.js",
    servicesEnvironment(settings),
  );
  ends.push(services.stop);
  await orEnded([services], services.ready);
  if (loads !== undefined) ends.push(startWorkerProcess(settings, loads).stop);
  const operatorKey = await fetchRealmKey(issuerUrl);
  const gateway = startChild("The gateway", "dist/gateway/main.js", gatewayEnvironment(settings, operatorKey), [
    "--max-semi-space-size=64",
  ]);
  ends.push(gateway.stop);
  await orEnded([services, gateway], waitReady(`http://127.0.0.1:${gatewayPort}/readyz`));
  if (settings.given["WEBHOOKS_KEY"])
    ends.push(keepChild("The pusher of changes", "dist/commands/webhooks.js", webhooksEnvironment(settings)).stop);
  welcome(gatewayPort, issuerUrl, { tookMs: Date.now() - started, loads: loads !== undefined });
  await orEnded([services, gateway], new Promise(() => undefined));
};

/** What a first start loads, or what one that was interrupted did not. */
const loadWhatIsMissing = async (urls: ServiceUrls): Promise<void> => {
  const contents = await findContents(urls);
  if (contents.kind === "empty") {
    say("Loading the demonstration data …");
    await loadDemonstration(urls, "demo", DEFAULT_SEED);
  } else if (contents.kind === "half") {
    say(`An earlier load was interrupted: loading the demonstration data of ${contents.missing.join(", ")} …`);
    await finishDemonstration(urls, contents);
  }
};

/** Waits for something that children do; throws the reason where one of them ends instead. */
const orEnded = async (children: readonly Child[], work: Promise<unknown>): Promise<void> => {
  const end = Promise.race(children.map(({ ended }) => ended)).then((reason) => Promise.reject(new Error(reason)));
  await Promise.race([work, end]);
};

const waitReady = async (url: string): Promise<void> => {
  let remindAt = Date.now() + REMIND_EVERY_MS;
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end;) {
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > remindAt) {
      say(
        `Still waiting: the gateway ${response ? `says at /readyz that it is not ready (${response.status})` : "does not answer yet"} …`,
      );
      remindAt += REMIND_EVERY_MS;
    }
    await pause(100);
  }
  throw new Error(`The gateway was not ready within ${READY_WITHIN_MS / 60_000} minutes: ${url} says no.`);
};

const welcome = (port: string, issuerUrl: string, { tookMs, loads }: { tookMs: number; loads: boolean }): void => {
  // One write: whoever waits for the first line has them all.
  say(
    [
      `\ngovgraph is ready after ${(tookMs / 1_000).toFixed(1)} s. All data is for demonstration (演示数据).\n`,
      `  Explorer and graph   http://localhost:${port}/   http://localhost:${port}/graphql`,
      ...(loads ? [`  Imports of agencies  http://localhost:${port}/imports (as publisher-1)`] : []),
      `  Issuer               ${issuerUrl}`,
      `  Users                ${DEMO_USERS.map(({ username }) => username).join(" ")} (password demo-only-<name>)`,
      `\nA first query:\n  curl -s http://localhost:${port}/graphql -H 'content-type: application/json' \\`,
      `    -d '{"query":"{ organization(uscc: \\"91990101MA9000011P\\") { name division { name } } }"}'\n`,
    ].join("\n"),
  );
};

await runCommand(
  createCommand(
    "npm start --",
    "Starts everything on this machine, with demonstration data, until Ctrl-C.",
    START_VARIABLES,
  ).action(run),
);
