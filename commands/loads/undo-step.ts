/** The step UNDO: the last load of the file is taken back, all of it or nothing; the feed of changes tells of it as of every other change. */
import { inTransaction, undoLoad, UNDO_DAYS, type LoadToUndo } from "../../platform/database/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ImportRefused, type BatchCall, type LoadUndo } from "../../platform/import/index.js";
import { refreshFigures } from "../../platform/subgraph/refresh.js";
import { dayOfGraph } from "../contents.js";
import { openDirectCalls } from "../direct-calls.js";
import type { FoundKind } from "../find-kind.js";
import type { LoadPlace } from "../load-file.js";
import { withDatabaseOf } from "../service-database.js";

/** Records that a refusal names. */
const MOST_NAMED = 20;

const WHY = {
  CHANGED_SINCE: "of its records were changed or removed since",
  BUILT_UPON: "of its records are named by later ones, such as repairs and objections",
} as const;

const refusal = (why: keyof typeof WHY, keys: readonly string[]): ImportRefused =>
  new ImportRefused(
    `${keys.length} ${WHY[why]}: ${keys.slice(0, MOST_NAMED).join(", ")}${
      keys.length > MOST_NAMED ? ", …" : ""
    }. Nothing was undone: correct what is wrong by a new file.`,
  );

/** Asks the other services which of the keys they name. */
const namedElsewhere = async (
  asked: LoadUndo["namedElsewhere"],
  keys: readonly string[],
  call: BatchCall,
): Promise<string[]> => {
  const found = await Promise.all((asked?.services ?? []).map((name) => call<string[]>(name, asked!.batch, keys)));
  return found.flat();
};

/** Runs it; gives its result. Throws ImportRefused where it can not be undone, with the records on which others build. */
export const undoStep = async (
  { service, kind, loading }: FoundKind,
  loadId: string | undefined,
  { urls, marks }: Pick<LoadPlace, "urls" | "marks">,
): Promise<Record<string, unknown>> => {
  const { undo } = kind;
  if (undo === undefined) throw new ImportRefused("Loads of this kind can not be undone.");
  if (loadId === undefined) throw new ImportRefused("There is no load of this file that could be undone.");
  const day = dayOfGraph(marks);
  const others = openDirectCalls(urls, { applicationName: "govgraph-worker", asOf: new Date() });
  const load: LoadToUndo = {
    loadId,
    today: localDateOf(new Date()),
    namedElsewhere: (keys) => namedElsewhere(undo.namedElsewhere, keys, others.call),
  };
  return withDatabaseOf(service, urls, "govgraph-worker", async (db) => {
    const outcome = await inTransaction(db, (trx) => undoLoad(trx, undo, load));
    if ("keys" in outcome) throw refusal(outcome.kind, outcome.keys);
    if (outcome.kind === "UNKNOWN")
      throw new ImportRefused(
        `The load changed nothing, or is more than ${UNDO_DAYS} days ago: what was before is not kept.`,
      );
    await refreshFigures({ name: service, ...loading }, db, day);
    return { undone: loadId, removed: outcome.removed, restored: outcome.restored, on: load.today };
  }).finally(() => others.close());
};
