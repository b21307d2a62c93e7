/** `npm run law`: which editions of the law's data were loaded and whether they are in force; writes one out as it was loaded. */
import "reflect-metadata";
import { listLawEditions, type KeptEdition } from "../platform/law/index.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";

type Kept = KeptEdition & { readonly service: string };

const editionsOf = async (urls: ServiceUrls): Promise<Kept[]> =>
  (
    await Promise.all(
      Object.keys(urls).map((service) =>
        withDatabaseOf(service, urls, "govgraph-law", async (db) =>
          (await listLawEditions(db)).map((kept) => ({ ...kept, service })),
        ),
      ),
    )
  ).flat();

/** Without a kind a line for each edition of each service; with one the text of the last that fits. */
const run = async (kind: string | undefined, { edition }: { edition?: string }): Promise<void> => {
  const { urls, release } = await openDatabases({ prepare: false });
  try {
    const all = await editionsOf(urls);
    if (kind === undefined) {
      for (const kept of all)
        say(
          `${kept.service}: ${kept.kind} of ${kept.edition}${kept.setAside === null ? "" : `, put aside: ${kept.setAside}`}`,
        );
      if (all.length === 0) say("Nothing was loaded: what ships is in force.");
      return;
    }
    const found = all.findLast((kept) => kept.kind === kind && (edition === undefined || kept.edition === edition));
    if (found === undefined) throw new Error(`No edition of ${kind}${edition ? ` of ${edition}` : ""} was loaded.`);
    say(found.content.trimEnd());
  } finally {
    await release();
  }
};

await runCommand(
  createCommand(
    "npm run law --",
    "Lists the editions of the law's data that were loaded, those that are put aside with why; with a kind it writes the last one out as it was loaded.",
    DATABASE_VARIABLES,
  )
    .argument("[kind]", "write out the text of this kind: time-limits, divisions, …")
    .option("--edition <day>", "not the last one but the one of this day")
    .action(run),
);
