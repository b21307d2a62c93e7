/** `npm run seed -- --scale none|small|demo`: replaces all data by a demonstration world, the same for the same seed number; `--check` looks whether it obeys the rules of the field. */
import "reflect-metadata";
import { InvalidArgumentError, Option } from "commander";
import { checkDemonstration, toldRule } from "./check-demonstration.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { openDatabases } from "./databases.js";
import { findContents, type Scale } from "./contents.js";
import { loadDemonstration } from "./demonstration.js";
import type { ServiceUrls } from "./service-urls.js";
import { DEFAULT_SEED, createWorld } from "../infra/local/world.js";

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
};

interface Options {
  readonly scale: Scale;
  readonly seed: number;
  readonly replace?: boolean;
  readonly check?: boolean;
}

const run = async ({ scale, seed, replace = false, check = false }: Options): Promise<void> => {
  const { urls, release } = await openDatabases({ half: !check });
  try {
    if (check) return await checkRules(urls);
    const { kind } = await findContents(urls);
    if (kind === "records" && !replace)
      throw new Error(
        "The database holds records that are not generated; nothing was changed. --replace deletes them for good.",
      );
    const started = Date.now();
    await loadDemonstration(urls, scale, seed);
    say(described(scale, seed, (Date.now() - started) / 1_000));
  } finally {
    await release();
  }
};

/** Changes nothing. Throws a sentence, so that the command exits with 1, where a rule is broken. */
const checkRules = async (urls: ServiceUrls): Promise<void> => {
  const checked = await checkDemonstration(urls);
  for (const line of checked.flatMap(toldRule)) say(line);
  const broken = checked.filter(({ violations }) => violations > 0).length;
  if (broken > 0) throw new Error(`The demonstration data breaks ${broken} of ${checked.length} rules of the field.`);
  say(`The demonstration data obeys all ${checked.length} rules of the field.`);
};

const described = (scale: Scale, seed: number, seconds: number): string => {
  if (scale === "none") return "No records are left; divisions, laws and measures are there.";
  const world = createWorld(scale, seed);
  return `Loaded scale ${scale}: ${world.organizations.length} organisations, ${world.matters.length} matters, in ${seconds.toFixed(1)} s.`;
};

await runCommand(
  createCommand(
    "npm run seed --",
    "Replaces the records of all services by generated demonstration data; real divisions, laws and measures stay.",
    DATABASE_VARIABLES,
  )
    .addOption(
      new Option("--scale <scale>", "how much; none leaves no records")
        .choices(["none", "small", "demo"])
        .default("demo"),
    )
    .option("--seed <number>", "seed number", wholeNumber, DEFAULT_SEED)
    .option("--check", "change nothing: hold what is loaded against the rules of the field; exit 1 where one is broken")
    .option("--replace", "delete records that were imported, too")
    .action(run),
);
