/** Brings the copy of one kind in step: a bulk export where it has none, then what the feed of changes tells. */
import type { Documents } from "./documents.js";
import { GraphRefusal, type Graph } from "./graph.js";
import type { Kind } from "./kinds.js";
import type { Progress, Store, Told } from "./store.js";

/** What it works with. */
export interface Keeping {
  readonly graph: Graph;
  readonly store: Store;
  /** Told of each step, for whoever looks on. */
  readonly say: (line: string) => void;
}

/** A kind, and how the graph is asked of it now. */
export interface Kept {
  readonly kind: Kind;
  readonly documents: Documents;
}

/** Records that `nodes` gives at once. */
export const LOT = 200;

/** Cursors of before a restore, of a day that is over, or sealed with a secret that was changed since. */
const BEGIN_AGAIN: ReadonlySet<string | undefined> = new Set(["CURSOR_EXPIRED", "CURSOR"]);

const CHANGES = `query ($since: String, $types: [RecordKind!]!, $copying: Boolean!, $first: Int!) {
  changes(since: $since, types: $types, first: $first, copying: $copying) { cursor hasMore unavailable items { nodeId op } } }`;

interface Page {
  readonly cursor: string;
  readonly hasMore: boolean;
  readonly unavailable: readonly string[];
  readonly items: readonly { readonly nodeId: string; readonly op: "UPSERT" | "DELETE" }[];
}

/** Brings it in step with what the feed tells until now; returns how many changes that were. Begins again where the graph says so. */
export const keepInStep = async (kept: Kept, keeping: Keeping): Promise<number> => {
  const { kind, documents } = kept;
  const before = await keeping.store.progressOf(kind.kind);
  const progress = before === undefined || before.hash !== documents.hash ? await begin(kept, before, keeping) : before;
  try {
    const copied = progress.phase === "COPYING" ? await copy(kept, progress, keeping) : progress;
    return await follow(kept, copied, keeping);
  } catch (error) {
    if (!(error instanceof GraphRefusal) || !BEGIN_AGAIN.has(error.reason)) throw error;
    keeping.say(`${kind.kind}: the graph asks to begin again`);
    return follow(kept, await copy(kept, await begin(kept, progress, keeping), keeping), keeping);
  }
};

const readFeed = async (
  { kind }: Kind,
  graph: Graph,
  { since, copying = false }: { readonly since: string | null; readonly copying?: boolean },
): Promise<Page> => {
  const data = await graph.ask(CHANGES, { since, copying, types: [kind], first: LOT });
  return data["changes"] as Page;
};

/** Begins a copy: with the place in the feed from which it will go on, before anything is read. */
const begin = async (
  { kind, documents }: Kept,
  before: Progress | undefined,
  { graph, store, say }: Keeping,
): Promise<Progress> => {
  const isListed = documents.list !== undefined;
  const page = isListed ? await readFeed(kind, graph, { since: null, copying: true }) : undefined;
  if (page !== undefined && page.unavailable.length > 0)
    throw new Error(`${kind.kind}: ${page.unavailable.join(", ")} does not answer; a copy begins when it does.`);
  const progress: Progress = {
    ...{ hash: documents.hash, copy: (before?.copy ?? 0) + 1, phase: "COPYING", place: null },
    cursor: page?.cursor ?? null,
  };
  await store.write(kind.kind, [], progress);
  say(`${kind.kind}: copy ${progress.copy} begins`);
  return progress;
};

/** All parts that are missing. What is copied by the feed is whole once the feed has nothing more. */
const copy = async ({ kind, documents }: Kept, begun: Progress, { graph, store, say }: Keeping): Promise<Progress> => {
  let progress = begun;
  for (let rows = 0; documents.list !== undefined && progress.phase === "COPYING";) {
    const part = await graph.part({ query: documents.list, place: progress.place ?? undefined });
    const told = part.rows.map((record): Told => ({ nodeId: nodeIdOf(kind, record), record }));
    progress = { ...progress, place: part.next ?? null, phase: part.next === undefined ? "FOLLOWING" : "COPYING" };
    await store.write(kind.kind, told, progress);
    say(`${kind.kind}: ${(rows += told.length)} rows`);
  }
  return progress;
};

const nodeIdOf = ({ type, key }: Kind, record: object): string =>
  `${type}:${String((record as Readonly<Record<string, unknown>>)[key])}`;

/** Follows the feed to its end. */
const follow = async (kept: Kept, from: Progress, { graph, store, say }: Keeping): Promise<number> => {
  const { kind, documents } = kept;
  let [progress, changes, hasMore] = [from, 0, true];
  while (hasMore) {
    const page = await readFeed(kind, graph, { since: progress.cursor });
    hasMore = page.hasMore;
    const told = await readTold(page, documents, graph);
    const isWhole = !hasMore && page.unavailable.length === 0;
    progress = { ...progress, cursor: page.cursor, phase: isWhole ? "FOLLOWING" : progress.phase };
    await store.write(kind.kind, told, progress);
    changes += told.length;
    if (told.length > 0) say(`${kind.kind}: ${changes} changes`);
  }
  return changes;
};

/** What a page tells, with the records read again; one that is gone meanwhile is dropped, and the feed will say so. */
const readTold = async ({ items }: Page, { byIds }: Documents, graph: Graph): Promise<Told[]> => {
  const ids = items.filter(({ op }) => op === "UPSERT").map(({ nodeId }) => nodeId);
  const records = await readRecords(ids, byIds, graph);
  return items.map(({ nodeId }) => ({ nodeId, record: records.get(nodeId) ?? null }));
};

/** Records by their ids, as they are now; what is not public is not among them. */
export const readRecords = async (
  ids: readonly string[],
  byIds: string,
  graph: Graph,
): Promise<ReadonlyMap<string, object>> => {
  const records = new Map<string, object>();
  for (let at = 0; at < ids.length; at += LOT) {
    const lot = ids.slice(at, at + LOT);
    const { nodes } = (await graph.ask(byIds, { ids: lot })) as { readonly nodes: readonly (object | null)[] };
    for (const [index, record] of nodes.entries()) if (record !== null) records.set(lot[index]!, record);
  }
  return records;
};
