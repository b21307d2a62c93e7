/** Fills a server's databases as the build of a folder does, in a process of its own: two builds do not fit into one. */
import { pathToFileURL } from "node:url";
import type * as Demonstration from "../../../commands/demonstration.js";
import type * as Prepare from "../../../commands/prepare.js";
import type * as Urls from "../../../commands/service-urls.js";
import type * as World from "../../../infra/local/world.js";

const [build = "", serverUrl = "", scale = "demo"] = process.argv.slice(2);
const load = async <Module>(file: string): Promise<Module> =>
  (await import(pathToFileURL(`${build}/dist/${file}`).href)) as Module;

await import("reflect-metadata");
const { prepareDatabases } = await load<typeof Prepare>("commands/prepare.js");
const { findContents, loadDemonstration } = await load<typeof Demonstration>("commands/demonstration.js");
const { derivedUrls } = await load<typeof Urls>("commands/service-urls.js");
const { DEFAULT_SEED } = await load<typeof World>("infra/local/world.js");
const urls = derivedUrls(serverUrl, "bench");
await prepareDatabases({ adminUrl: serverUrl, urls });
if ((await findContents(urls)).kind === "empty")
  await loadDemonstration(urls, scale as Demonstration.Scale, DEFAULT_SEED);
