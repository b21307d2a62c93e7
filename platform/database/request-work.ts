/** The work that one request causes: how much of it there may be, and how all of it ends at once when nobody waits for it any more. */
import { AsyncLocalStorage } from "node:async_hooks";
import { ServiceError } from "../errors/service-error.js";

/** What a request may use. */
export interface WorkLimits {
  /** Time that is left, in milliseconds; none or less ends the work before it begins. */
  readonly timeoutMs: number;
  /** Most items of lists that are resolved; twice as many rows are read. */
  readonly nodes: number;
}

/** The work of one request. It ends by the first limit that it meets, or by `stop`. */
export interface RequestWork {
  /** Why the work ended; undefined while it goes on. */
  readonly stopped: () => ServiceError | undefined;
  /** Resolves with the reason once the work ended. */
  readonly whenStopped: Promise<ServiceError>;
  /** True while there is time and nothing stopped it. Looks at the clock itself: timers do not fire while resolvers keep the loop busy. */
  goesOn(): boolean;
  /** Counts resolved items; above the limit the work stops with LIMIT_EXCEEDED (NODES). A promise asks to let others have a turn first. */
  takeNodes(count: number): Promise<void> | undefined;
  /** Counts rows that came from the database; above twice the limit of nodes the work stops with LIMIT_EXCEEDED (NODES). */
  takeRows(count: number): void;
  /** The turn that lists wait for; undefined where none does. */
  turn(): Promise<void> | undefined;
  /** Items resolved so far. */
  nodes(): number;
  /** Ends the work; the first reason stays. */
  stop(reason: ServiceError): void;
  /** Calls the listener when the work ends, at once where it has; returns how to take it back. */
  onStop(listener: () => void): () => void;
  /** Told of each statement, where a trace of the request is recorded; what it answers is told of its end, with a code where it failed. */
  observeStatement?: (sql: string) => (failure?: string) => void;
  /** Takes the clock away; the request was answered. */
  finish(): void;
}

/** Items after which the loop gets a turn, so that other requests, probes above all, are answered meanwhile. */
const NODES_PER_TURN = 500;

const storage = new AsyncLocalStorage<RequestWork>();

/** The work on whose behalf the code runs; undefined outside a request. */
export const currentWork = (): RequestWork | undefined => storage.getStore();

/** Runs what belongs to the work; its statements end with it. */
export const runWork = <T>(work: RequestWork, run: () => T): T => storage.run(work, run);

/** The refusal of a request that needs more nodes than it may have. */
const tooManyNodes = (): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", "The request needs more items than one request may have.", { reason: "NODES" });

/** Begins the work of one request. */
export const createRequestWork = ({ timeoutMs, nodes: mostNodes }: WorkLimits): RequestWork => {
  const endsAt = performance.now() + timeoutMs;
  const listeners = new Set<() => void>();
  let reason: ServiceError | undefined;
  let nodes = 0;
  let rows = 0;
  let sinceTurn = 0;
  let turn: Promise<void> | undefined;
  let resolveStopped: (reason: ServiceError) => void;
  const whenStopped = new Promise<ServiceError>((resolve) => (resolveStopped = resolve));

  const stop = (given: ServiceError): void => {
    if (reason) return;
    reason = given;
    clearTimeout(timer);
    resolveStopped(given);
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const timeOver = (): void =>
    stop(new ServiceError("UPSTREAM_TIMEOUT", "The time of the request is over.", { reason: "DEADLINE" }));
  const timer = setTimeout(timeOver, Math.max(timeoutMs, 0)).unref();
  const nextTurn = (): Promise<void> => {
    sinceTurn = 0;
    const mine = (turn ?? Promise.resolve())
      .then(() => new Promise<void>((resolve) => setImmediate(resolve)))
      .then(() => {
        if (turn === mine) turn = undefined;
      });
    return (turn = mine);
  };
  return {
    stopped: () => reason,
    whenStopped,
    goesOn() {
      if (!reason && performance.now() >= endsAt) timeOver();
      return reason === undefined;
    },
    takeNodes(count) {
      nodes += count;
      if (nodes > mostNodes) stop(tooManyNodes());
      sinceTurn += count;
      return sinceTurn >= NODES_PER_TURN ? nextTurn() : turn;
    },
    takeRows(count) {
      rows += count;
      if (rows > 2 * mostNodes) stop(tooManyNodes());
    },
    turn: () => turn,
    nodes: () => nodes,
    stop,
    onStop(listener) {
      if (reason) listener();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
    finish: () => clearTimeout(timer),
  };
};
