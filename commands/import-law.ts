/** `npm run import -- <kind> <file>` for the law's data: puts what changed in the law into force, without a release. */
import { inTransaction } from "../platform/database/index.js";
import { readTextFile } from "../platform/import/index.js";
import {
  LAW_KINDS,
  loadLawEdition,
  readLawFile,
  refuseOlder,
  shippedEdition,
  takeLaw,
  writeLawEdition,
  type EditionKind,
  type LawDatabase,
  type LawKind,
  type LawTransaction,
} from "../platform/law/index.js";
import { refreshFeed, refreshFigures } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { say } from "./command.js";
import { openDatabases } from "./databases.js";
import { dayOfGraph } from "./contents.js";
import { withDatabaseOf } from "./service-database.js";
import { reconsiderRecords } from "./reconsider.js";
import type { ServiceUrls } from "./service-urls.js";

/** A file that agrees with itself and with what ships, and where it goes. */
interface CheckedFile {
  readonly edition: string;
  /** A line for each change; undefined where the database alone knows. */
  readonly changes?: readonly string[];
  /** Services that keep it, each with what writes it there. Throws LawFileRefused where it contradicts what stands there. */
  readonly writes: ReadonlyMap<string, (db: LawTransaction) => Promise<boolean>>;
  /** What follows in a service, once it is there. */
  follow?(service: string, db: LawDatabase, urls: ServiceUrls, day: string): Promise<void>;
  /** The last line. */
  readonly then?: string;
}

/** Closes what may not be public any more, and computes again what hangs on it. */
const reconsidered = async (
  definition: (typeof SUBGRAPHS)[number],
  db: LawDatabase,
  urls: ServiceUrls,
  day: string,
): Promise<void> => {
  const closed = await reconsiderRecords(definition, db, urls, day);
  if (closed !== undefined) say(closed);
  await refreshFigures(definition, db, day);
  await refreshFeed(definition, db, day);
};

/** By the law that was written a moment ago, where the service has records that a law may seal. */
const sealStored: NonNullable<CheckedFile["follow"]> = async (service, db, urls, day) => {
  const definition = SUBGRAPHS.find(({ name }) => name === service)!;
  if (definition.reconsider === undefined) return;
  await takeLaw(db);
  await reconsidered(definition, db, urls, day);
};

/** A kind that every service keeps and counts by. */
const forAll = (kind: LawKind, file: string, content: string): CheckedFile => {
  const { edition, changes, use } = readLawFile(kind, file, content);
  refuseOlder(shippedEdition(kind), edition);
  // Refuses what would contradict the rest: a calendar that leaves a year out, a limit in another unit.
  use();
  const write = (db: LawTransaction): Promise<boolean> => writeLawEdition(db, kind, { edition, content });
  return {
    edition,
    changes: changes.length === 0 ? ["Nothing changes."] : changes,
    writes: new Map(SUBGRAPHS.map(({ name }) => [name, write])),
    ...(kind === "sealing-laws" ? { follow: sealStored } : {}),
    then: "Running services take it within a minute; npm run refresh computes the figures that hang on it.",
  };
};

/** A kind that fills tables: of the services that have one, whose figures are computed again. */
const forTables = (kind: EditionKind, file: string, content: string): CheckedFile => {
  const kept = SUBGRAPHS.flatMap((definition) =>
    definition.lawTables.filter((table) => table.kind === kind).map((table) => ({ definition, table })),
  );
  const [read] = kept.map(({ table }) => table.read(file, content));
  const { edition, changes } = read!;
  return {
    edition,
    ...(changes ? { changes } : {}),
    writes: new Map(
      kept.map(({ definition, table }) => [definition.name, (db) => loadLawEdition(db, table, { edition, content })]),
    ),
    // Also where it is there: a load that was cut off may have left the figures of before.
    async follow(service, db, urls, day) {
      await reconsidered(kept.find(({ definition: { name } }) => name === service)!.definition, db, urls, day);
    },
  };
};

const isForAll = (kind: EditionKind): kind is LawKind => (LAW_KINDS as readonly string[]).includes(kind);

/** Ends a dry run: nothing that it wrote stays. */
class DryRun extends Error {}

/** Writes in one transaction, and takes it back after a dry run; false where it was there. */
const written = async (
  db: LawDatabase,
  write: (trx: LawTransaction) => Promise<boolean>,
  dryRun: boolean,
): Promise<boolean> => {
  try {
    return await inTransaction(db, async (trx) => {
      const wrote = await write(trx);
      if (dryRun) throw new DryRun();
      return wrote;
    });
  } catch (error) {
    if (error instanceof DryRun) return false;
    throw error;
  }
};

/** Loads the file, or does as if. Throws LawFileRefused, and writes nothing in that service, where it contradicts itself or what stands. */
export const importLaw = async (
  kind: EditionKind,
  file: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> => {
  const content = readTextFile(file);
  const checked = isForAll(kind) ? forAll(kind, file, content) : forTables(kind, file, content);
  for (const line of checked.changes ?? []) say(line);
  const { urls, marks, release } = await openDatabases();
  try {
    const day = dayOfGraph(marks);
    for (const [service, write] of checked.writes)
      await withDatabaseOf(service, urls, "govgraph-import", async (db) => {
        const wrote = await written(db, write, dryRun);
        if (dryRun) return;
        await checked.follow?.(service, db, urls, day);
        say(`${service}: ${wrote ? `edition ${checked.edition} loaded` : "unchanged"}`);
      });
    if (dryRun) say("Checked; nothing was written.");
    else if (checked.then) say(checked.then);
  } finally {
    await release();
  }
};
