/** `npm run import -- <kind> <file>` for the law's data: puts what changed in the law into force, without a release. */
import { readTextFile } from "../platform/import/index.js";
import {
  LAW_KINDS,
  LAW_TABLE_KINDS,
  loadLawEdition,
  readLawFile,
  writeLawEdition,
  type LawKind,
  type LawTableKind,
} from "../platform/law/index.js";
import { refreshFeed, refreshFigures } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { say } from "./command.js";
import { openDatabases } from "./databases.js";
import { findDayOfGraph } from "./demonstration.js";
import { withDatabaseOf } from "./prepare.js";
import type { ServiceUrls } from "./service-urls.js";

/** Kinds of the law's data. */
export const LAW_FILE_KINDS: readonly (LawKind | LawTableKind)[] = [...LAW_KINDS, ...LAW_TABLE_KINDS];

/** What is loaded, once the file was read and agrees with itself. */
interface CheckedLaw {
  /** What it changes, a line each; undefined where that is known in the database alone. */
  readonly changes?: readonly string[];
  /** Writes it for the services that keep it. */
  write(urls: ServiceUrls): Promise<void>;
}

const told = (service: string, written: boolean, edition: string): void =>
  say(`${service}: ${written ? `edition ${edition} loaded` : "unchanged"}`);

/** A kind that every service keeps and counts by. */
const checkedForAll = (kind: LawKind, file: string, content: string): CheckedLaw => {
  const { edition, changes, use } = readLawFile(kind, file, content);
  // Refuses what would contradict the rest: a calendar that leaves a year out, a limit in another unit.
  use();
  return {
    changes,
    async write(urls) {
      for (const service of Object.keys(urls))
        await withDatabaseOf(service, urls, "govgraph-import", async (db) =>
          told(service, await writeLawEdition(db, kind, { edition, content }), edition),
        );
      say("Running services take it within a minute; npm run refresh computes the figures that hang on it.");
    },
  };
};

/** A kind that fills tables: of the services that have one, whose figures are computed again. */
const checkedForTables = (kind: LawTableKind, file: string, content: string): CheckedLaw => {
  const kept = SUBGRAPHS.flatMap((definition) =>
    definition.lawTables.filter((table) => table.kind === kind).map((table) => ({ definition, table })),
  );
  const [edition] = kept.map(({ table }) => table.read(file, content).edition);
  return {
    async write(urls) {
      const day = await findDayOfGraph(urls);
      for (const { definition, table } of kept)
        await withDatabaseOf(definition.name, urls, "govgraph-import", async (db) => {
          const written = await loadLawEdition(db, table, { edition: edition!, content });
          // Also where it is there: a load that was cut off may have left the figures of before.
          await refreshFigures(definition, db, day);
          await refreshFeed(definition, db, day);
          told(definition.name, written, edition!);
        });
    },
  };
};

const isTableKind = (kind: LawKind | LawTableKind): kind is LawTableKind =>
  (LAW_TABLE_KINDS as readonly string[]).includes(kind);

/** Checks the file and, but for a dry run, loads it. Throws LawFileRefused, and writes nothing, where it contradicts itself. */
export const importLaw = async (
  kind: LawKind | LawTableKind,
  file: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> => {
  const content = readTextFile(file);
  const { changes, write } = isTableKind(kind)
    ? checkedForTables(kind, file, content)
    : checkedForAll(kind, file, content);
  for (const line of changes?.length === 0 ? ["Nothing changes."] : (changes ?? [])) say(line);
  if (dryRun) return say("Checked; nothing was written.");
  const { urls, release } = await openDatabases();
  try {
    await write(urls);
  } finally {
    await release();
  }
};
