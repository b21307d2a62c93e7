/** `npm run import -- divisions <file>`: data of one service that is taken as a whole or not at all, in force at once. */
import { inTransaction } from "../platform/database/index.js";
import { readTextFile } from "../platform/import/index.js";
import type { LoadedFile } from "../platform/subgraph/index.js";
import { say } from "./command.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./prepare.js";

/** Checks the file and, but for a dry run, writes it. Throws LawFileRefused, and writes nothing, where it contradicts itself or what stands. */
export const importFile = async (
  { service, file: { read } }: { readonly service: string; readonly file: LoadedFile },
  path: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> => {
  const { edition, changes, write } = read(path, readTextFile(path));
  for (const line of changes) say(line);
  if (dryRun) return say("Checked; nothing was written.");
  const { urls, release } = await openDatabases();
  try {
    const written = await withDatabaseOf(service, urls, "govgraph-import", (db) => inTransaction(db, write));
    say(`${service}: ${written ? `edition ${edition} loaded` : "unchanged"}`);
  } finally {
    await release();
  }
};
