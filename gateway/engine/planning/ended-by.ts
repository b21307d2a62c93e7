/** Remembers which documents ended the planning thread: for a while nobody plans them again. */

/** How long, in milliseconds, and how many at most. */
export const ENDED_BY = { forMs: 60_000, most: 100 } as const;

/** Documents by supergraph and text. */
export interface EndedBy {
  add(graph: string, document: string): void;
  knows(graph: string, document: string): boolean;
}

/** Creates an empty memory. */
export const createEndedBy = (now: () => number = Date.now): EndedBy => {
  const until = new Map<string, number>();
  const keyOf = (graph: string, document: string): string => `${graph} ${document}`;
  return {
    add(graph, document) {
      const key = keyOf(graph, document);
      until.delete(key);
      until.set(key, now() + ENDED_BY.forMs);
      if (until.size > ENDED_BY.most) until.delete(until.keys().next().value!);
    },
    knows: (graph, document) => (until.get(keyOf(graph, document)) ?? 0) > now(),
  };
};
