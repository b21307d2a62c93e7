/** Fills a server's databases as the build of a folder does, in a process of its own (two builds do not fit into one), and tells their addresses. */
import { pathToFileURL } from "node:url";
import type * as Contents from "../../../commands/contents.js";
import type * as Demonstration from "../../../commands/demonstration.js";
import type * as Prepare from "../../../commands/prepare.js";
import type * as Urls from "../../../commands/service-urls.js";
import type * as World from "../../../infra/local/world.js";
import { hasCommands } from "./builds.js";

type Addresses = Readonly<Record<string, string>>;

/** How builds before the commands prepared and loaded. */
interface FormerPrepare {
  readonly prepareDatabases: (serverUrl: string, secret: string) => Promise<Addresses>;
  readonly isEmpty: (urls: Addresses) => Promise<boolean>;
  readonly seedDatabases: (urls: Addresses, world: unknown) => Promise<void>;
}

const [build = "", serverUrl = "", scale = "demo"] = process.argv.slice(2);
const load = async <Module>(file: string): Promise<Module> =>
  (await import(pathToFileURL(`${build}/dist/${file}`).href)) as Module;

const prepare = async (): Promise<Addresses> => {
  const { prepareDatabases } = await load<typeof Prepare>("commands/prepare.js");
  const { findContents } = await load<typeof Contents>("commands/contents.js");
  const { loadDemonstration } = await load<typeof Demonstration>("commands/demonstration.js");
  const { derivedUrls } = await load<typeof Urls>("commands/service-urls.js");
  const { DEFAULT_SEED } = await load<typeof World>("infra/local/world.js");
  const urls = derivedUrls(serverUrl, "bench");
  await prepareDatabases({ adminUrl: serverUrl, urls });
  if ((await findContents(urls)).kind === "empty") await loadDemonstration(urls, scale as Contents.Scale, DEFAULT_SEED);
  return urls;
};

const prepareFormer = async (): Promise<Addresses> => {
  const { prepareDatabases, isEmpty, seedDatabases } = await load<FormerPrepare>("infra/local/prepare.js");
  const { createWorld } = await load<{ createWorld: (of: string) => unknown }>("infra/local/world.js");
  const urls = await prepareDatabases(serverUrl, "bench");
  if (await isEmpty(urls)) await seedDatabases(urls, createWorld(scale));
  return urls;
};

await import("reflect-metadata");
const urls = await (hasCommands(build) ? prepare() : prepareFormer());
process.send!(urls);
process.disconnect();
