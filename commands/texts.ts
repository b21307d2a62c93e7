/** `npm run texts`: looks for persons in the public texts that services keep, seeded and imported alike; tells places and kinds, never words. */
import "reflect-metadata";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { textsWithPersons, type TextRow } from "../subgraphs/demonstration-texts.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { dayOfGraph } from "./contents.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./service-database.js";

/** Most places that are told of a service. */
const TOLD = 100;

const run = async (): Promise<void> => {
  const { urls, marks, release } = await openDatabases({ prepare: false });
  try {
    let all = 0;
    for (const { name } of SUBGRAPHS)
      await withDatabaseOf(name, urls, "govgraph-texts", async (db) => {
        const read = async (sql: string): Promise<TextRow[]> => ((await db.raw(sql)) as { rows: TextRow[] }).rows;
        const { texts, found } = await textsWithPersons(read, name, dayOfGraph(marks));
        say(`${name}: ${texts} public texts, ${found.length} with something of a person`);
        for (const { what, kinds } of found.slice(0, TOLD)) say(`  - ${what}: ${kinds.join(", ")}`);
        all += found.length;
      });
    if (all > 0)
      throw new Error(
        `${all} public texts hold something of a person, or words that look like it: have their agencies correct the records and load them again.`,
      );
  } finally {
    await release();
  }
};

await runCommand(
  createCommand(
    "npm run texts --",
    "Looks for persons in the public texts that services keep, and tells where; exit code 1 where there are any.",
    DATABASE_VARIABLES,
  ).action(run),
);
