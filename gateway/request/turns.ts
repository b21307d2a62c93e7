/** Gives requests that arrive together their turns: each is validated in a round of the event loop of its own, and what else came in is answered between them. */

/** Waits for the next turn, first come first served. */
export type TakeTurn = () => Promise<void>;

/** Creates the turns of a process. */
export const createTurns = (): TakeTurn => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
};
