/** `npm run import -- work-calendar <file>` or `time-limits`: puts what changed in the law into force for all services, without a release. */
import { readFileSync } from "node:fs";
import { readLawFile, writeLawEdition, type LawKind } from "../platform/law/index.js";
import { say } from "./command.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./prepare.js";

/** Checks the file and, but for a dry run, writes it for each service. Throws LawFileRefused, and writes nothing, where it contradicts itself. */
export const importLaw = async (kind: LawKind, file: string, { dryRun }: { dryRun: boolean }): Promise<void> => {
  // Windows editors put a mark in front.
  const content = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { edition, changes, use } = readLawFile(kind, file, content);
  // Refuses what would contradict the rest: a calendar that leaves a year out, a limit in another unit.
  use();
  for (const line of changes.length > 0 ? changes : ["Nothing changes."]) say(line);
  if (dryRun) return say("Checked; nothing was written.");
  const { urls, release } = await openDatabases();
  try {
    for (const service of Object.keys(urls)) {
      const written = await withDatabaseOf(service, urls, "govgraph-import", (db) =>
        writeLawEdition(db, kind, { edition, content }),
      );
      say(`${service}: ${written ? `edition ${edition} loaded` : "unchanged"}`);
    }
    say("Running services take it within a minute; npm run refresh computes the figures that hang on it.");
  } finally {
    await release();
  }
};
