/**
 * Gives requests that arrive together their turns: each is validated in a round of the event loop of its own, what else came
 * in is answered between them, and clients take turns however many requests one of them sends.
 */
import { nextInRound, type ClientLine } from "../fair-line.js";

/** Waits for the client's next turn; nobody is refused, the time of a turn is short. */
export type TakeTurn = (client: string) => Promise<void>;

interface Line extends ClientLine {
  join(begin: () => void): void;
}

const createLine = (): Line => {
  const waiting: (() => void)[] = [];
  return {
    join: (begin) => void waiting.push(begin),
    next() {
      const begin = waiting.shift();
      begin?.();
      return begin !== undefined;
    },
    size: () => waiting.length,
  };
};

/** Creates the turns of a process. */
export const createTurns = (): TakeTurn => {
  const lines = new Map<string, Line>();
  let turning = false;
  const turn = (): void => {
    turning = nextInRound(lines);
    if (turning) setImmediate(turn);
  };
  return (client) =>
    new Promise((resolve) => {
      const line = lines.get(client) ?? createLine();
      lines.set(client, line);
      line.join(resolve);
      if (!turning) setImmediate(turn);
      turning = true;
    });
};
