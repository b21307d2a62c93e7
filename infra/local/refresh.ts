/** `npm run refresh`: makes the precomputed figures of all services anew, with each service's own role; for a scheduler, once a night. */
import "reflect-metadata";
import { InvalidArgumentError } from "commander";
import { isLocalDate, localDateOf } from "../../platform/domain/index.js";
import { refreshFigures } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { DATABASE_VARIABLES, createCommand, runCommand, say } from "./command.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./prepare.js";

const day = (text: string): string => {
  if (!isLocalDate(text)) throw new InvalidArgumentError("It is a day, YYYY-MM-DD.");
  return text;
};

const run = async ({ on }: { on: string }): Promise<void> => {
  const { urls, release } = await openDatabases();
  try {
    for (const definition of SUBGRAPHS) {
      const { name } = definition;
      const made = await withDatabaseOf(name, urls, "govgraph-refresh", (db) => refreshFigures(definition, db, on));
      if (made) say(`${name}: figures as of ${on}`);
    }
  } finally {
    await release();
  }
};

await runCommand(
  createCommand("npm run refresh --", "Makes the precomputed figures of all services anew.", DATABASE_VARIABLES)
    .option("--on <day>", "as of this day", day, localDateOf(new Date()))
    .action(run),
);
