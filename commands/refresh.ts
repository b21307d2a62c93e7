/** `npm run refresh`: recomputes the figures of all services, with each service's own role; for a scheduler, once a night. */
import "reflect-metadata";
import { InvalidArgumentError } from "commander";
import { isLocalDate } from "../platform/domain/index.js";
import type { RecordKeys } from "../platform/import/index.js";
import { forgetNoticeMarks } from "../platform/notices/index.js";
import { forgetDelivered } from "../platform/outbox/index.js";
import { refreshFeed, refreshFigures } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { forgetExpiredKeys, type StepsInTime } from "../platform/write/index.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES, readCommandKeys } from "./command-variables.js";
import { findOwnState, openDatabases } from "./databases.js";
import { dayOfGraph } from "./contents.js";
import { withDatabaseOf } from "./service-database.js";
import { reconsiderRecords } from "./reconsider.js";

const day = (text: string): string => {
  if (!isLocalDate(text)) throw new InvalidArgumentError("It is a day, YYYY-MM-DD.");
  return text;
};

/** Keys of imported records; undefined where they are not ours to know, and then none is rehashed. */
const findRecordKeys = (): RecordKeys | undefined => {
  const state = findOwnState();
  if (state === undefined && !process.env["GOVGRAPH_RECORD_KEYS"]) return undefined;
  return readCommandKeys(process.env, state).recordKeys;
};

/** What is told of steps that failed: how many, and of the first its kind alone, since what a database says may hold a record. */
const failureOf = (service: string, { failed, failures }: StepsInTime): string => {
  const [first] = failures as readonly { readonly name?: string; readonly code?: string }[];
  return `${service}: ${failed} steps that time alone brings about failed (the first: ${first?.code ?? first?.name ?? "unknown"}); all others were taken. The next refresh tries them again.`;
};

const run = async ({ on: given, newEpoch = false }: { on?: string; newEpoch?: boolean }): Promise<void> => {
  const recordKeys = findRecordKeys();
  const { urls, marks, release } = await openDatabases({ prepare: false });
  try {
    const on = given ?? dayOfGraph(marks);
    const failed: string[] = [];
    for (const definition of SUBGRAPHS) {
      const { name, rehash, notices } = definition;
      await withDatabaseOf(name, urls, "govgraph-refresh", async (db) => {
        const closed = await reconsiderRecords(definition, db, urls, on);
        if (closed !== undefined) say(closed);
        const did = [
          ...((await refreshFigures(definition, db, on)) ? [`figures as of ${on}`] : []),
          ...((await refreshFeed(definition, db, on, { newEpoch })) ? [`changes up to ${on}`] : []),
        ];
        const beginning = new Date(`${on}T00:00:00+08:00`);
        const steps = await definition.stepsInTime?.(db, beginning);
        if (steps && steps.taken > 0) did.push(`${steps.taken} steps that time alone brings about`);
        if (steps && steps.failed > 0) failed.push(failureOf(name, steps));
        await forgetDelivered(db);
        await forgetExpiredKeys(db, beginning);
        if (notices) await forgetNoticeMarks(db, beginning);
        if (did.length > 0) say(`${name}: ${did.join(", ")}`);
        if (!rehash || recordKeys === undefined) return;
        const { rehashed, remaining, twice } = await rehash(db, recordKeys);
        if (rehashed + remaining > 0)
          say(`${name}: ${rehashed} record keys rehashed, ${remaining} still need an older key`);
        if (twice > 0)
          say(
            `${name}: ${twice} records are of decisions that were loaded twice, from two sources: withdraw one of each`,
          );
      });
    }
    if (failed.length > 0) throw new Error(failed.join(" "));
  } finally {
    await release();
  }
};

await runCommand(
  createCommand(
    "npm run refresh --",
    "Recomputes the figures of all services, tells readers of changes what time alone made public or ended, and agencies what their clocks show.",
    DATABASE_VARIABLES,
  )
    .option("--on <day>", "as of this day (default: today; that of demonstration data where there is any)", day)
    .option(
      "--new-epoch",
      "make every reader of the feed of changes begin again: after the database's files were set back",
    )
    .action(run),
);
