/** `npm run worker`: loads what agencies upload at the gateway, in a process of its own beside those that serve. */
import { readConfig } from "../platform/config/index.js";
import { createDatabase, forgetJournal } from "../platform/database/index.js";
import { stopOnSignal } from "../platform/http/index.js";
import { createWorkStore, LOADS_SCHEMA, openLoadFolder } from "../platform/loads/index.js";
import { createLogger, logEvent } from "../platform/telemetry/index.js";
import { importKinds } from "../schema/loadings.js";
import { createCommand, runCommand } from "./command.js";
import { COMMAND_VARIABLES, DATABASE_VARIABLES, readCommandKeys } from "./command-variables.js";
import { readMarks } from "./contents.js";
import { findOwnState, openDatabases } from "./databases.js";
import { findKind } from "./find-kind.js";
import { toldKinds } from "./loads/told-kinds.js";
import { startWorker } from "./loads/work.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";
import { WORKER_VARIABLES } from "./worker-variables.js";

/** Forgets, in each service whose loads can be undone, what was there before old ones. */
const forgetOld = async (urls: ServiceUrls): Promise<void> => {
  const found = await Promise.all(importKinds().map(({ kind }) => findKind(kind)));
  const services = found.flatMap(({ service, kind: { undo } }) => (undo === undefined ? [] : [service]));
  for (const service of new Set(services)) await withDatabaseOf(service, urls, "govgraph-worker", forgetJournal);
};

const run = async (): Promise<void> => {
  const config = readConfig(WORKER_VARIABLES, process.env);
  const keys = readCommandKeys(process.env, findOwnState());
  const { urls, release } = await openDatabases({ prepare: false });
  const log = createLogger({ name: "worker", level: config.WORKER_LOG_LEVEL });
  const db = createDatabase({
    url: config.WORKER_LOADS_STORE,
    applicationName: "govgraph-worker",
    schema: LOADS_SCHEMA,
    poolMax: 4,
    statementTimeoutMs: 10_000,
  });
  const store = createWorkStore(db);
  await store.tellKinds(await toldKinds());
  const worker = startWorker({
    store,
    folder: await openLoadFolder(config.WORKER_LOADS_DIRECTORY),
    // The law and what else may have come since are read again for each step.
    place: async () => ({ urls, keys, marks: await readMarks(urls), applicationName: "govgraph-worker" }),
    forget: () => forgetOld(urls),
    log,
  });
  logEvent(log, "WORKER_READY", {});
  process.send?.("ready");
  stopOnSignal(async () => {
    await worker.stop();
    await db.destroy();
    await release();
  });
};

await runCommand(
  createCommand("npm run worker --", "Loads what agencies upload at the gateway, until it is stopped.", {
    ...WORKER_VARIABLES,
    ...DATABASE_VARIABLES,
    ...COMMAND_VARIABLES,
  }).action(run),
);
