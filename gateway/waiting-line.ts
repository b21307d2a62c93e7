/** A line in which requests wait for their turn: who came first is first, and nobody waits beyond the deadline or for a client that has left. */
import type { Gone } from "./waiters.js";

/** Until when a request waits. */
export interface Patience {
  /** Instant after which its answer comes too late, in milliseconds since 1970. */
  readonly deadlineAt: number;
  /** Aborted when the client hangs up. */
  readonly gone?: Gone | undefined;
}

/** Requests that wait. */
export interface WaitingLine {
  /** Waits for a turn. Rejects with the line's refusal at the deadline, and where the client has left. */
  join(patience: Patience): Promise<void>;
  /** Gives the first of them its turn. Returns false where no one waits. */
  next(): boolean;
  size(): number;
}

interface Waiting {
  readonly deadlineAt: number;
  readonly begin: () => void;
  readonly refuse: () => void;
}

/** Creates an empty line. */
export const createWaitingLine = (refusal: () => Error, now: () => number = Date.now): WaitingLine => {
  const line = new Set<Waiting>();
  return {
    join: ({ deadlineAt, gone }) =>
      new Promise((resolve, reject) => {
        if (deadlineAt <= now() || gone?.aborted) return reject(refusal());
        const leave = (): void => {
          clearTimeout(timer);
          gone?.removeEventListener("abort", refuse);
          line.delete(entry);
        };
        const refuse = (): void => {
          leave();
          reject(refusal());
        };
        const entry: Waiting = {
          deadlineAt,
          begin() {
            leave();
            resolve();
          },
          refuse,
        };
        const timer = setTimeout(refuse, deadlineAt - now());
        gone?.addEventListener("abort", refuse);
        line.add(entry);
      }),
    next() {
      for (const waiting of line) {
        // Its timer may be late: planning holds up timers too.
        if (waiting.deadlineAt <= now()) waiting.refuse();
        else {
          waiting.begin();
          return true;
        }
      }
      return false;
    },
    size: () => line.size,
  };
};

/** What was promised, if it comes in time: at the deadline, and where the client has left, the refusal. */
export const inTime = async <Value>(
  promise: Promise<Value>,
  patience: Patience,
  refusal: () => Error,
): Promise<Value> => {
  const line = createWaitingLine(refusal);
  const waited = line.join(patience);
  promise.then(line.next, line.next);
  await waited;
  return promise;
};
