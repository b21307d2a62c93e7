/** What one request to the subgraph causes at the backend: equal calls are one, all end with the request, each failure is a line. */
import type DataLoader from "dataloader";
import type { RequestWork } from "../database/index.js";
import { ServiceError } from "../errors/index.js";
import { logEvent, type Logger } from "../telemetry/index.js";
import { BackendFailure, toServiceError, type Backend, type BackendAnswer } from "./backend.js";
import type { BackendRequest } from "./backend-request.js";
import type { Source } from "./read-field.js";

/** Loads objects of one type by their keys as JSON. */
export type LoaderOf = DataLoader<string, Source | null>;

/** What resolvers are given. */
export interface ConnectContext {
  readonly work: RequestWork;
  readonly basePath: string;
  /** Throws ServiceError; equal requests are sent once. */
  ask(request: BackendRequest): Promise<BackendAnswer>;
  /** The error of a value that does not fit; a line for each place. */
  misfit(place: string, why: string): ServiceError;
  /** Made when they are first asked for. */
  readonly loaders: Map<string, LoaderOf>;
}

/** Most requests to the backend that one request to the subgraph may cause. */
const MOST_CALLS = 500;

/** Creates it. The log is asked for when there is something to say. */
export const createConnectContext = (
  backend: Backend,
  { work, log }: { readonly work: RequestWork; readonly log: () => Logger },
): ConnectContext => {
  const asked = new Map<string, Promise<BackendAnswer>>();
  const told = new Set<string>();
  const ended = new AbortController();
  work.onStop(() => ended.abort());
  const send = async (request: BackendRequest): Promise<BackendAnswer> => {
    try {
      return await backend.ask(request, ended.signal);
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
      // Nobody waits any more: the gateway says so itself.
      if (!work.stopped())
        tell(`${request.name} ${error.cause} ${error.status}`, () => {
          logEvent(log(), "BACKEND_FAILED", { call: request.name, cause: error.cause, status: error.status });
        });
      throw toServiceError(error);
    }
  };
  const tell = (what: string, line: () => void): void => {
    if (told.has(what)) return;
    told.add(what);
    line();
  };
  return {
    work,
    basePath: backend.basePath,
    loaders: new Map(),
    ask(request) {
      const key = JSON.stringify([request.method, request.target, request.headers, request.body]);
      const known = asked.get(key);
      if (known) return known;
      if (asked.size >= MOST_CALLS)
        return Promise.reject(
          new ServiceError("LIMIT_EXCEEDED", "The request needs more of an agency's service than one request may."),
        );
      const sent = send(request);
      asked.set(key, sent);
      return sent;
    },
    misfit(place, why) {
      tell(`${place} ${why}`, () => logEvent(log(), "BACKEND_VALUE", { field: place, why }));
      return new ServiceError("UPSTREAM_INVALID");
    },
  };
};
