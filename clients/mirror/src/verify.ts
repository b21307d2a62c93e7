/** Compares the copy with the graph, row by row. */
import { isDeepStrictEqual } from "node:util";
import type { Graph } from "./graph.js";
import { keepInStep, LOT, readRecords, type Keeping, type Kept } from "./keep.js";

/** What differs in a kind, by the ids of its records. */
export interface Difference {
  readonly kind: string;
  readonly rows: number;
  /** The graph has it, the copy has not. */
  readonly missing: readonly string[];
  /** The copy has it, the graph has not. */
  readonly left: readonly string[];
  /** Both have it, with other values. */
  readonly other: readonly string[];
}

/** Readings of what differs before it counts: what was written meanwhile is told by the feed in one of them. */
const READINGS = 5;

const FEED = `query ($since: String, $types: [RecordKind!]!, $first: Int!) {
  changes(since: $since, types: $types, first: $first) { cursor hasMore unavailable items { nodeId } } }`;

/** All records of a kind that the graph has now, read once more: by a bulk export, or by the feed from its beginning. */
const readGraph = async ({ kind, documents }: Kept, graph: Graph): Promise<Map<string, object>> => {
  const found = new Map<string, object>();
  if (documents.list !== undefined) {
    for (let place: string | undefined, isFirst = true; isFirst || place !== undefined; isFirst = false) {
      const part = await graph.part({ query: documents.list, place });
      for (const row of part.rows)
        found.set(`${kind.type}:${String((row as Readonly<Record<string, unknown>>)[kind.key])}`, row);
      place = part.next;
    }
    return found;
  }
  for (let since: string | null = null, hasMore = true; hasMore;) {
    const page = (await graph.ask(FEED, { since, types: [kind.kind], first: LOT }))["changes"] as {
      cursor: string;
      hasMore: boolean;
      items: readonly { nodeId: string }[];
    };
    const ids = page.items.map(({ nodeId }) => nodeId);
    for (const [id, record] of await readRecords(ids, documents.byIds, graph)) found.set(id, record);
    [since, hasMore] = [page.cursor, page.hasMore];
  }
  return found;
};

const differing = (graph: ReadonlyMap<string, object>, copy: ReadonlyMap<string, object>): string[] =>
  [...new Set([...graph.keys(), ...copy.keys()])].filter((id) => !isDeepStrictEqual(graph.get(id), copy.get(id)));

/** Compares one kind; the copy is brought in step first, and again for whatever differs. */
export const verifyKind = async (kept: Kept, keeping: Keeping): Promise<Difference> => {
  const { kind, documents } = kept;
  await keepInStep(kept, keeping);
  let graph: ReadonlyMap<string, object> = await readGraph(kept, keeping.graph);
  let copy = await keeping.store.recordsOf(kind.kind);
  const rows = graph.size;
  let ids = differing(graph, copy);
  for (let reading = 1; ids.length > 0 && reading < READINGS; reading += 1) {
    await keepInStep(kept, keeping);
    graph = await readRecords(ids, documents.byIds, keeping.graph);
    copy = await keeping.store.recordsOf(kind.kind);
    ids = ids.filter((id) => !isDeepStrictEqual(graph.get(id), copy.get(id)));
  }
  return {
    ...{ kind: kind.kind, rows },
    missing: ids.filter((id) => !copy.has(id)),
    left: ids.filter((id) => !graph.has(id)),
    other: ids.filter((id) => copy.has(id) && graph.has(id)),
  };
};
