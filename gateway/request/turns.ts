/**
 * Gives requests that arrive together their turns: each is validated in a round of the event loop of its own, what else came
 * in is answered between them, and clients take turns however many requests one of them sends.
 */

/** Waits for the client's next turn. */
export type TakeTurn = (client: string) => Promise<void>;

/** Creates the turns of a process. */
export const createTurns = (): TakeTurn => {
  /** In the order of turns; a client has a line while it waits. */
  const lines = new Map<string, (() => void)[]>();
  let turning = false;
  const turn = (): void => {
    const [first] = lines;
    turning = first !== undefined;
    if (first === undefined) return;
    const [client, line] = first;
    lines.delete(client);
    const begin = line.shift()!;
    // Whoever has more to ask waits behind the others.
    if (line.length > 0) lines.set(client, line);
    begin();
    setImmediate(turn);
  };
  return (client) =>
    new Promise((resolve) => {
      const line = lines.get(client);
      if (line) line.push(resolve);
      else lines.set(client, [resolve]);
      if (!turning) setImmediate(turn);
      turning = true;
    });
};
