/** Lets a round of the event loop go by: what came in is answered before long work goes on. */

/** Resolves in the next round. */
export const aRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
