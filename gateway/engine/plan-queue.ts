/** The queue before planning: planning holds up everything else in the process, so few plans are made at a time, and others are answered between them. */
import { createGraphQLError } from "../../platform/errors/index.js";

/** Plans at a time, and requests that may wait for theirs. */
export const PLAN_LIMITS = { atOnce: 2, waiting: 100 } as const;

/** Seconds after which a refused request may come again. */
export const RETRY_AFTER_SECONDS = 2;

/** Lets requests plan one after the other. */
export interface PlanQueue {
  /**
   * Waits for a turn; call what it returns once the plan is made. Throws SERVICE_UNAVAILABLE (reason PLANNING) where too many
   * wait, or the deadline (milliseconds since 1970) passes first: nothing of such a request was planned.
   */
  enter(deadlineAt: number): Promise<() => void>;
  /** Requests that wait. */
  waiting(): number;
}

interface Waiting {
  readonly deadlineAt: number;
  readonly begin: () => void;
  readonly refuse: () => void;
}

/** Creates an empty queue. */
export const createPlanQueue = (
  { atOnce = PLAN_LIMITS.atOnce, waiting: most = PLAN_LIMITS.waiting, now = Date.now } = {} as {
    readonly atOnce?: number;
    readonly waiting?: number;
    readonly now?: () => number;
  },
): PlanQueue => {
  const queue = new Set<Waiting>();
  let planning = 0;
  let turning = false;

  /** Each turn begins in a round of the event loop of its own: what came in meanwhile is answered first. */
  const turn = (): void => {
    if (turning || planning >= atOnce || queue.size === 0) return;
    turning = true;
    setImmediate(() => {
      turning = false;
      const [next] = queue;
      if (!next || planning >= atOnce) return;
      queue.delete(next);
      if (next.deadlineAt <= now()) next.refuse();
      else {
        planning += 1;
        next.begin();
      }
      turn();
    });
  };
  const release = (): (() => void) => {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      planning -= 1;
      turn();
    };
  };
  return {
    enter: (deadlineAt) =>
      new Promise((resolve, reject) => {
        const refuse = (): void =>
          reject(createGraphQLError("SERVICE_UNAVAILABLE", undefined, { reason: "PLANNING" }, 503));
        if (queue.size >= most || deadlineAt <= now()) return refuse();
        const timer = setTimeout(() => {
          queue.delete(entry);
          refuse();
        }, deadlineAt - now());
        const entry: Waiting = {
          deadlineAt,
          begin() {
            clearTimeout(timer);
            resolve(release());
          },
          refuse() {
            clearTimeout(timer);
            refuse();
          },
        };
        queue.add(entry);
        turn();
      }),
    waiting: () => queue.size,
  };
};
