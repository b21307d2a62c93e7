/** `npm run partner -- approve | withdraw | remove`: what others decide of versions. */
import type { Command } from "commander";
import { say } from "../command.js";
import { changeRegistry } from "./open-registry.js";
import { tellOutcome } from "./outcome.js";
import { versionNumber } from "./version-number.js";

interface Given {
  readonly why: string;
}

const approve = (name: string, version: string, { why }: Given): Promise<void> =>
  changeRegistry({ why }, async (registry, act) =>
    tellOutcome(await registry.approve(name, versionNumber(version), act)),
  );

const withdraw = (name: string, version: string, { why }: Given): Promise<void> =>
  changeRegistry({ why }, async (registry, act) => {
    await registry.withdraw(name, versionNumber(version), act);
    say(`${name} ${version}: RETIRED`);
  });

const remove = (name: string, { why }: Given): Promise<void> =>
  changeRegistry({ why }, async (registry, act) =>
    say(`${name} is out of the graph with bundle ${await registry.remove(name, act)}.`),
  );

/** Adds the commands. */
export const addDecideCommands = (program: Command): void => {
  const deciding = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument("<name>")
      .requiredOption("--why <why>", "kept in the history");
  deciding(
    "approve",
    "Approves what a waiting version makes public, and those handed in with it; the second approval publishes them.",
  )
    .argument("<version>")
    .action(approve);
  deciding("withdraw", "Takes back a version that waits, and those handed in with it.")
    .argument("<version>")
    .action(withdraw);
  deciding("remove", "Takes a subgraph out of the graph.").action(remove);
};
