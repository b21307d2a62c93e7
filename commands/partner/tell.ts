/** `npm run partner -- list | show | history`: what the registry holds. Changes nothing, and needs no token. */
import type { Command } from "commander";
import { findBundle, listSteps, listVersions } from "../../platform/registry/index.js";
import { say } from "../command.js";
import { withRegistryDatabase } from "./open-registry.js";
import { versionNumber } from "./version-number.js";

const list = (): Promise<void> =>
  withRegistryDatabase(async (db) => {
    const bundle = await findBundle(db);
    say(bundle === undefined ? "No bundle was made yet." : `Bundle ${bundle.version} is served.`);
    for (const { subgraph, version, state, url, owner } of await listVersions(db))
      if (state !== "RETIRED") say(`${subgraph} ${version}: ${state} ${url ?? "in the gateway"} (${owner.zh})`);
  });

const show = (name: string, version: string | undefined, { sdl }: { sdl?: boolean }): Promise<void> =>
  withRegistryDatabase(async (db) => {
    const found = (
      await listVersions(db, { subgraph: name, ...(version === undefined ? {} : { version: versionNumber(version) }) })
    ).at(-1);
    if (!found) throw new Error(`There is no ${version === undefined ? name : `version ${version} of ${name}`}.`);
    if (sdl) return say(found.sdl);
    const { sdl: text, ...facts } = found;
    say(JSON.stringify({ ...facts, lines: text.split("\n").length }, null, 2));
  });

const history = (name: string | undefined): Promise<void> =>
  withRegistryDatabase(async (db) => {
    for (const { subgraph, version, event, state, by, why, at } of await listSteps(db, name))
      say(`${at} ${subgraph} ${version}: ${event} -> ${state} by ${by}: ${why}`);
  });

/** Adds the commands. */
export const addTellCommands = (program: Command): void => {
  program.command("list").description("Every version that is live or waits, and the bundle.").action(list);
  program
    .command("show")
    .description("One version: the newest, unless another is named.")
    .argument("<name>")
    .argument("[version]")
    .option("--sdl", "print its SDL alone")
    .action(show);
  program
    .command("history")
    .description("Who did what, when and why: of one subgraph or of all.")
    .argument("[name]")
    .action(history);
};
