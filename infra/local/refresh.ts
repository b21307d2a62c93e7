/** `npm run refresh`: makes the precomputed figures of all services anew, on DATABASE_URL or the local server; for a scheduler, once a night. */
import "reflect-metadata";
import { Command, InvalidArgumentError } from "commander";
import type { Knex } from "knex";
import { runMain } from "../../platform/config/index.js";
import { isLocalDate, localDateOf } from "../../platform/domain/index.js";
import type { RecordKeys } from "../../platform/import/index.js";
import { refreshFeed, refreshFigures } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { readCommandKeys } from "./command-variables.js";
import { openDatabaseServer } from "./postgres.js";
import { prepareDatabases, withDatabaseOf } from "./prepare.js";
import { readState, writeState } from "./state.js";

const day = (text: string): string => {
  if (!isLocalDate(text)) throw new InvalidArgumentError("It is a day, YYYY-MM-DD.");
  return text;
};

/** Says what became of the record keys, where some were hashed with an older one. */
const rehash = async (
  definition: (typeof SUBGRAPHS)[number],
  db: Knex,
  keys: RecordKeys,
): Promise<readonly string[]> => {
  const { rehashed, remaining } = (await definition.rehash?.(db, keys)) ?? { rehashed: 0, remaining: 0 };
  return rehashed + remaining === 0
    ? []
    : [`${rehashed} record keys hashed anew, ${remaining} still need an older key`];
};

const run = async (on: string, newEpoch: boolean): Promise<void> => {
  const state = readState();
  writeState(state);
  const { recordKeys } = readCommandKeys(process.env, state);
  const server = await openDatabaseServer(process.env["DATABASE_URL"]);
  try {
    const urls = await prepareDatabases(server.url, state.secret);
    for (const definition of SUBGRAPHS) {
      const { name } = definition;
      const did = await withDatabaseOf(name, urls, "govgraph-refresh", async (db) => [
        ...((await refreshFigures(definition, db, on)) ? [`figures as of ${on}`] : []),
        ...((await refreshFeed(definition, db, on, { newEpoch })) ? [`changes up to ${on}`] : []),
        ...(await rehash(definition, db, recordKeys)),
      ]);
      process.stdout.write(`${name}: ${did.join(", ")}\n`);
    }
  } finally {
    await server.release();
  }
};

await runMain(async () => {
  const program = new Command("npm run refresh --")
    .description("Makes the precomputed figures of all services anew and moves what time alone made public or ended.")
    .option("--on <day>", "as of this day", day, localDateOf(new Date()))
    .option(
      "--new-epoch",
      "make every reader of the feed of changes begin again: after the database's files were set back",
    )
    .action(({ on, newEpoch }: { on: string; newEpoch?: boolean }) => run(on, newEpoch ?? false));
  await program.parseAsync();
});
