/** Demonstration data of all services: loaded as a whole or not at all, marked, finished where it was interrupted. */
import { beginLoad, findLoadMark, loadWhole, restartFeed, type LoadMark } from "../platform/database/index.js";
import { localDateOf, type LocalDate } from "../platform/domain/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { withDatabaseOf } from "./prepare.js";
import type { ServiceUrls } from "./service-urls.js";
import { createWorld, DEMONSTRATION_DAY } from "../infra/local/world.js";

/** How much: `none` is an empty graph with the real reference data. */
export type Scale = "none" | "small" | "demo";

const DEMONSTRATION = "demonstration";
const IMPORT = "import";

/** What a database holds. */
export type Contents =
  /** Nothing was ever loaded. */
  | { readonly kind: "empty" }
  /** A load was begun and is not whole in these services. */
  | { readonly kind: "half"; readonly scale: Scale; readonly seed: number; readonly missing: readonly string[] }
  /** Generated data, and nothing else. */
  | { readonly kind: "demonstration"; readonly scale: Scale; readonly seed: number }
  /** Records that were imported, or loaded before loads had marks. */
  | { readonly kind: "records" };

const marksOf = (urls: ServiceUrls, name: string): Promise<(LoadMark | undefined)[]> =>
  Promise.all(
    SUBGRAPHS.map((service) => withDatabaseOf(service.name, urls, "govgraph-check", (db) => findLoadMark(db, name))),
  );

/** Tells what the databases hold. */
export const findContents = async (urls: ServiceUrls): Promise<Contents> => {
  const marks = await marksOf(urls, DEMONSTRATION);
  const content = marks.find((mark) => mark !== undefined)?.content;
  // Loads begin in the order of the services: the first mark is that of the last load.
  const missing = SUBGRAPHS.filter((_, index) => !marks[index]?.whole || marks[index].content !== content).map(
    ({ name }) => name,
  );
  const [scale, seed] = content?.split(" ") ?? [];
  const loaded = { scale: scale as Scale, seed: Number(seed) };
  if (content !== undefined && missing.length > 0) return { kind: "half", ...loaded, missing };
  const imported = (await marksOf(urls, IMPORT)).some((mark) => mark !== undefined);
  if (imported) return { kind: "records" };
  if (content !== undefined) return { kind: "demonstration", ...loaded };
  return (await hasOrganizations(urls)) ? { kind: "records" } : { kind: "empty" };
};

/** Day on which the graph stands: that of demonstration data where there is any, also beside imported records; else today. */
export const findDayOfGraph = async (urls: ServiceUrls): Promise<LocalDate> => {
  const marks = await marksOf(urls, DEMONSTRATION);
  const generated = marks.some((mark) => mark !== undefined && !mark.content.startsWith("none "));
  return generated ? DEMONSTRATION_DAY : localDateOf(new Date());
};

/** Why imported records may not be seen at once. */
export const tellLaterDay = (day: LocalDate): string =>
  `Beside demonstration data the graph stands on ${day}: what is public from today on is seen after GOVGRAPH_CLOCK=real npm start.`;

const hasOrganizations = (urls: ServiceUrls): Promise<boolean> =>
  withDatabaseOf(
    "reference",
    urls,
    "govgraph-check",
    async (db) => (await db("organizations").select("id").limit(1)).length > 0,
  );

/** Remembers that a service holds imported records, which no demonstration data replaces unasked. */
export const markImport = (urls: ServiceUrls, service: string, kind: string): Promise<void> =>
  withDatabaseOf(service, urls, "govgraph-import", (db) =>
    loadWhole(db, { name: IMPORT, content: kind }, async () => undefined),
  );

/** Replaces the data of every service by a demonstration world, a transaction each. */
export const loadDemonstration = async (urls: ServiceUrls, scale: Scale, seed: number): Promise<void> => {
  // Said in every service before the first one changes: whoever comes after an interruption knows of it.
  for (const { name } of SUBGRAPHS)
    await withDatabaseOf(name, urls, "govgraph-seed", (db) => beginLoad(db, DEMONSTRATION, `${scale} ${seed}`));
  await finishDemonstration(urls, { scale, seed, missing: SUBGRAPHS.map(({ name }) => name) });
};

/** Loads what is missing of a demonstration world. */
export const finishDemonstration = async (
  urls: ServiceUrls,
  { scale, seed, missing }: { readonly scale: Scale; readonly seed: number; readonly missing: readonly string[] },
): Promise<void> => {
  const world = scale === "none" ? undefined : createWorld(scale, seed);
  const outcomes = await Promise.allSettled(
    SUBGRAPHS.filter(({ name }) => missing.includes(name)).map((service) =>
      withDatabaseOf(service.name, urls, "govgraph-seed", (db) =>
        loadWhole(db, { name: DEMONSTRATION, content: `${scale} ${seed}` }, async (trx) => {
          // Every reader of the feed begins again; the feed stands on the day of the data.
          if (service.changes) await restartFeed(trx, world?.today ?? localDateOf(new Date()));
          await service.clear(trx);
          await trx("load_marks").where({ name: IMPORT }).delete();
          if (world !== undefined) await service.seed(trx, world);
        }),
      ),
    ),
  );
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
};

/** Throws a sentence where a load was begun and is not whole. */
export const checkUnbroken = async (urls: ServiceUrls): Promise<void> => {
  const contents = await findContents(urls);
  if (contents.kind === "half")
    throw new Error(
      `The load of demonstration data was interrupted, ${contents.missing.join(", ")} ${contents.missing.length === 1 ? "has" : "have"} none of it: ` +
        `finish it with npm run seed -- --scale ${contents.scale}, or empty the database with npm run seed -- --scale none.`,
    );
};
