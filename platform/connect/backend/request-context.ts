/** What one request to the subgraph causes at the backend: equal calls are one, all end with the request, each failure is a line. */
import type DataLoader from "dataloader";
import type { RequestWork } from "../../database/index.js";
import { ServiceError } from "../../errors/index.js";
import { logEvent, type Logger } from "../../telemetry/index.js";
import { BackendFailure, toServiceError, type Backend, type BackendAnswer } from "./backend.js";
import type { BackendRequest } from "./request.js";
import { valueAt } from "../json.js";
import type { Source } from "../read-field.js";

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
/** Most that their answers may have together, in bytes: they are kept until the request is over. */
const MOST_BYTES = 32 * 1024 * 1024;

const tooMuch = (): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", "The request needs more of an agency's service than one request may.");

/** Creates it. The log is asked for when there is something to say. */
export const createConnectContext = (
  backend: Backend,
  { work, log }: { readonly work: RequestWork; readonly log: () => Logger },
): ConnectContext => {
  const asked = new Map<string, Promise<BackendAnswer>>();
  let bytes = 0;
  const told = new Set<string>();
  const ended = new AbortController();
  work.onStop(() => ended.abort());
  const send = async (request: BackendRequest): Promise<BackendAnswer> => {
    try {
      const answer = await backend.ask(request, ended.signal);
      bytes += answer.bytes;
      // What is under way or waits for its turn would be kept as well.
      if (bytes > MOST_BYTES) ended.abort();
      return answer;
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
      if (bytes > MOST_BYTES) throw tooMuch();
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
      if (asked.size >= MOST_CALLS || bytes > MOST_BYTES) return Promise.reject(tooMuch());
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

/** What stands at the place of an answer; null where the backend says that there is none. Throws the error of a value that does not fit where the answer has no such place. */
export const answeredAt = (
  { json }: BackendAnswer,
  pointer: string,
  place: string,
  context: ConnectContext,
): unknown => {
  if (json === undefined) return null;
  const value = valueAt(json, pointer);
  // The first of an empty list is none.
  if (value === undefined && pointer.endsWith("/0") && Array.isArray(valueAt(json, pointer.slice(0, -2)))) return null;
  if (value === undefined) throw context.misfit(place, "is not where the mapping says");
  return value;
};
