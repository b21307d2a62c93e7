/** `npm run refresh`: makes the precomputed figures of all services anew, on DATABASE_URL or the local server; for a scheduler, once a night. */
import "reflect-metadata";
import { Command, InvalidArgumentError } from "commander";
import { runMain } from "../../platform/config/index.js";
import { isLocalDate, localDateOf } from "../../platform/domain/index.js";
import { refreshFigures } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { readCommandKeys } from "./command-variables.js";
import { openDatabaseServer } from "./postgres.js";
import { prepareDatabases, withDatabaseOf } from "./prepare.js";
import { readState, writeState } from "./state.js";

const day = (text: string): string => {
  if (!isLocalDate(text)) throw new InvalidArgumentError("It is a day, YYYY-MM-DD.");
  return text;
};

const run = async (on: string): Promise<void> => {
  const state = readState();
  writeState(state);
  const { recordKeys } = readCommandKeys(process.env, state);
  const server = await openDatabaseServer(process.env["DATABASE_URL"]);
  try {
    const urls = await prepareDatabases(server.url, state.secret);
    for (const definition of SUBGRAPHS) {
      const { name } = definition;
      const made = await withDatabaseOf(name, urls, "govgraph-refresh", (db) => refreshFigures(definition, db, on));
      if (made) process.stdout.write(`${name}: figures as of ${on}\n`);
      const { rehash } = definition;
      if (!rehash) continue;
      const { rehashed, remaining } = await withDatabaseOf(name, urls, "govgraph-refresh", (db) =>
        rehash(db, recordKeys),
      );
      if (rehashed + remaining > 0)
        process.stdout.write(`${name}: ${rehashed} record keys hashed anew, ${remaining} still need an older key\n`);
    }
  } finally {
    await server.release();
  }
};

await runMain(async () => {
  const program = new Command("npm run refresh --")
    .description("Makes the precomputed figures of all services anew.")
    .option("--on <day>", "as of this day", day, localDateOf(new Date()))
    .action(({ on }: { on: string }) => run(on));
  await program.parseAsync();
});
