/** `npm run seed -- --scale small|demo`: replaces all data by the demonstration world; the same seed number gives the same data. */
import "reflect-metadata";
import { Command, InvalidArgumentError, Option } from "commander";
import { runMain } from "../../platform/config/index.js";
import { openDatabaseServer } from "./postgres.js";
import { prepareDatabases, seedDatabases } from "./prepare.js";
import { readState, writeState } from "./state.js";
import { DEFAULT_SEED, createWorld } from "./world.js";

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
};

await runMain(async () => {
  const program = new Command("npm run seed --")
    .description("Replaces the data of all services by generated demonstration data.")
    .addOption(new Option("--scale <scale>", "how much").choices(["small", "demo"]).default("demo"))
    .option("--seed <number>", "seed number", wholeNumber, DEFAULT_SEED)
    .action(async ({ scale, seed }: { scale: "small" | "demo"; seed: number }) => {
      const state = readState();
      const server = await openDatabaseServer(process.env["DATABASE_URL"]);
      try {
        const started = Date.now();
        const world = createWorld(scale, seed);
        await seedDatabases(await prepareDatabases(server.url, state.secret), world);
        writeState(state);
        process.stdout.write(
          `Loaded scale ${scale}: ${world.organizations.length} organisations, ${world.matters.length} matters, in ${((Date.now() - started) / 1_000).toFixed(1)} s.\n`,
        );
      } finally {
        await server.release();
      }
    });
  await program.parseAsync();
});
