/** Demonstration data of all services: loaded as a whole or not at all, marked, finished where it was interrupted. */
import { beginLoad, completeFeed, loadWhole, restartFeed } from "../platform/database/index.js";
import { localDateOf } from "../platform/domain/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { DEMONSTRATION, IMPORT, type Scale } from "./contents.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";
import { createWorld } from "../infra/local/world.js";

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
          if (service.changes) await completeFeed(trx);
        }),
      ),
    ),
  );
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
};
