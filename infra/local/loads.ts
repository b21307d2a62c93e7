/** Loads of `npm start`: where they are kept, and the worker that loads them, which is begun again where it ends. */
import { join } from "node:path";
import { LOADS_SCHEMA } from "../../platform/loads/index.js";
import { provisionLoads } from "../../commands/provision-loads.js";
import { derivedUrl } from "../../commands/service-urls.js";
import { workerEnvironment, type LoadsSettings, type StartSettings } from "./child-environment.js";
import { keepChild, type Child } from "./child.js";
import { stateDirectory, type LocalState } from "./state.js";

/** A schema and a role of their own on our server; those of the environment where they are given; else none. */
export const settleLoads = async (
  given: Readonly<NodeJS.ProcessEnv>,
  adminUrl: string | undefined,
  { secret }: Pick<LocalState, "secret">,
): Promise<LoadsSettings | undefined> => {
  const directory = given["GATEWAY_LOADS_DIRECTORY"] || join(stateDirectory(), "loads");
  const store = given["GATEWAY_LOADS_STORE"];
  if (store) return { store, directory };
  if (adminUrl === undefined) return undefined;
  const url = derivedUrl(adminUrl, secret, LOADS_SCHEMA);
  await provisionLoads(adminUrl, url);
  return { store: url, directory };
};

/** As `npm run import`: the heap is cleared before it grows. */
const HEAP = ["--max-semi-space-size=4", "--max-old-space-size=1024"];

/** Begins it, and again where it ends: what it was at is taken again. */
export const startWorkerProcess = (settings: StartSettings, loads: LoadsSettings): Pick<Child, "stop"> =>
  keepChild("The worker of imports", "dist/commands/worker.js", workerEnvironment(settings, loads), HEAP);
