/** What a subgraph and the gateway agree on beside SDL; it loads nothing. */

/** Largest answer of a subgraph, in bytes; the gateway reads no more of one. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Name of the root by which a subgraph gives its part of the feed of changes. */
export const changesRootOf = (subgraph: string): string => `${subgraph}Changes`;
