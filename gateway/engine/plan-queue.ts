/** The queue before planning: plans are made one after the other, so few are asked for at a time, and clients have their turns. */
import { createGraphQLError } from "../../platform/errors/index.js";
import { createFairLine, type ClientPatience } from "../fair-line.js";

/** Plans at a time, and requests that may wait for theirs: of all clients, and of one. */
export const PLAN_LIMITS = { atOnce: 2, waiting: 100, waitingOfOne: 20 } as const;

/** Lets requests plan one after the other, and clients in turns. */
export interface PlanQueue {
  /**
   * Waits for a turn; call what it returns once the plan is made. Throws SERVICE_UNAVAILABLE (reason PLANNING) where too many
   * wait, the deadline passes first or the client leaves: nothing of such a request was planned.
   */
  enter(patience: ClientPatience): Promise<() => void>;
  /** Requests that wait. */
  waiting(): number;
}

/** What a request is told for which no plan could be made in time. */
export const planningRefusal = (): Error =>
  createGraphQLError("SERVICE_UNAVAILABLE", undefined, { reason: "PLANNING" }, 503);

/** Creates an empty queue. */
export const createPlanQueue = (
  {
    atOnce = PLAN_LIMITS.atOnce,
    waiting: most = PLAN_LIMITS.waiting,
    waitingOfOne: mostOfOne = PLAN_LIMITS.waitingOfOne,
    now = Date.now,
  } = {} as {
    readonly atOnce?: number;
    readonly waiting?: number;
    readonly waitingOfOne?: number;
    readonly now?: () => number;
  },
): PlanQueue => {
  const line = createFairLine(planningRefusal, { most, mostOfOne, now });
  let planning = 0;
  let turning = false;

  /** Each turn begins in a round of the event loop of its own: what came in meanwhile is answered first. */
  const turn = (): void => {
    if (turning || planning >= atOnce || line.size() === 0) return;
    turning = true;
    setImmediate(() => {
      turning = false;
      if (planning < atOnce && line.next()) planning += 1;
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
    async enter(patience) {
      const waited = line.join(patience);
      turn();
      await waited;
      return release();
    },
    waiting: line.size,
  };
};
