/** A line in which clients have their turns one after the other, however many requests one of them sends: each has a line of its own. */
import { createWaitingLine, type Patience, type WaitingLine } from "./waiting-line.js";

/** Whose request it is, and until when it waits. */
export interface ClientPatience extends Patience {
  /** The client as the rate knows it (`client-of.ts`). */
  readonly client: string;
}

/** Requests that wait, by client. */
export interface FairLine {
  /** Waits for a turn. Rejects with the refusal at the deadline, where the client has left, and where too many wait: of all, or of this client. */
  join(patience: ClientPatience): Promise<void>;
  /** Gives the first request of the client whose turn it is its own. Returns false where no one waits. */
  next(): boolean;
  size(): number;
}

/** A client's own line. */
export interface ClientLine {
  /** Gives its first request its turn. Returns false where no one waits. */
  next(): boolean;
  size(): number;
}

/** Gives the first request of the client whose turn it is its own; lines stand in the order of turns. Returns false where no one waits. */
export const nextInRound = <Line extends ClientLine>(lines: Map<string, Line>): boolean => {
  for (const [client, line] of lines) {
    lines.delete(client);
    const begun = line.next();
    // Whoever has more to ask waits behind the others.
    if (line.size() > 0) lines.set(client, line);
    if (begun) return true;
  }
  return false;
};

/** Creates an empty line with places for `most` requests, of them `mostOfOne` of one client. */
export const createFairLine = (
  refusal: () => Error,
  { most, mostOfOne, now }: { readonly most: number; readonly mostOfOne: number; readonly now?: () => number },
): FairLine => {
  /** In the order of turns; a client has a line while it waits. */
  const lines = new Map<string, WaitingLine>();
  const size = (): number => [...lines.values()].reduce((sum, line) => sum + line.size(), 0);
  return {
    async join(patience) {
      const { client } = patience;
      const line = lines.get(client) ?? createWaitingLine(refusal, now);
      if (size() >= most || line.size() >= mostOfOne) throw refusal();
      lines.set(client, line);
      try {
        await line.join(patience);
      } finally {
        if (line.size() === 0 && lines.get(client) === line) lines.delete(client);
      }
    },
    next: () => nextInRound(lines),
    size,
  };
};
