/** What is equal for the same viewer at the same time is executed once: queries (decision 62) and requests to services (decision 63). */
import type { Waiters } from "./waiters.js";

/** How much older than a request, in milliseconds, the execution may be that it joins: nobody is told how things stood earlier than that. */
const MOST_AGE_MS = 1_000;

/** A request that may join another. */
export interface Joining {
  /** Equal where the answer is. */
  readonly key: string;
  /** Instant that it asks about, in milliseconds. */
  readonly asOf: number;
  readonly waiters: Waiters;
}

/** An answer that is coming, and whether another request's execution gives it. */
export interface Coming<Answer> {
  readonly answer: Promise<Answer>;
  readonly joined: boolean;
}

/** What is executed now. */
export interface Sharing<Answer> {
  /** Joins the execution of the same key, or begins one. It ends early where all who wait for it have left. */
  run(request: Joining, execute: () => Promise<Answer>): Coming<Answer>;
  /** Nobody joins what has begun: a mutation has had its effect, and who asks after it sees it. */
  forget(): void;
}

interface UnderWay<Answer> extends Joining {
  readonly answer: Promise<Answer>;
}

/** Creates it; nothing is kept longer than its execution lasts. `onJoin` is told of each that joins another. */
export const createSharing = <Answer>(onJoin: () => void = () => undefined): Sharing<Answer> => {
  const underWay = new Map<string, UnderWay<Answer>>();
  return {
    run(request, execute) {
      const { key, asOf, waiters } = request;
      const first = underWay.get(key);
      if (first && Math.abs(asOf - first.asOf) < MOST_AGE_MS && !first.waiters.gone.aborted) {
        waiters.join(first.waiters);
        onJoin();
        return { answer: first.answer, joined: true };
      }
      const begun = { ...request, answer: execute() };
      underWay.set(key, begun);
      const end = (): void => {
        if (underWay.get(key) === begun) underWay.delete(key);
      };
      begun.answer.then(end, end);
      return { answer: begun.answer, joined: false };
    },
    forget: () => underWay.clear(),
  };
};
